/// A pattern of PETRARCH in our pattern language, with an example that would show it.
///
/// PETRARCH looks for the target anywhere behind the verb; ours stands where it mostly does: behind
/// a bare preposition of the pattern, else behind its object with any preposition, else right behind
/// the verb.
struct PetrarchVerbPattern {
  private(set) var text = ""
  private(set) var example = ""
  enum Fault: String, Error {
    case before = "a condition on words before the verb"
    case token = "a mark for source, target or skipped words in a pattern"
    case undefinedSet = "a synonym set that no line defines"
    case phrase = "a phrase that has no counterpart"
  }

  private enum Part {
    case words([String])
    case phrase(preposition: String, [String])
  }

  /// Prepositions whose phrase mostly stands behind an object: "ask Iraq for help".
  private static let behindObject: Set<String> = ["for", "of", "to", "with", "from", "as", "in"]
  private static let prepositions = "of|to|from|with|against|on|in|for|by"

  /// - Parameters:
  ///   - head: `ask for`, the verb first.
  ///   - body: `* (FOR HELP)`.
  init(
    head: String, body: String, isTurned: Bool, sets: [String: [String]]
  ) throws(Fault) {
    var parts: [Part] = []
    for token in try Self.tokens(behindVerb: body) { parts.append(try Self.part(token, sets)) }
    var pattern = [isTurned ? "WHOM" : "WHO", head]
    var example = [isTurned ? "[WHOM Iran]" : "[WHO Iran]", "will", head]
    let target = isTurned ? "WHO" : "WHOM"
    func addTarget(after preposition: String?, alternatives: String? = nil) {
      if let preposition {
        pattern.append(alternatives ?? preposition)
        example.append(preposition)
      }
      pattern.append(target)
      example.append("[\(target) Iraq]")
    }
    let bare = parts.contains {
      if case .phrase(_, let words) = $0 { words.isEmpty } else { false }
    }
    var hasTarget = false
    for (index, part) in parts.enumerated() {
      switch part {
      case .words(let words):
        pattern += words
        example += words.map(Self.first)
      case .phrase(let preposition, let words) where words.isEmpty:
        addTarget(after: preposition)
        hasTarget = true
      case .phrase(let preposition, let words):
        if !hasTarget, !bare, index > 0 || Self.behindObject.contains(preposition) {
          addTarget(after: index == 0 ? nil : "of", alternatives: Self.prepositions)
          hasTarget = true
        }
        pattern += [preposition] + words
        example += [preposition] + words.map(Self.first)
      }
    }
    if !hasTarget {
      addTarget(after: parts.isEmpty ? nil : "of", alternatives: Self.prepositions)
    }
    text = pattern.joined(separator: " ")
    self.example = example.joined(separator: " ")
  }

  /// The first of alternatives.
  private static func first(_ words: String) -> String {
    String(words.prefix { $0 != "|" })
  }

  // MARK: Tokens

  /// Words, `&SETS`, `{PHRASES}` and `(PHRASES)` behind the asterisk.
  private static func tokens(behindVerb body: String) throws(Fault) -> [String] {
    guard body.first == "*" else { throw .before }
    var tokens: [String] = []
    var depth = 0
    for word in body.dropFirst().split(separator: " ") {
      if depth > 0 {
        tokens[tokens.count - 1] += " " + word
      } else {
        tokens.append(String(word))
      }
      depth += word.count { "({".contains($0) } - word.count { ")}".contains($0) }
    }
    return tokens
  }

  private static func part(_ token: String, _ sets: [String: [String]]) throws(Fault) -> Part {
    if token.contains(where: { "+$%^*!".contains($0) }) { throw .token }
    let words = token.filter { !"(){}".contains($0) }.split(whereSeparator: { " _".contains($0) })
    guard let first = words.first else { throw .phrase }
    if token.first == "(" {
      guard first.first != "&" else { throw .phrase }
      return .phrase(
        preposition: first.lowercased(), try plain(words.dropFirst().map(String.init), sets))
    }
    return .words(try plain(words.map(String.init), sets))
  }

  /// The words of a phrase; of a set its single words, as alternatives.
  private static func plain(
    _ words: [String], _ sets: [String: [String]]
  ) throws(Fault) -> [String] {
    var result: [String] = []
    for word in words {
      guard word.first == "&" else {
        result.append(lemma(word.lowercased()))
        continue
      }
      let members = sets[word]?.filter { !$0.contains(" ") } ?? []
      guard !members.isEmpty else { throw .undefinedSet }
      var seen: Set<String> = []
      result.append(
        members.map(lemma).filter { seen.insert($0).inserted }.joined(separator: "|"))
    }
    return result
  }

  /// Patterns match dictionary forms; the dictionary has plurals.
  private static func lemma(_ word: String) -> String {
    guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
      !word.hasSuffix("is")
    else { return word }
    if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    let isSibilant = ["sses", "shes", "ches", "xes"].contains { word.hasSuffix($0) }
    return String(word.dropLast(isSibilant ? 2 : 1))
  }
}
