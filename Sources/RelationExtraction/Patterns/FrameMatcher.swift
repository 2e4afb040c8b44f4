import DocumentModel
import Gazetteers

/// Fits the arguments of a predicate to the frames of its head.
struct FrameMatcher {
  /// A frame with its slots filled.
  struct Match {
    var frame: Frame
    var fillers: [PatternRole: [Argument]]
    /// Higher is more specific.
    var score: Float

    func arguments(_ role: PatternRole) -> [Argument] { fillers[role] ?? [] }
  }

  let lexicon: ExtractionLexicon
  let tree: TreeIndex
  let isEntity: (Int) -> Bool
  /// Whether a phrase is an entity itself, or acts for one, rather than a thing that belongs to one.
  let isNamed: (Int) -> Bool

  func fit(_ structure: ArgumentStructure, to frame: Frame) -> Result<Match, MisfitError> {
    for words in frame.requirements where !stands(words, with: structure) {
      return .failure(MisfitError(misfit: .missingWord(words)))
    }
    var match = Match(frame: frame, fillers: [:], score: 1.2 * Float(frame.requirements.count))
    var used: Set<Int> = []
    for slot in frame.slots {
      guard let filler = filler(of: slot, in: structure, besides: used) else {
        // An agent may be missing from a passive; what is needed of the others must be there.
        if slot.isOptional || slot.role == .who && !frame.isMutual { continue }
        return .failure(MisfitError(misfit: .missingSlot(slot.role)))
      }
      match.fillers[slot.role, default: []].append(filler)
      used.insert(filler.token)
      match.score += weight(of: slot, filledBy: filler)
    }
    if frame.isReciprocal, !isCoordinated(match) {
      return .failure(MisfitError(misfit: .missingSlot(.with)))
    }
    return .success(match)
  }

  struct MisfitError: Error { var misfit: PatternMisfit.Cause }

  /// Whether one of the words depends on the head, marks one of its arguments, or governs it.
  private func stands(_ words: [String], with structure: ArgumentStructure) -> Bool {
    let anchor = structure.token
    for child in tree.children(of: anchor) {
      if has(words, at: child) { return true }
      if tree.children(of: child, .case, .mark, .fixed, .cc).contains(where: { has(words, at: $0) })
      {
        return true
      }
    }
    if words.contains("be"), structure.isPredicated { return true }
    if let governor = structure.governor, has(words, at: governor) { return true }
    return structure.arguments.contains { argument in
      (!argument.isIndirect || argument.function == .object) && has(words, at: argument.token)
        || argument.host.map { has(words, at: $0) } == true
        || tree.children(of: argument.token, .case).contains { has(words, at: $0) }
        // "found Trump [liable]"
        || tree.children(of: argument.token, .amod).contains {
          $0 > argument.token && has(words, at: $0)
        }
    }
      || [.nmod, .compound].contains(tree.relation(anchor))
        && tree.head(of: anchor).map { has(words, at: $0) } == true
  }

  private func has(_ words: [String], at token: Int) -> Bool {
    let lemma = tree.lemma(token)
    if words.contains(where: { Self.areForms($0, lemma) }) { return true }
    guard tree.tag(token) == .propn || tree.tag(token) == .verb || tree.tag(token) == .adj else {
      return false
    }
    return words.contains(tree.form(token))
  }

  /// Equal, or but for an "s": of "arms" and "troops" a lemmatiser may know no singular.
  private static func areForms(_ left: String, _ right: String) -> Bool {
    let (left, right) = (left.utf8, right.utf8)
    guard left.count != right.count else { return left.elementsEqual(right) }
    guard abs(left.count - right.count) == 1 else { return false }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    return long.last == UInt8(ascii: "s") && long.starts(with: short)
  }

  private func filler(
    of slot: Frame.Slot, in structure: ArgumentStructure, besides used: Set<Int>
  ) -> Argument? {
    let found = structure.arguments.filter {
      fits($0, slot, hangingOn: used) && !used.contains($0.token)
    }
    guard found.count > 1, slot.role == .whom || slot.role == .with else { return found.first }
    return found.first { $0.function == .indirectObject }
      ?? found.first { isEntity($0.token) } ?? found.first
  }

  private func isCoordinated(_ match: Match) -> Bool {
    match.arguments(.who).contains { argument in
      tree.child(of: argument.token, .conj) != nil
        || tree.features(argument.token).number == .plur
    }
  }

  /// Receivers and partners hang on things; so do topics, by prepositions that mark nothing else.
  private func mayHang(_ role: PatternRole, _ function: Argument.Function) -> Bool {
    guard case .oblique(let preposition) = function else { return false }
    switch role {
    case .who: return false
    case .whom, .with: return !["about", "as"].contains(preposition)
    case .what, .topic: return ["of", "about", "as", "for", "on", "over"].contains(preposition)
    }
  }

  /// A preposition or a class of things says more than an object, and an entity more than a thing.
  private func weight(of slot: Frame.Slot, filledBy argument: Argument) -> Float {
    var weight: Float = slot.isOptional ? 0.9 : 1
    if case .things = slot.filter { weight += 0.5 }
    if slot.filter == .entity { weight += 0.3 }
    if case .oblique = argument.function { weight += argument.host != nil ? -0.3 : 0.1 }
    if slot.role == .whom || slot.role == .with, isEntity(argument.token) { weight += 0.5 }
    return weight
  }

  /// What hangs on another noun fits when the pattern spells that noun, or it fills a slot itself.
  private func fits(_ argument: Argument, _ slot: Frame.Slot, hangingOn fillers: Set<Int>) -> Bool {
    guard slot.functions.contains(argument.function) else { return false }
    if let host = argument.host, argument.function != .objectPossessor,
      !slot.hosts.contains(tree.lemma(host)), !fillers.contains(host)
    {
      guard argument.mayBelongToHead, mayHang(slot.role, argument.function) else { return false }
    }
    switch slot.filter {
    case .none: return true
    case .infinitive:
      return !tree.children(of: argument.token, .mark).contains {
        ["that", "whether", "if"].contains(tree.lemma($0))
      }
    case .finite:
      return !tree.children(of: argument.token, .mark).contains { tree.lemma($0) == "to" }
    case .entity: return isNamed(argument.token) && isEntity(argument.token)
    case .things(let names):
      // "a brotherly country" is praise by its adjective.
      let words =
        [argument.token] + (slot.role == .topic ? tree.children(of: argument.token, .amod) : [])
      return words.contains { word in
        names.contains { lexicon.isThing(tree.lemma(word), of: $0) }
      }
    }
  }
}
