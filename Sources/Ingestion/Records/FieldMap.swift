/// Which field of a record, or column of a table, holds what of an article.
///
/// What is not mapped is guessed by the names that archives and interfaces of news use. Case, `_`,
/// `-` and blanks in names do not matter; a field within another is named with a dot:
/// `headline.main`.
public struct FieldMap: Sendable, Equatable {
  /// What an article is made of.
  public enum Part: String, Sendable, CaseIterable {
    case id, text, title, deck, date, authors, source, url
  }

  private var names: [Part: [String]] = Self.guesses
  /// What the user has named.
  private var mapped: Set<Part> = []

  public init() {}

  /// Reads `text=body,date=published`; a part may be repeated, then the first field that is there
  /// counts.
  public init(_ text: String) throws(FieldMapError) {
    for pair in text.split(separator: ",") {
      let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let words = sides.map { String($0.trimmed) }
      guard words.count == 2, !words[1].isEmpty else { throw .noPair(String(pair)) }
      guard let part = Part(rawValue: words[0]) else { throw .unknownPart(words[0]) }
      let others = mapped.contains(part) ? names[part] ?? [] : []
      names[part] = others + [Self.key(of: words[1])]
      mapped.insert(part)
    }
  }

  /// The keys of the fields that may hold `part`, the likeliest first.
  func keys(of part: Part) -> [String] { names[part] ?? [] }

  /// The parts that fields of these names can hold.
  func parts(in fields: [String]) -> Set<Part> {
    let found = Set(fields.map { Self.key(of: $0) })
    return Set(Part.allCases.filter { keys(of: $0).contains(where: found.contains) })
  }

  /// A field's name as it is compared.
  static func key(of name: some StringProtocol) -> String {
    let isPlain = name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: ".") }
    if isPlain { return String(name) }
    return folded(name)
  }

  private static func folded(_ name: some StringProtocol) -> String {
    String(
      decoding: name.lowercased().utf8.filter { byte in
        byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-") && byte != UInt8(ascii: " ")
      }, as: UTF8.self)
  }

  private static let guesses: [Part: [String]] = [
    .id: "id _id uuid guid articleid docid documentid identifier",
    .text: """
    text body content articlebody bodytext articletext fulltext maintext plaintext rawtext story \
    article fields.bodytext fields.body content.text body.text contentencoded
    """,
    .title: "title headline headline.main heading head webtitle fields.headline title.rendered",
    .deck: "deck dek standfirst subtitle subheadline subhead fields.standfirst",
    .date: """
    date published publishedat datepublished publicationdate publishdate publisheddate pubdate \
    webpublicationdate firstpublished issued versioncreated created createdat timestamp datetime
    """,
    .authors: "authors author byline byline.original creator writer by fields.byline",
    .source: """
    source source.name publication publisher publisher.name outlet newspaper sitename site media \
    sourcename sourcedomain domain
    """,
    .url: "url link weburl canonicalurl permalink href uri",
  ].mapValues { $0.split(separator: " ").map { key(of: $0) } }
}

/// Why a field map cannot be used.
public enum FieldMapError: Error, Sendable, Equatable, CustomStringConvertible {
  case noPair(String)
  case unknownPart(String)

  public var description: String {
    let parts = FieldMap.Part.allCases.map(\.rawValue).joined(separator: ", ")
    switch self {
    case .noPair(let text): return "\"\(text)\" is no PART=FIELD, as in text=body,date=published"
    case .unknownPart(let name): return "there is no part \"\(name)\"; use one of \(parts)"
    }
  }
}
