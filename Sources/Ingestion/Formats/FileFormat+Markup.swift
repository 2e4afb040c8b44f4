extension FileFormat {
  /// The format that the beginning of a decoded text gives away: HTML, XML, JSON or mail.
  ///
  /// - Parameter inMarkdown: Markdown may begin with HTML elements; only whole pages are refused.
  init?(markupOf text: String, inMarkdown: Bool = false) {
    let head = String(decoding: text.utf8.prefix(4096), as: UTF8.self)
      .drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    switch head.first {
    case "<": self.init(elementsOf: withoutComments(head).lowercased(), inMarkdown: inMarkdown)
    case "{", "[": self.init(bracketsOf: head)
    default:
      guard isMail(head) else { return nil }
      self = .mail
    }
  }

  private init?(elementsOf head: String, inMarkdown: Bool) {
    let first = firstElement(of: head)
    let isXML = head.hasPrefix("<?xml") || head.hasPrefix("<!doctype") && !head.hasPrefix(Self.page)
    if NewsDocument.roots.contains(first) {
      self = .xml
    } else if isXML {
      self = first == "html" ? .html : .xml
    } else if Self.pageMarks.contains(where: { head.containsASCII($0) }) {
      self = .html
    } else if inMarkdown {
      return nil
    } else if PageTags.roles[String(first)] != nil || Self.openings.contains(where: head.hasPrefix)
    {
      self = .html
    } else if closesFirstElement(head) {
      self = .xml
    } else {
      return nil
    }
  }

  /// An article may begin with "[Editor's note]".
  private init?(bracketsOf head: Substring) {
    let next = head.dropFirst().drop { $0.isWhitespace || $0 == "[" }.first
    switch (head.first, next) {
    case ("{", "\""), ("{", "}"), ("[", "{"), ("[", "\""): self = .json
    default: return nil
    }
  }

  private static let page = "<!doctype html"
  private static let pageMarks: [StaticString] = ["<!doctype html", "<html", "<head>", "<body"]
  private static let openings = [
    "<meta", "<link", "<span", "<a ", "<b>", "<i>", "<em>", "<strong>", "<font", "<img",
  ]
}

private func withoutComments(_ head: Substring) -> Substring {
  var rest = head
  while rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") {
    rest = rest[end.upperBound...].drop { $0.isWhitespace }
  }
  return rest
}

/// The name of the first element, after declarations and comments.
private func firstElement(of head: String) -> Substring {
  var rest = head[...]
  while let mark = rest.firstIndex(of: "<") {
    rest = rest[mark...].dropFirst()
    if rest.first?.isLetter == true { break }
    if rest.hasPrefix("!--"), let end = rest.firstRange(of: "-->") {
      rest = rest[end.upperBound...]
    }
  }
  return rest.prefix { $0.isLetter || $0.isNumber || "-_.".contains($0) }
}

/// `<doc id="1">` … `</doc>`, or `<doc/>`.
private func closesFirstElement(_ head: String) -> Bool {
  let name = head.dropFirst().prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
  guard !name.isEmpty, let end = head.firstIndex(of: ">") else { return false }
  return head[..<end].hasSuffix("/") || head.contains("</\(name)>")
}

/// Whether the text begins with the header of a message. News copy has headers of its own
/// ("Date: …", "From: …"), so it takes a line that only mail has, or sender, recipient and subject.
private func isMail(_ head: Substring) -> Bool {
  let names = headerNames(head)
  return !names.isDisjoint(with: namesInMailOnly)
    || names.isSuperset(of: ["from", "to", "subject"])
}

/// The names of the header lines that the text begins with, in lower case.
private func headerNames(_ head: Substring) -> Set<Substring> {
  var names: Set<Substring> = []
  var rest = head
  while !rest.isEmpty {
    let line = rest.prefix { !$0.isNewline }
    rest = rest[line.endIndex...].dropFirst()
    let isEnvelope = names.isEmpty && line.hasPrefix("From ") && line.contains("@")
    let isContinuation = !names.isEmpty && (line.first == " " || line.first == "\t")
    if isEnvelope || isContinuation { continue }
    guard let colon = line.firstIndex(of: ":"), !line[..<colon].contains(" ") else { break }
    names.insert(line[..<colon].lowercased()[...])
  }
  return names
}

private let namesInMailOnly: Set<Substring> = [
  "received", "return-path", "message-id", "mime-version", "delivered-to",
  "content-transfer-encoding", "dkim-signature",
]
