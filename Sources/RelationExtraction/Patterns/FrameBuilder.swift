import DocumentModel
import Gazetteers

/// Turns the elements of a pattern, read from left to right, into the slots of a frame.
struct FrameBuilder {
  private(set) var hasHead = false
  private var frame: Frame
  private let headWords: [String]
  /// Words read since the last slot, as alternatives.
  private var words: [[String]] = []
  /// Those before the bracket that is being read.
  private var outerWords: [[String]] = []
  /// Of "on WHOM's WHAT": the preposition marks the thing as well.
  private var ownersMarkers: [String]?
  /// After "(with)": the next slot may stand without the preposition.
  private var mayBeBare = false
  /// Particles stand before the first slot after the head.
  private var hasSlotAfterHead = false
  /// Behind "and": the second of two conjoined parties, which coordination finds by itself.
  private var isConjunct = false

  init(pattern: LexiconPattern, partOfSpeech: ArgumentStructure.PartOfSpeech) {
    headWords = pattern.head.split { $0 == " " || $0 == "-" }.map(String.init)
    frame = Frame(
      relation: pattern.relation, head: pattern.head,
      anchor: Self.anchor(of: pattern.head, headWords, partOfSpeech), partOfSpeech: partOfSpeech,
      requirements: [], governors: [], slots: [], isReciprocal: false, isMutual: false,
      origin: pattern.origin)
  }

  /// "carry" of "carry out", "control" of "take control", "lead" of "lead over".
  private static func anchor(
    of head: String, _ words: [String], _ partOfSpeech: ArgumentStructure.PartOfSpeech
  ) -> String {
    switch partOfSpeech {
    case .verb:
      // Of a word with a hyphen the last part is the verb: "strong-arm", "de-escalate".
      let parts = head.split(separator: " ")
      // "strongly condemn", but "comply with".
      let isAdverb =
        parts.count > 1 && parts[0].hasSuffix("ly") && !prepositions.contains(String(parts[1]))
      let first = isAdverb ? parts[1] : parts.first
      return first?.split(separator: "-").last.map(String.init) ?? ""
    case .noun, .adjective:
      return words.last { !prepositions.contains($0) && !["up", "down"].contains($0) } ?? ""
    }
  }

  mutating func add(_ elements: [PatternParser.Element], isOptional: Bool = false) {
    for element in elements { add(element, isOptional: isOptional) }
  }

  func finished() -> Frame {
    var frame = frame
    frame.requirements += words
    return frame
  }

  private mutating func add(_ element: PatternParser.Element, isOptional: Bool) {
    switch element {
    case .word(let word): add(words: [word])
    case .slot(let role, let isPossessive, let filter):
      add(slot(role, isPossessive: isPossessive, filter: filter, isOptional: isOptional))
    case .optional(let inner): addBracket(inner)
    case .alternatives(let items): add(alternatives: items, isOptional: isOptional)
    }
  }

  private mutating func addBracket(_ inner: [PatternParser.Element]) {
    let isWords = inner.allSatisfy {
      switch $0 {
      case .word: true
      case .alternatives(let items): items.allSatisfy { if case .word = $0 { true } else { false } }
      default: false
      }
    }
    if isWords {
      mayBeBare = true
      return add(inner, isOptional: true)
    }
    let before = (words, frame.requirements)
    if hasHead { (words, outerWords) = ([], words) }
    add(inner, isOptional: true)
    (words, frame.requirements) = before
    outerWords = []
  }

  private mutating func add(alternatives items: [PatternParser.Element], isOptional: Bool) {
    let words = items.compactMap { if case .word(let word) = $0 { word } else { nil } }
    if words.count == items.count { return add(words: words) }
    // "WHO:adj|WHO's": the functions and filters of one slot add up.
    var merged: Frame.Slot?
    for item in items {
      guard case .slot(let role, let isPossessive, let filter) = item else {
        if case .word(let word) = item { self.words.append([word]) }
        continue
      }
      let slot = slot(role, isPossessive: isPossessive, filter: filter, isOptional: isOptional)
      guard var known = merged, known.role == slot.role else {
        merged = merged ?? slot
        continue
      }
      known.functions += slot.functions.filter { !known.functions.contains($0) }
      if case .things(let names) = known.filter, case .things(let more) = slot.filter {
        known.filter = .things(names + more)
      }
      merged = known
    }
    if let merged { add(merged) }
  }

  private mutating func add(words alternatives: [String]) {
    let parts = alternatives.map { $0.split(separator: "-").map(String.init) }
    for position in 0..<(parts.map(\.count).max() ?? 0) {
      add(alternatives: parts.compactMap { position < $0.count ? $0[position] : nil })
    }
  }

  private mutating func add(alternatives new: [String]) {
    if !hasHead, new.contains(frame.anchor) {
      hasHead = true
      frame.requirements += words
      if frame.partOfSpeech != .verb, let first = words.first { frame.governors = first }
      words = []
      return
    }
    if new == ["and"], !headWords.contains("and") {
      isConjunct = true
      frame.isMutual = frame.slots.last?.role == .who
      if !hasHead { frame.isReciprocal = true }
      return
    }
    words.append(new)
  }

  private mutating func add(_ slot: Frame.Slot) {
    guard !isConjunct else {
      isConjunct = false
      return
    }
    frame.slots.append(slot)
    guard hasHead else { return }
    defer { hasSlotAfterHead = true }
    let keepsMarker = particle != nil || markers == nil
    frame.requirements += keepsMarker ? words : Array(words.dropLast())
    words = []
    mayBeBare = false
  }

  /// The prepositions that mark the slot to come.
  private var markers: [String]? {
    guard let last = words.last, last.allSatisfy(Self.prepositions.contains) else { return nil }
    return last
  }

  /// A word that parsers read as a particle with an object or as a preposition: "take over".
  private var particle: String? {
    guard frame.partOfSpeech == .verb, !hasSlotAfterHead, let last = words.last, last.count == 1,
      headWords.dropFirst().contains(last[0]) || Self.particles.contains(last[0])
    else { return nil }
    return last[0]
  }

  private mutating func slot(
    _ role: PatternRole, isPossessive: Bool, filter: String?, isOptional: Bool
  ) -> Frame.Slot {
    Frame.Slot(
      role: role, functions: functions(isPossessive: isPossessive, filter: filter),
      filter: Self.filter(filter), isOptional: isOptional, hosts: hosts)
  }

  /// The words before the slot and its preposition: what the slot may hang on, "stake" of "stake in
  /// WHOM", "meet" of "agree to meet WITH".
  private var hosts: [String] {
    guard hasHead else { return [] }
    return ((markers == nil ? words : words.dropLast()) + outerWords).flatMap { $0 }
      .filter { !Self.prepositions.contains($0) }
  }

  private static func filter(_ text: String?) -> Frame.Filter {
    guard let text else { return .none }
    switch text {
    case "ent": return .entity
    case "inf": return .infinitive
    case "clause": return .finite
    default: break
    }
    return text.hasPrefix("@") ? .things([String(text.dropFirst())]) : .none
  }

  private mutating func functions(isPossessive: Bool, filter: String?) -> [Argument.Function] {
    let isVerb = frame.partOfSpeech == .verb
    if filter == "adj", !isVerb { return [.modifier] }
    if isPossessive {
      if hasHead { ownersMarkers = markers }
      return [hasHead ? .objectPossessor : .possessor]
    }
    defer { ownersMarkers = nil }
    if words.isEmpty, let ownersMarkers { return ownersMarkers.map { .oblique($0) } }
    guard hasHead else { return functionsBeforeHead }
    let isClausal = ["inf", "clause", "np", "adj"].contains(filter)
    var functions: [Argument.Function] = isClausal ? [.clause] : []
    if let markers {
      functions += markers.map {
        ["that", "whether"].contains($0) ? .clauseSubject : .oblique($0)
      }
    } else if functions.isEmpty {
      functions += isVerb ? [.object, .indirectObject] : [.modifier]
    } else if filter == "np", isVerb {
      functions.append(.object)
    }
    if mayBeBare || particle != nil { functions.append(.object) }
    return functions
  }

  /// "WHO give WHOM support": what stands between the governing verb and the noun is the verb's.
  private var functionsBeforeHead: [Argument.Function] {
    guard !frame.slots.isEmpty, !words.isEmpty, !isConjunct else { return [.subject] }
    if let markers { return markers.map { .oblique($0) } }
    return [.indirectObject, .object]
  }

  private static let particles: Set<String> = [
    "along", "in", "off", "on", "out", "over", "through",
  ]

  static let prepositions: Set<String> = [
    "about", "above", "across", "after", "against", "ahead", "along", "alongside", "amid", "among",
    "around", "as", "at", "before", "behind", "below", "beneath", "beside", "between", "beyond",
    "by", "despite", "during", "for", "from", "in", "inside", "into", "like", "near", "of", "off",
    "on",
    "onto", "out", "outside", "over", "past", "per", "since", "through", "throughout", "to",
    "toward", "towards", "under", "until", "upon", "versus", "via", "with", "within", "without",
    "that", "whether",
  ]
}
