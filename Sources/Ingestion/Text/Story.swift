/// The parts of an article as a file gives them, and the one text that is made of them.
struct Story {
  var title: String?
  var deck: String?
  /// Paragraphs apart by blank lines, or lines as they came.
  var body: String

  /// Headline, deck and body with blank lines between, as a plain text would have them; what the
  /// body begins with anyway is not repeated.
  var text: String {
    let above = [title, deck].compactMap { $0?.trimmed }
      .filter { !$0.isEmpty && !bodyBegins(with: $0) }.map(String.init)
    return above.isEmpty ? body : (above + [body]).joined(separator: "\n\n")
  }

  /// Whether one of the first lines of the body is `part`.
  private func bodyBegins(with part: Substring) -> Bool {
    let lines = body.utf8.prefix(2_000).split(
      maxSplits: Self.firstLines, whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let count = part.utf8.count
    return lines.prefix(Self.firstLines).contains { line in
      line.count >= count / 2 && line.count <= 2 * count
        && Self.folded(Substring(line)) == Self.folded(part)
    }
  }

  private static let firstLines = 4

  /// Turns HTML in the parts to text.
  mutating func readMarkup() throws(Refusal.Reason) {
    if Self.hasMarkup(body) { body = try PageReader.text(ofFragment: body) }
    if let title, Self.hasMarkup(title) || title.contains("&") {
      self.title = try PageReader.text(ofFragment: title)
    }
    if let deck, Self.hasMarkup(deck) || deck.contains("&") {
      self.deck = try PageReader.text(ofFragment: deck)
    }
  }

  private static func hasMarkup(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "<")) && marks.contains { text.containsASCII($0) }
  }

  private static let marks: [StaticString] = [
    "</p>", "<p>", "<br", "</div>", "</span>", "</a>", "</b>", "</i>", "</em>", "</strong>", "</h",
  ]

  private static func folded(_ text: Substring) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ").lowercased()
  }
}

/// The names in a line of authors.
enum Byline {
  /// Without `By`, and without addresses.
  static func names(in text: String) -> [String] {
    var rest = text.split { $0.isWhitespace }.joined(separator: " ")[...]
    if rest.lowercased().hasPrefix("by ") { rest = rest.dropFirst(3) }
    let groups = rest.split { $0 == ";" || $0 == "|" || $0 == "&" }.flatMap { part in
      part.split(separator: " and ")
    }
    return groups.flatMap { names(in: $0.trimmed) }
      .filter { !$0.isEmpty && !$0.contains("/") && !$0.contains("@") }
  }

  /// A comma separates names if each has a first and a last one; else it turns one around.
  private static func names(in group: Substring) -> [String] {
    let parts = group.split(separator: ",").map { String($0.trimmed) }.filter { !$0.isEmpty }
    return parts.allSatisfy { $0.contains(" ") } ? parts : [String(group.trimmed)]
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: SubSequence {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }
}
