import DocumentModel
import Gazetteers

extension TreeIndex {
  func form(_ token: Int) -> String { document.smallForm(of: token) }

  /// A gerund or present participle by its form.
  func endsInIng(_ token: Int) -> Bool { document.form(of: token).hasSuffix("ing") }

  /// The sentence that holds a token.
  func sentence(of token: Int) -> Range<Int> {
    var low = 0
    var high = document.sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if document.sentences[middle].tokens.lowerBound <= token {
        low = middle
      } else {
        high = middle
      }
    }
    return document.sentences[low].tokens
  }

  /// "is to meet", "were to be met".
  func isToBe(_ verb: Int, after copula: Int) -> Bool {
    lemma(copula) == "be" && isVerbal(verb)
      && children(of: verb, .mark).contains { lemma($0) == "to" && $0 == copula + 1 }
  }

  /// How a word hangs on its head, as far as cues ask; nil where cues do not reach.
  func reach(of node: Int) -> StanceCue.Reach? {
    switch relation(node) {
    case .xcomp, .ccomp, .csubj, .csubjPass, .acl, .advcl: return form(ofClause: node)
    case .obj, .nsubjPass, .nmod, .obl, .nmodPoss, .compound:
      return isVerbal(node) ? form(ofClause: node) : .noun
    case .amod: return isVerbal(node) && isGerund(node) ? .gerund : nil
    case .aclRelcl: return isContentClause(node) ? .clause : nil
    case .nsubj: return isVerbal(node) ? form(ofClause: node) : .subject
    default: return nil
    }
  }

  /// "reports that it had helped him": no gap for the noun to fill, whatever the parser calls it.
  private func isContentClause(_ node: Int) -> Bool {
    guard let that = children(of: node).first(where: { lemma($0) == "that" && $0 < node }) else {
      return false
    }
    switch relation(that) {
    case .nsubj, .nsubjPass: return false
    case .obj: return children(of: node, .obj).count > 1 && child(of: node, .nsubj) != nil
    default: return child(of: node, .nsubj, .nsubjPass) != nil
    }
  }

  /// Infinitive, gerund, or a clause with a finite verb.
  private func form(ofClause node: Int) -> StanceCue.Reach {
    let marks = children(of: node, .mark, .aux)
    if marks.contains(where: { lemma($0) == "that" }) { return .clause }
    if marks.contains(where: { lemma($0) == "to" && tag($0) == .part }) { return .infinitive }
    if child(of: node, .aux, .cop) != nil, !isGerund(node) { return .clause }
    if isGerund(node) { return .gerund }
    switch features(node).verbForm {
    case .inf where child(of: node, .nsubj, .nsubjPass) == nil: return .infinitive
    case .part: return .infinitive
    default: return .clause
    }
  }

  private func isGerund(_ node: Int) -> Bool {
    if child(of: node, .aux) != nil, children(of: node, .aux).contains(where: isFiniteWord) {
      return false
    }
    let features = features(node)
    switch features.verbForm {
    case .ger: return true
    case .part, .none:
      return features.tense == .pres
        || features.tense == .none && tag(node) == .verb && form(node).hasSuffix("ing")
    default: return false
    }
  }

  /// ", saying that …": a participle beside its clause, no complement of it.
  func isLooseParticiple(_ node: Int, _ reach: StanceCue.Reach) -> Bool {
    guard relation(node) == .advcl, reach == .gerund else { return false }
    return child(of: node, .mark, .case) == nil && node > 0 && form(node - 1) == ","
  }

  /// ", adding": a participle behind a comma.
  func isLooseParticiple(beside node: Int) -> Bool {
    node > 0 && document.form(of: node - 1) == "," && isGerund(node)
  }

  /// "insisted that it attacked", against "insisted that it attack".
  func isIndicative(_ node: Int) -> Bool {
    guard isFinite(node), child(of: node, .aux) == nil else { return false }
    return features(node).tense == .past || form(node) != lemma(node)
  }

  /// "to attack".
  func isMarkedInfinitive(_ node: Int) -> Bool {
    children(of: node, .mark, .aux).contains { lemma($0) == "to" }
  }

  /// The verb that `node` is coordinated with: the one it hangs on or, since a finite past form
  /// cannot stand beside an infinitive, the nearest finite one above that. "denied that it would
  /// withhold the series, and signed agreements".
  func partner(of node: Int, from head: Int) -> Int {
    guard isFinite(node), features(node).tense == .past, child(of: node, .aux, .auxPass) == nil,
      isVerbal(head), !isFinite(head)
    else { return head }
    var verb = head
    for _ in 0..<4 {
      guard let above = self.head(of: verb) else { return head }
      if isVerbal(above), isFinite(above) { return above }
      verb = above
    }
    return head
  }

  private func isFiniteWord(_ token: Int) -> Bool { features(token).verbForm == .fin }

  func isFinite(_ verb: Int) -> Bool { features(verb).verbForm == .fin }

  /// "attack" as in "may attack": no ending shows a tense.
  func isBare(_ verb: Int) -> Bool {
    features(verb).verbForm == .inf
      || features(verb).tense == .pres && document.form(of: verb) == lemma(verb)
  }

  func isPast(_ verb: Int) -> Bool {
    let auxiliaries = children(of: verb, .aux, .auxPass, .cop)
    let finite = auxiliaries.first(where: isFiniteWord) ?? verb
    return features(finite).tense == .past || finite != verb && lemma(finite) == "have"
  }

  /// Whether `word` stands with `head` or marks `node`: a particle, a preposition, an adverb.
  func hasCompanion(_ word: String, of head: Int, over node: Int) -> Bool {
    if isMarked(node, by: word) { return true }
    return children(of: head).contains { child in
      child != node && (lemma(child) == word || isMarked(child, by: word))
    }
  }

  private func isMarked(_ node: Int, by word: String) -> Bool {
    children(of: node, .case, .mark).contains { lemma($0) == word }
  }
}
