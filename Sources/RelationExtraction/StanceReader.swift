import DocumentModel
import Gazetteers

/// Reads off the tree whether, how and by whom something is asserted.
///
/// Cues compose along the chain of predicates above the trigger: in "denied that it planned to
/// attack", both *deny* and *plan* stand over *attack*; the outermost cue that is not plain decides.
struct StanceReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  let parties: PartyFinder

  private static let deepest = 12

  func stance(of trigger: Int) -> Stance {
    var stance = Stance(tense: tense(of: trigger))
    var node = trigger
    apply(ownCuesOf: trigger, to: &stance)
    for _ in 0..<Self.deepest {
      guard let head = tree.head(of: node) else { break }
      climb(from: node, to: head, &stance)
      node = head
    }
    stance.attribution = attribution(of: trigger)
    return stance
  }

  /// Negation, auxiliaries and adverbs at the word itself.
  private func apply(ownCuesOf token: Int, to stance: inout Stance) {
    for child in tree.children(of: token) {
      let lemma = tree.lemma(child)
      switch tree.relation(child) {
      case .advmod, .det, .mark, .cc, .ccPreconj:
        if lexicon.isNegation(lemma), !isNotOnly(child) { stance.polarity.flip() }
        if let modality = lexicon.modality(ofCue: lemma),
          tree.relation(child) == .advmod || tree.relation(child) == .mark
        {
          raise(&stance, to: modality)
        }
      case .aux where parties.mention(at: child) == nil:
        if let modality = modality(ofAuxiliary: lemma, of: token) { raise(&stance, to: modality) }
        if lemma == "will" || lemma == "shall" { stance.tense = .future }
      case .amod:
        if let modality = lexicon.modality(ofCue: lemma) { raise(&stance, to: modality) }
      default: break
      }
    }
  }

  /// "would" plans, unless a condition hangs on it.
  private func modality(ofAuxiliary lemma: String, of verb: Int) -> Stance.Modality? {
    guard lemma == "would" else { return lexicon.modality(ofCue: lemma) }
    let isConditional = tree.children(of: verb, .advcl).contains { clause in
      tree.children(of: clause, .mark).contains { ["if", "unless"].contains(tree.lemma($0)) }
    }
    return isConditional ? .conditional : .planned
  }

  private func isNotOnly(_ token: Int) -> Bool {
    let next = token + 1
    return next < tree.syntax.heads.count && ["only", "just", "merely"].contains(tree.lemma(next))
  }

  /// What a predicate above says about one below it.
  private func climb(from node: Int, to head: Int, _ stance: inout Stance) {
    switch tree.relation(node) {
    case .xcomp, .ccomp, .csubj, .acl, .obj, .nmod, .obl:
      let lemma = tree.lemma(head)
      if tree.relation(node) == .obl || tree.relation(node) == .nmod || tree.relation(node) == .obj,
        tree.isVerbal(node)
      {
        break
      }
      if tree.isVerbal(head) || tree.relation(node) == .acl || tree.tag(head) == .adj {
        if lexicon.isFailure(lemma), isComplement(node) { stance.polarity.flip() }
        if isComplement(node) || lexicon.reachesNouns(lemma),
          let modality = lexicon.modality(ofCue: lemma)
        {
          raise(&stance, to: modality)
        }
        if isComplement(node), tree.relation(node) == .xcomp || tree.relation(node) == .acl {
          apply(ownCuesOf: head, to: &stance)
        } else if isComplement(node), lexicon.modality(ofCue: lemma) != nil, isNegated(head) {
          stance.polarity.flip()
        }
      }
    case .advcl:
      break
    case .conj:
      for child in tree.children(of: head, .aux)
      where tree.child(of: node, .nsubj, .nsubjPass, .aux) == nil {
        if let modality = modality(ofAuxiliary: tree.lemma(child), of: head) {
          raise(&stance, to: modality)
        }
      }
    default: break
    }
  }

  private func isComplement(_ node: Int) -> Bool {
    switch tree.relation(node) {
    case .xcomp, .ccomp, .csubj: true
    case .acl: tree.features(node).verbForm == .inf || tree.child(of: node, .mark) != nil
    default: false
    }
  }

  private func isNegated(_ token: Int) -> Bool {
    tree.children(of: token, .advmod, .det).contains { lexicon.isNegation(tree.lemma($0)) }
  }

  /// A plain statement takes any modality; one that has a modality already keeps it under all but a
  /// denial.
  private func raise(_ stance: inout Stance, to modality: Stance.Modality) {
    if stance.modality == .asserted || modality == .denied { stance.modality = modality }
  }

  private func tense(of token: Int) -> Stance.Tense? {
    guard tree.isVerbal(token) else { return nil }
    let auxiliaries = tree.children(of: token, .aux, .auxPass)
    if auxiliaries.contains(where: { ["will", "shall"].contains(tree.lemma($0)) }) {
      return .future
    }
    let finite = auxiliaries.first { tree.features($0).verbForm == .fin } ?? token
    switch tree.features(finite).tense {
    case .past: return .past
    case .pres where tree.lemma(finite) == "have" && finite != token: return .past
    case .pres: return .present
    case .none: return nil
    }
  }

  // MARK: Attribution

  /// Who says so, outermost first.
  private func attribution(of trigger: Int) -> [Stance.Speaker] {
    var speakers: [Stance.Speaker] = []
    var node = trigger
    for _ in 0..<Self.deepest {
      if let source = accordingTo(node) { speakers.insert(source, at: 0) }
      guard let head = tree.head(of: node) else { break }
      if [.ccomp, .parataxis, .obj].contains(tree.relation(node)),
        lexicon.isSpeech(tree.lemma(head)),
        let speaker = speaker(of: head)
      {
        speakers.insert(speaker, at: 0)
      }
      node = head
    }
    for child in tree.children(of: node, .parataxis) where lexicon.isSpeech(tree.lemma(child)) {
      if let speaker = speaker(of: child), node == trigger || isOver(node, trigger) {
        speakers.insert(speaker, at: 0)
        break
      }
    }
    return speakers
  }

  private func isOver(_ ancestor: Int, _ token: Int) -> Bool {
    var node = token
    for _ in 0..<Self.deepest {
      if node == ancestor { return true }
      guard let head = tree.head(of: node) else { return false }
      node = head
    }
    return false
  }

  private func speaker(of verb: Int) -> Stance.Speaker? {
    guard let subject = tree.child(of: verb, .nsubj) else { return nil }
    return speaker(at: subject)
  }

  private func speaker(at token: Int) -> Stance.Speaker {
    let words = tree.document.form(of: tree.phrase(of: token))
    return Stance.Speaker(entity: parties.parties(of: token).first?.chain, words: words)
  }

  /// "according to officials".
  private func accordingTo(_ token: Int) -> Stance.Speaker? {
    tree.children(of: token, .obl, .nmod).first {
      tree.preposition(of: $0)?.hasPrefix("accord") == true
    }
    .map { speaker(at: $0) }
  }
}

extension Stance.Polarity {
  fileprivate mutating func flip() {
    self = self == .affirmed ? .negated : .affirmed
  }
}
