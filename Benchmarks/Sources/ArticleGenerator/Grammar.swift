/// A context-free grammar of news prose, as data.
///
/// A rule is a line `= name` and the alternatives under it, one or several a line, divided by `|`.
/// `{name}` stands for another rule, or for something drawn at random: see `Piece`.
struct Grammar: Sendable {
  enum Piece: Sendable {
    case literal(String)
    /// An index into `rules`.
    case symbol(Int)
    /// `{a}` and `{A}`: "a" or "an", as the next word has it.
    case article(String)
    /// `{known-person}`: a name that the generated gazetteer has.
    case known(KnownNames.Kind)
    /// `{number}`, `{unknown-person}`, …
    case drawn(DrawnPhrase)
    /// `{next-sentence}`: a blank, after which another sentence begins.
    case sentenceBreak
  }

  /// For each rule its alternatives.
  private(set) var rules: [[[Piece]]] = []
  private var symbols: [String: Int] = [:]

  static let news = Grammar(
    [sentenceRules, phraseRules, wordRules, countryRules], verbs: verbForms)

  init(_ sources: [String], verbs: [String: [String]]) {
    let texts = sources.flatMap(Self.rules)
    let names = texts.map(\.name) + verbs.keys.sorted()
    symbols = Dictionary(
      names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    precondition(symbols.count == names.count, "every rule has a name of its own")
    rules = texts.map { rule in rule.alternatives.map { pieces(of: $0) } }
    rules += verbs.keys.sorted().map { name in (verbs[name] ?? []).map { [.literal($0)] } }
  }

  func symbol(named name: String) -> Int {
    guard let symbol = symbols[name] else { preconditionFailure("no rule is called \(name)") }
    return symbol
  }

  private static func rules(in source: String) -> [(name: String, alternatives: [String])] {
    var rules: [(name: String, alternatives: [String])] = []
    for line in source.split(separator: "\n") {
      if line.hasPrefix("= ") {
        rules.append((String(line.dropFirst(2)), []))
      } else {
        rules[rules.count - 1].alternatives += alternatives(in: line)
      }
    }
    return rules
  }

  private static func alternatives(in line: Substring) -> [String] {
    line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  private func pieces(of alternative: String) -> [Piece] {
    var pieces: [Piece] = []
    for part in alternative.split(separator: "{", omittingEmptySubsequences: false) {
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { pieces.append(piece(named: String(halves[0]))) }
      if let words = halves.last, !words.isEmpty { pieces.append(.literal(String(words))) }
    }
    return pieces
  }

  private func piece(named name: String) -> Piece {
    if name == "a" || name == "A" { return .article(name) }
    if name == "next-sentence" { return .sentenceBreak }
    if let drawn = DrawnPhrase(rawValue: name) { return .drawn(drawn) }
    if name.hasPrefix("known-"), let kind = KnownNames.Kind(rawValue: String(name.dropFirst(6))) {
      return .known(kind)
    }
    return .symbol(symbol(named: name))
  }
}
