import DocumentModel

/// How articles are read.
public struct IngestionOptions: Sendable {
  /// Nil detects the encoding of each file. A byte-order mark is believed before this.
  public var encoding: TextEncoding?
  /// Longer files are refused unread. Never more than `highestLimit`, whatever is set.
  public var maximumBytes: Int {
    didSet { maximumBytes = min(maximumBytes, Self.highestLimit) }
  }
  /// The date of publication of every article that the metadata table gives none.
  public var date: CalendarDate?
  public var metadata: MetadataTable?

  /// 20 MB.
  public static let usualLimit = 20_000_000
  /// 1 GB: text spans count bytes in 32 bits, and decoding can triple the length.
  public static let highestLimit = 1_000_000_000

  public init(
    encoding: TextEncoding? = nil, maximumBytes: Int = usualLimit, date: CalendarDate? = nil,
    metadata: MetadataTable? = nil
  ) {
    self.encoding = encoding
    self.maximumBytes = min(maximumBytes, Self.highestLimit)
    self.date = date
    self.metadata = metadata
  }
}
