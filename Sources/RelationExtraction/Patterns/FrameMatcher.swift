import DocumentModel
import Gazetteers

/// Fits the arguments of a predicate to the frames of its head; the most specific frame wins.
struct FrameMatcher {
  /// A frame with its slots filled.
  struct Match {
    var frame: Frame
    var fillers: [Frame.Role: [Argument]]

    func arguments(_ role: Frame.Role) -> [Argument] { fillers[role] ?? [] }
  }

  let lexicon: ExtractionLexicon
  let isEntity: (Int) -> Bool
  let lemma: (Int) -> String

  /// The best match among `frames`; nil when the required slots of none are filled.
  func match(_ structure: ArgumentStructure, lightVerb: String?, frames: [Frame]) -> Match? {
    var best: (score: Float, match: Match)?
    for frame in frames {
      guard let (match, score) = fit(structure, to: frame, lightVerb: lightVerb) else { continue }
      if score > best?.score ?? -1 { best = (score, match) }
    }
    return best?.match
  }

  private func fit(_ structure: ArgumentStructure, to frame: Frame, lightVerb: String?) -> (
    Match, Float
  )? {
    guard frame.lightVerbs.isEmpty || lightVerb.map(frame.lightVerbs.contains) == true else {
      return nil
    }
    var fillers: [Frame.Role: [Argument]] = [:]
    var used: Set<Int> = []
    var score: Float = frame.lightVerbs.isEmpty ? 0 : 1
    for slot in frame.slots {
      let found = structure.arguments.filter { fits($0, slot) && !used.contains($0.token) }
      guard let first = found.first else {
        // An agent may be missing from a passive; what is needed of the others must be there.
        if slot.isOptional || slot.role == .who { continue }
        return nil
      }
      fillers[slot.role, default: []].append(first)
      used.insert(first.token)
      score += weight(of: slot, filledBy: first)
    }
    return (Match(frame: frame, fillers: fillers), score)
  }

  /// A preposition or a class of things says more than an object, and an entity more than a thing.
  private func weight(of slot: Frame.Slot, filledBy argument: Argument) -> Float {
    var weight: Float = slot.isOptional ? 0.9 : 1
    if case .thing = slot.filter { weight += 0.5 }
    if slot.filter == .entity { weight += 0.3 }
    if case .oblique = argument.function { weight += argument.isHanging ? -0.3 : 0.1 }
    if slot.role == .whom || slot.role == .with, isEntity(argument.token) { weight += 0.5 }
    return weight
  }

  private func fits(_ argument: Argument, _ slot: Frame.Slot) -> Bool {
    guard slot.functions.contains(argument.function),
      !argument.isHanging || slot.role == .whom || slot.role == .with
    else { return false }
    switch slot.filter {
    case .none: return true
    case .entity: return isEntity(argument.token)
    case .thing(let name): return lexicon.isThing(lemma(argument.token), of: name)
    }
  }
}
