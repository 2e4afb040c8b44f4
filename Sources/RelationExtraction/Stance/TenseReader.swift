import DocumentModel
import Gazetteers

/// When a predicate is said to be: before, at or after the time of writing.
struct TenseReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon

  private static let deepest = 6

  func tense(of trigger: Int, modality: Stance.Modality) -> Stance.Tense? {
    let tense = ownTense(of: trigger) ?? inherited(by: trigger, modality: modality)
    return tense
  }

  /// What its own form and auxiliaries say.
  private func ownTense(of token: Int) -> Stance.Tense? {
    let auxiliaries = tree.children(of: token, .aux, .auxPass, .cop)
    let lemmas = auxiliaries.map { tree.lemma($0) }
    if lemmas.contains(where: Self.future.contains) {
      return lemmas.contains("have") && lemmas.contains("would") ? .past : .future
    }
    if isDue(token) { return .future }
    if let modal = lemmas.first(where: Self.modal.contains) {
      return lemmas.contains("have") ? .past : modal == "can" ? .present : .future
    }
    if let finite = auxiliaries.first(where: { tree.features($0).verbForm == .fin }) {
      if tree.isToBe(token, after: finite) { return .future }
      return tree.features(finite).tense == .past || tree.lemma(finite) == "have"
        ? .past : .present
    }
    if lemmas.contains("have") { return .past }
    guard tree.isVerbal(token), tree.isFinite(token) else { return nil }
    switch tree.features(token).tense {
    case .past: return .past
    case .pres: return isSubjunctive(token) ? nil : .present
    case .none: return nil
    }
  }

  private static let future: Set<String> = ["will", "shall", "'ll", "would"]
  private static let modal: Set<String> = [
    "may", "might", "could", "can", "should", "must", "ought", "need",
  ]

  /// "is due to visit"
  private func isDue(_ token: Int) -> Bool {
    tree.isVerbal(token) && tree.children(of: token, .mark).contains { tree.lemma($0) == "due" }
  }

  /// "demanded that it stop"
  private func isSubjunctive(_ token: Int) -> Bool {
    guard [.ccomp, .csubj, .acl].contains(tree.relation(token)), let head = tree.head(of: token)
    else { return false }
    return lexicon.cues.cues(tree.lemma(head)).contains { $0.modality == .demanded }
  }

  /// Forms without a tense take that of what they depend on, or the future when they are to be.
  private func inherited(by token: Int, modality: Stance.Modality) -> Stance.Tense? {
    switch modality {
    case .planned, .demanded, .conditional: return .future
    case .possible where isInfinitive(token): return .future
    default: break
    }
    var node = token
    for _ in 0..<Self.deepest {
      guard let head = tree.head(of: node) else { return nil }
      if let tense = ownTense(of: head) { return tense }
      node = head
    }
    return nil
  }

  private func isInfinitive(_ token: Int) -> Bool {
    guard tree.isVerbal(token), let head = tree.head(of: token) else { return false }
    return tree.features(token).verbForm == .inf
      && (tree.tag(head) == .adj || tree.tag(head) == .noun)
  }
}
