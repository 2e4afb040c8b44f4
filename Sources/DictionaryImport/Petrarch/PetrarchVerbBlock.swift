/// Verbs of one meaning with the patterns that they share, as `--- ASK [020] ---` begins them.
struct PetrarchVerbBlock {
  struct Verb {
    /// `ASK_FOR`, the verb first.
    var name: String
    var code: String?
    var hasForms: Bool
    var line: Int
  }

  struct Pattern {
    /// White space folded: `* (FOR HELP)`.
    var text: String
    var code: String
    /// The verbs whose pattern it was before blocks were made, from the comment.
    var verbs: [String]
    var line: Int
  }

  var code: String?
  var verbs: [Verb] = []
  var patterns: [Pattern] = []
}

/// Groups the lines of a PETRARCH verb dictionary into synonym sets and blocks.
struct PetrarchVerbLines {
  private(set) var sets: [String: [String]] = [:]
  private(set) var setLines: [String: Int] = [:]
  private(set) var blocks: [PetrarchVerbBlock] = []
  /// Lines that are none of these, with the reason.
  private(set) var lost: [(text: String, reason: String, line: Int)] = []
  private var set: String?

  mutating func take(_ line: String, number: Int) {
    let parts = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts[0].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let comment = parts.count > 1 ? String(parts[1]) : ""
    switch text.first {
    case nil: return
    case "~": lost.append((text, "a transformation of events", number))
    case "&":
      set = text
      sets[text] = []
      setLines[text] = number
    case "-" where text.hasPrefix("---"): begin(text)
    case "-": takePattern(text, comment, number)
    case _ where set != nil: sets[set ?? "", default: []].append(Self.word(text))
    default: takeVerb(text, number)
    }
  }

  private mutating func begin(_ text: String) {
    set = nil
    blocks.append(PetrarchVerbBlock(code: Self.code(in: text)))
  }

  private mutating func takeVerb(_ text: String, _ number: Int) {
    guard !blocks.isEmpty else {
      return lost.append((text, "a line before the first verb", number))
    }
    let name = text.prefix { !" {[".contains($0) }
    blocks[blocks.count - 1].verbs.append(
      PetrarchVerbBlock.Verb(
        name: String(name), code: Self.code(in: text), hasForms: text.contains("{"), line: number))
  }

  private mutating func takePattern(_ text: String, _ comment: String, _ number: Int) {
    guard !blocks.isEmpty, let code = Self.code(in: text), let bracket = text.lastIndex(of: "[")
    else { return lost.append((text, "a pattern without a code", number)) }
    let body = text[..<bracket].dropFirst().split(separator: " ").joined(separator: " ")
    let verbs = comment.split { !$0.isUppercase && $0 != "_" }.map(String.init)
    blocks[blocks.count - 1].patterns.append(
      PetrarchVerbBlock.Pattern(text: body, code: code, verbs: verbs, line: number))
  }

  /// What stands in the last square brackets.
  private static func code(in text: String) -> String? {
    guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]") else {
      return nil
    }
    return text[text.index(after: open)..<close].filter { !$0.isWhitespace }
  }

  /// `+JUMBO_JET` and `CASH_` as words.
  static func word(_ text: String) -> String {
    text.split { "+_ ".contains($0) }.joined(separator: " ").lowercased()
  }
}
