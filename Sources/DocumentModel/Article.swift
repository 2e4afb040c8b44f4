/// One article as it came in: decoded text and what is known about it from outside the text.
public struct Article: Sendable, Codable, Equatable {
  /// Names the article in every output: a path relative to what the user named, `/`-separated.
  public var id: String
  /// The decoded text without a byte-order mark, otherwise unchanged.
  public var text: String
  public var metadata: ArticleMetadata

  public init(id: String, text: String, metadata: ArticleMetadata = ArticleMetadata()) {
    self.id = id
    self.text = text
    self.metadata = metadata
  }

  /// The text that `span` covers.
  public func text(in span: TextSpan) -> Substring {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: span.start)
    return text[start..<utf8.index(start, offsetBy: span.count)]
  }

  /// The text that `span` covers, by itself; without the detour over a substring, which costs as much
  /// again as the text.
  func copy(of span: TextSpan) -> String {
    let copy = text.utf8.withContiguousStorageIfAvailable { Self.copy(of: span, in: $0) }
    return copy ?? String(text(in: span))
  }

  /// The texts of many spans, but for those that stand otherwise in `others` by their number.
  func copies(of spans: some Collection<TextSpan>, unless others: [Int: String]) -> [String] {
    let copies = text.utf8.withContiguousStorageIfAvailable { bytes in
      spans.map { Self.copy(of: $0, in: bytes) }
    }
    var texts = copies ?? spans.map { String(text(in: $0)) }
    for (number, other) in others { texts[number] = other }
    return texts
  }

  private static func copy(of span: TextSpan, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[span.range]), as: UTF8.self)
  }
}

/// What is known about an article from its file, its headers or a metadata table.
public struct ArticleMetadata: Sendable, Codable, Equatable {
  public var title: String?
  /// The date of publication and what it rests on.
  public var date: DatedFact?
  /// The publication or the wire agency.
  public var source: String?
  public var authors: [String]
  public var url: String?
  /// Further columns of a metadata table, by name.
  public var attributes: [String: String]

  public init(
    title: String? = nil, date: DatedFact? = nil, source: String? = nil, authors: [String] = [],
    url: String? = nil, attributes: [String: String] = [:]
  ) {
    self.title = title
    self.date = date
    self.source = source
    self.authors = authors
    self.url = url
    self.attributes = attributes
  }
}

/// A date together with what it was read from.
public struct DatedFact: Sendable, Codable, Hashable {
  public enum Source: String, Sendable, Codable, CaseIterable {
    case metadata, option, header, dateLine = "date-line", fileName = "file-name", dateline
  }

  public var date: CalendarDate
  public var source: Source

  public init(_ date: CalendarDate, from source: Source) {
    self.date = date
    self.source = source
  }
}
