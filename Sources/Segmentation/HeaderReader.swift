import DocumentModel

/// Recognises lines such as `Date: 5 March 2010` that archives put above an article.
struct HeaderReader {
  enum Field {
    case date, title, author, publication, other
  }

  struct Header {
    var field: Field
    /// The tokens after the colon.
    var value: Range<Int>
    var date: CalendarDate?
  }

  let source: TokenizedText

  /// The header that the paragraph is, nil when it is none. A `Date:` line must hold a date;
  /// other names must be ones that no headline begins with.
  func header(_ range: Range<Int>, _ text: Span<UInt8>) -> Header? {
    guard range.count > 2, range.count <= 60, source.isByte(.colon, range.lowerBound + 1, text)
    else { return nil }
    let value = range.lowerBound + 2..<range.upperBound
    guard let field = Self.field(source.key(range.lowerBound, text)) else { return nil }
    guard field == .date else { return Header(field: field, value: value) }
    let date = DateReader(source: source).first(in: value, text)
    return date.map { Header(field: .date, value: value, date: $0) }
  }

  static func field(_ key: WordKey) -> Field? {
    switch key {
    case "date": .date
    case "title", "headline": .title
    case "author", "authors", "byline", "by": .author
    case "publication", "newspaper", "publisher": .publication
    case "section", "url", "link", "length", "language", "page", "edition", "id": .other
    default: nil
    }
  }
}
