import DocumentModel
import Gazetteers

/// Reads the pattern language of the lexicon.
///
///     pattern   = { element }
///     element   = "(" pattern ")"            optional
///               | item { "|" item }          alternatives
///     item      = slot | word
///     slot      = ROLE [ "'s" ] [ ":" filter ]
///     filter    = "adj" | "ent" | "inf" | "np" | "clause" | "@" class
///
/// Words before a slot are prepositions; words between the acting slot and a noun head are the light
/// verbs that may govern it.
struct PatternParser {
  struct Failure: Error, Equatable {
    /// In characters from the start of the pattern, from 1.
    var column: Int
    var message: String
  }

  private indirect enum Element: Equatable {
    case word(String)
    case slot(Frame.Role, isPossessive: Bool, filter: String?)
    case alternatives([Element])
    case optional([Element])
  }

  private let characters: [Character]
  private var position = 0

  private init(_ text: String) { characters = Array(text) }

  /// The frame of a pattern.
  static func frame(for pattern: LexiconPattern) throws(Failure) -> Frame {
    guard let partOfSpeech = ArgumentStructure.PartOfSpeech(rawValue: pattern.partOfSpeech) else {
      throw Failure(column: 1, message: "unknown part of speech \(pattern.partOfSpeech)")
    }
    var parser = PatternParser(pattern.text)
    let elements = try parser.sequence(until: nil)
    var builder = FrameBuilder(pattern: pattern, partOfSpeech: partOfSpeech)
    builder.add(elements)
    guard builder.hasHead else {
      throw Failure(column: 1, message: "the head \"\(pattern.head)\" is not in the pattern")
    }
    return builder.frame
  }

  // MARK: Reading

  private mutating func sequence(until end: Character?) throws(Failure) -> [Element] {
    var elements: [Element] = []
    while true {
      skipSpaces()
      guard position < characters.count else {
        if end != nil { throw Failure(column: position + 1, message: "a bracket is not closed") }
        return elements
      }
      if characters[position] == end {
        position += 1
        return elements
      }
      elements.append(try element())
    }
  }

  private mutating func element() throws(Failure) -> Element {
    if characters[position] == "(" { return try bracket() }
    var items = [try item()]
    while position < characters.count, characters[position] == "|" {
      position += 1
      items.append(try item())
    }
    return items.count == 1 ? items[0] : .alternatives(items)
  }

  /// Brackets around alternatives of slots only group; all others make their contents optional.
  private mutating func bracket() throws(Failure) -> Element {
    position += 1
    let inner = try sequence(until: ")")
    return .optional(inner)
  }

  private mutating func item() throws(Failure) -> Element {
    let start = position
    while position < characters.count, !" |()".contains(characters[position]) { position += 1 }
    let text = String(characters[start..<position])
    guard !text.isEmpty else {
      throw Failure(column: start + 1, message: "expected a word or a slot")
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let isPossessive = parts[0].hasSuffix("'s")
    let name = isPossessive ? String(parts[0].dropLast(2)) : parts[0]
    guard let role = Frame.Role(rawValue: name) else {
      if name.allSatisfy(\.isUppercase), name.count > 2 {
        throw Failure(column: start + 1, message: "unknown slot \(name)")
      }
      return .word(text)
    }
    return .slot(role, isPossessive: isPossessive, filter: parts.count > 1 ? parts[1] : nil)
  }

  private mutating func skipSpaces() {
    while position < characters.count, characters[position] == " " { position += 1 }
  }

  // MARK: Building

  /// Turns the elements of a pattern, read from left to right, into the slots of a frame.
  private struct FrameBuilder {
    var frame: Frame
    var hasHead = false
    private let headWords: [String]
    private var prepositions: [String] = []
    private var wordsBeforeHead: [[String]] = []
    /// Behind "and": the second of two conjoined parties, which coordination finds by itself.
    private var isConjunct = false

    init(pattern: LexiconPattern, partOfSpeech: ArgumentStructure.PartOfSpeech) {
      headWords = pattern.head.split(separator: " ").map(String.init)
      frame = Frame(
        relation: pattern.relation, head: pattern.head, partOfSpeech: partOfSpeech, lightVerbs: [],
        slots: [], isReciprocal: false)
    }

    mutating func add(_ elements: [Element], isOptional: Bool = false) {
      for element in elements { add(element, isOptional: isOptional) }
    }

    private mutating func add(_ element: Element, isOptional: Bool) {
      switch element {
      case .word(let word): add(words: [word], isOptional: isOptional)
      case .slot(let role, let isPossessive, let filter):
        add(role, isPossessive: isPossessive, filter: filter, isOptional: isOptional)
      case .optional(let inner): addBracket(inner)
      case .alternatives(let items): add(alternatives: items, isOptional: isOptional)
      }
    }

    private mutating func addBracket(_ inner: [Element]) {
      let before = prepositions
      add(inner, isOptional: true)
      // "(with) WITH": the preposition may be missing.
      if inner.allSatisfy({ if case .word = $0 { true } else { false } }) {
        prepositions.append("")
      }
      if inner.contains(where: { if case .word = $0 { false } else { true } }) {
        prepositions = before
      }
    }

    private mutating func add(alternatives items: [Element], isOptional: Bool) {
      let words = items.compactMap { if case .word(let word) = $0 { word } else { nil } }
      if words.count == items.count { return add(words: words, isOptional: isOptional) }
      // "WHO:adj|WHO's", "by|from WHO" inside brackets: the functions of one slot add up.
      var merged: Frame.Slot?
      for item in items {
        guard case .slot(let role, let isPossessive, let filter) = item else {
          if case .word(let word) = item { prepositions.append(word) }
          continue
        }
        let slot = slot(role, isPossessive: isPossessive, filter: filter, isOptional: isOptional)
        if merged?.role == slot.role {
          merged?.functions += slot.functions
        } else {
          merged = merged ?? slot
        }
      }
      if let merged { frame.slots.append(merged) }
    }

    private mutating func add(words: [String], isOptional: Bool) {
      if !hasHead, words.contains(headWords[0]) {
        hasHead = true
        if frame.partOfSpeech == .noun, let last = wordsBeforeHead.last { frame.lightVerbs = last }
        prepositions = []
        return
      }
      if hasHead, headWords.dropFirst().contains(words[0]) { return }
      if words == ["and"] {
        if hasHead { isConjunct = true } else { frame.isReciprocal = true }
        return
      }
      if hasHead { prepositions += words } else { wordsBeforeHead.append(words) }
    }

    private mutating func add(
      _ role: Frame.Role, isPossessive: Bool, filter: String?, isOptional: Bool
    ) {
      guard !isConjunct else {
        isConjunct = false
        return
      }
      frame.slots.append(
        slot(role, isPossessive: isPossessive, filter: filter, isOptional: isOptional))
      if hasHead { prepositions = [] }
    }

    private mutating func slot(
      _ role: Frame.Role, isPossessive: Bool, filter: String?, isOptional: Bool
    ) -> Frame.Slot {
      Frame.Slot(
        role: role, functions: functions(isPossessive: isPossessive, filter: filter),
        filter: Self.filter(filter), isOptional: isOptional)
    }

    private static func filter(_ text: String?) -> Frame.Filter {
      guard let text else { return .none }
      if text == "ent" { return .entity }
      return text.hasPrefix("@") ? .thing(String(text.dropFirst())) : .none
    }

    private mutating func functions(isPossessive: Bool, filter: String?) -> [Argument.Function] {
      if filter == "adj" { return [.modifier] }
      if isPossessive { return [.possessor] }
      if !hasHead { return [.subject] }
      if filter == "inf" || filter == "clause" { return [.clause] }
      guard !prepositions.isEmpty else {
        return frame.partOfSpeech == .noun ? [.modifier] : [.object, .indirectObject]
      }
      return prepositions.map { $0.isEmpty ? .object : .oblique($0) }
    }
  }
}
