/// A name of an actors or agents file with its synonyms and codes, as written.
struct PetrarchEntry {
  struct Code {
    /// What stands between the brackets.
    let text: String
    let line: Int
  }

  let name: String
  let line: Int
  var synonyms: [(text: String, line: Int)] = []
  var codes: [Code] = []
  /// What braces behind an agent say of its plural; nil without braces, empty for none.
  var plural: String?
}

/// Gathers entries from the lines of a file: a name, codes behind it or on lines of their own below
/// it, and synonyms that begin with a plus.
struct PetrarchLines {
  private(set) var current: PetrarchEntry?

  enum Event {
    /// The entry before this line is complete.
    case entry(PetrarchEntry)
    case substitution(name: String, words: [String])
    /// A synonym or code without a name before it.
    case orphan(String)
  }

  /// Takes a line in; what it completes or is.
  mutating func take(_ line: String, number: Int) -> Event? {
    let text = String(line.prefix { $0 != "#" })
    guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
    if first == "!" || first == "&", let substitution = Self.substitution(text) {
      return substitution
    }
    let isContinued = text.first?.isWhitespace == true || first == "[" || first == "+"
    if isContinued {
      guard current != nil else { return .orphan(text) }
      add(text, isSynonym: first == "+", number: number)
      return nil
    }
    defer {
      current = PetrarchEntry(name: Self.name(text), line: number)
      add(text, isSynonym: false, number: number)
    }
    return current.map { .entry($0) }
  }

  /// The last entry.
  mutating func finish() -> PetrarchEntry? {
    defer { current = nil }
    return current
  }

  private mutating func add(_ text: String, isSynonym: Bool, number: Int) {
    if isSynonym {
      let text = text.drop { $0.isWhitespace || $0 == "+" }
      current?.synonyms.append((Self.name(String(text)), number))
    }
    if let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}") {
      current?.plural = Self.name(String(text[text.index(after: open)..<close]))
    }
    var rest = text[...]
    while let open = rest.firstIndex(of: "[") {
      let close = rest[open...].firstIndex(of: "]") ?? rest.endIndex
      let code = rest[rest.index(after: open)..<close].trimmingPrefix { $0.isWhitespace }
      current?.codes.append(PetrarchEntry.Code(text: String(code), line: number))
      rest = close == rest.endIndex ? "" : rest[rest.index(after: close)...]
    }
  }

  /// What stands before codes and braces.
  private static func name(_ text: String) -> String {
    let name = text.prefix { $0 != "[" && $0 != "{" }
    return String(name).split { $0.isWhitespace }.joined(separator: " ")
  }

  /// `!PERSON! = MAN, MEN, WOMAN`.
  private static func substitution(_ text: String) -> Event? {
    guard let equals = text.firstIndex(of: "=") else { return nil }
    let name = text[..<equals].split { $0.isWhitespace }.joined()
    let words = text[text.index(after: equals)...].split(separator: ",")
      .map { $0.split { $0.isWhitespace }.joined(separator: " ") }
    return .substitution(name: name, words: words.filter { !$0.isEmpty })
  }
}
