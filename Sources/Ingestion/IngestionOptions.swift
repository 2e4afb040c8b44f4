import DocumentModel

/// How articles are read.
public struct IngestionOptions: Sendable {
  /// Nil detects the encoding of each file. A byte-order mark is believed before this.
  public var encoding: TextEncoding?
  /// Longer articles are refused: files, entries of archives, records. Never more than
  /// `highestLimit`, whatever is set. Archives and files of records may be of any length, since they
  /// are read piece by piece.
  public var maximumBytes: Int {
    didSet { maximumBytes = min(maximumBytes, Self.highestLimit) }
  }
  /// How many times its own length a file may be when it is unpacked.
  public var maximumRatio = Self.usualRatio
  /// How many archives and compressions may lie within each other.
  public var maximumDepth = Self.usualDepth
  /// The date of publication of every article that the metadata table gives none.
  public var date: CalendarDate?
  public var metadata: MetadataTable?
  /// Which fields of records and columns of tables hold what.
  public var fields: FieldMap

  /// 20 MB.
  public static let usualLimit = 20_000_000
  /// 1 GB: text spans count bytes in 32 bits, and decoding can triple the length.
  public static let highestLimit = 1_000_000_000
  public static let usualRatio = 200
  public static let usualDepth = 4

  public init(
    encoding: TextEncoding? = nil, maximumBytes: Int = usualLimit, date: CalendarDate? = nil,
    metadata: MetadataTable? = nil, fields: FieldMap = FieldMap()
  ) {
    self.encoding = encoding
    self.maximumBytes = min(maximumBytes, Self.highestLimit)
    self.date = date
    self.metadata = metadata
    self.fields = fields
  }
}
