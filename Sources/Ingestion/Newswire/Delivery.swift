import DocumentModel

/// One article of a delivery: the lines above it, fields such as `BYLINE:`, and the text between.
///
/// Two layouts are known. In the older one publication and date are centred and stand above the
/// headline; in the newer one they stand below it, and a line `Body` comes before the text.
struct Delivery {
  private var top: [Substring] = []
  private var fields: [String: String] = [:]
  private var body: [String] = []
  private var hasEnded = false

  private static let fieldNames: Set = [
    "byline", "section", "length", "dateline", "highlight", "load-date", "language", "graphic",
    "publication-type", "subject", "document-type", "correction-date", "series", "source-type",
    "distribution", "journal-code", "acc-no", "copyright", "type", "url",
  ]
  /// With these the article is over.
  private static let lastFields: Set = ["load-date", "graphic", "language", "publication-type"]
  private static let lastHeadings: Set<Substring> = ["Classification", "Graphic", "Notes"]
  /// Fewer blanks are not what centres a line.
  private static let indent = 5

  init(_ text: String) {
    for paragraph in Self.paragraphs(of: text) { take(paragraph) }
  }

  /// Nil for what is no article: the list of contents, a cover page.
  var draft: Draft? {
    guard !fields.isEmpty, !body.isEmpty else { return nil }
    let (title, publication, date) = heading
    let byline = fields["byline"] ?? ""
    var metadata = ArticleMetadata(
      title: title, date: date.map { DatedFact($0, from: .header) }, source: publication,
      authors: Byline.names(in: byline), url: fields["url"])
    for name in ["section", "dateline"] {
      if let value = fields[name], !value.isEmpty { metadata.attributes[name] = value }
    }
    let story = Story(
      title: title, deck: fields["highlight"], body: body.joined(separator: "\n\n"))
    return Draft(text: story.text, metadata: metadata)
  }

  private static func paragraphs(of text: String) -> [[Substring]] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .split { $0.allSatisfy(\.isWhitespace) }.map(Array.init)
  }

  private mutating func take(_ paragraph: [Substring]) {
    if !body.isEmpty, paragraph.count == 1, Self.lastHeadings.contains(paragraph[0].trimmed) {
      hasEnded = true
    }
    if isOver { return }
    var rest = paragraph[...]
    while let line = rest.popFirst() {
      if let (name, value) = Self.field(line) {
        fields[name] = value + Self.continuation(of: &rest)
      } else if fields.isEmpty {
        top.append(line)
      } else if line.trimmed.lowercased() != "body", !isOver {
        body.append(([line] + rest).joined(separator: "\n"))
        return
      }
    }
  }

  private var isOver: Bool {
    hasEnded || !body.isEmpty && fields.keys.contains(where: Self.lastFields.contains)
  }

  /// The name and value of a line such as `LENGTH: 812 words`.
  private static func field(_ line: Substring) -> (name: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon].lowercased()
    guard fieldNames.contains(name) else { return nil }
    return (name, String(line[line.index(after: colon)...].trimmed))
  }

  /// The lines down to the next field belong to the one before.
  private static func continuation(of rest: inout ArraySlice<Substring>) -> String {
    var value = ""
    while let line = rest.first, field(line) == nil, line.trimmed.lowercased() != "body" {
      value += " " + line.trimmed
      rest.removeFirst()
    }
    return value
  }

  /// Headline, publication and date out of the lines above the first field.
  private var heading: (title: String?, publication: String?, date: CalendarDate?) {
    let lines = top.filter { !Self.isCopyright($0) }
    guard let index = lines.firstIndex(where: { Self.date(in: $0) != nil }) else {
      return (Self.joined(lines[...]), nil, nil)
    }
    let date = Self.date(in: lines[index])
    let isCentred = lines[0].prefix { $0 == " " || $0 == "\t" }.count >= Self.indent
    if isCentred {
      let below = lines[(index + 1)...].drop {
        $0.hasPrefix(String(repeating: " ", count: Self.indent))
      }
      return (Self.joined(below), lines[..<index].first.map { String($0.trimmed) }, date)
    }
    return (
      Self.joined(lines[..<max(0, index - 1)]), index > 0 ? String(lines[index - 1].trimmed) : nil,
      date
    )
  }

  private static func joined(_ lines: ArraySlice<Substring>) -> String? {
    lines.isEmpty ? nil : lines.map { String($0.trimmed) }.joined(separator: " ")
  }

  private static func isCopyright(_ line: Substring) -> Bool {
    let line = line.trimmed.lowercased()
    return line.hasPrefix("copyright ") || line.hasPrefix("all rights reserved")
  }

  /// A line that is hardly more than a date.
  private static func date(in line: Substring) -> CalendarDate? {
    guard line.trimmed.utf8.count <= 60, line.contains(where: \.isNumber),
      let date = DateText.date(in: String(line)), date.month != nil
    else { return nil }
    return date
  }
}
