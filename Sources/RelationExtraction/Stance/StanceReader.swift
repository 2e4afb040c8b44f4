import DocumentModel
import Gazetteers

/// Reads off the tree whether, how, when and by whom something is asserted.
///
/// Cues compose along the chain of predicates above the trigger: in "denied that it planned to
/// attack", both *deny* and *plan* stand over *attack*. A cue reaches down through complements and
/// through nouns that have them as content; relative clauses, most adverbial clauses and facts
/// ("regretted that …") keep what stands above them away.
struct StanceReader {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  let speakers: SpeakerFinder
  let tenses: TenseReader

  static let deepest = 16

  init(tree: TreeIndex, lexicon: ExtractionLexicon, parties: PartyFinder) {
    self.tree = tree
    self.lexicon = lexicon
    speakers = SpeakerFinder(tree: tree, lexicon: lexicon, parties: parties)
    tenses = TenseReader(tree: tree, lexicon: lexicon)
  }

  func stance(of trigger: Int) -> Stance {
    let reading = reading(of: trigger)
    return Stance(
      polarity: reading.polarity, modality: reading.modality,
      tense: tenses.tense(of: trigger, modality: reading.modality),
      completion: reading.completion, attribution: speakers.speakers(of: trigger))
  }

  /// The cues over and at a predicate, added up from the innermost to the outermost.
  func reading(of trigger: Int) -> StanceReading {
    var reading = StanceReading()
    add(cuesAt: trigger, besides: nil, to: &reading)
    addFrame(of: trigger, to: &reading)
    addInversion(around: trigger, to: &reading)
    var node = trigger
    for _ in 0..<Self.deepest {
      guard let head = lexicon.governor(of: node, in: tree) else {
        addMood(ofRoot: node, to: &reading)
        break
      }
      guard let next = climb(from: node, to: head, &reading) else { break }
      addFrame(of: next, to: &reading)
      node = next
    }
    reading.finish()
    return reading
  }

  // MARK: Upwards

  /// Adds what stands over `node` and returns where that was; nil when nothing above `node` reaches
  /// the trigger.
  private func climb(from node: Int, to head: Int, _ reading: inout StanceReading) -> Int? {
    if tree.relation(node) == .conj { return share(of: head, with: node, &reading) }
    guard let reach = tree.reach(of: node) else { return nil }
    return climb(from: node, as: reach, to: head, &reading)
  }

  private func climb(
    from node: Int, as reach: StanceCue.Reach, to head: Int, _ reading: inout StanceReading
  ) -> Int? {
    guard let cue = lexicon.cue(over: node, at: head, reach: reach, in: tree) else {
      return pass(from: node, through: head, reach: reach, &reading) ? head : nil
    }
    let isNegated = !cue.words.contains("not") && isNegated(head, besides: node)
    reading.add(cue, at: head, isNegated: isNegated)
    if cue.isFactive { return nil }
    addModals(at: head, besides: node, to: &reading)
    return head
  }

  /// A word that is no cue: it may hand down what is said of it.
  private func pass(
    from node: Int, through head: Int, reach: StanceCue.Reach, _ reading: inout StanceReading
  ) -> Bool {
    if reach == .noun || reach == .subject {
      guard tree.isVerbal(head), lexicon.isLight(tree.lemma(head)) else { return false }
      add(cuesAt: head, besides: node, to: &reading)
      return true
    }
    if tree.relation(node) == .advcl { return passAdverbial(node, head, reach, &reading) }
    if tree.relation(node) == .acl { return reach == .infinitive && tree.isMarkedInfinitive(node) }
    if reach == .clause, lexicon.isSpeech(tree.lemma(head)) { return true }
    add(cuesAt: head, besides: node, to: &reading)
    return true
  }

  /// "sent troops to attack" is a purpose; "would attack, killing …" shares its modal.
  private func passAdverbial(
    _ node: Int, _ head: Int, _ reach: StanceCue.Reach, _ reading: inout StanceReading
  ) -> Bool {
    switch reach {
    case .infinitive where tree.isMarkedInfinitive(node):
      reading.raise(to: .planned)
      return true
    case .gerund where tree.child(of: node, .mark) == nil:
      addModals(at: head, besides: node, to: &reading)
      return true
    default: return false
    }
  }

  /// Coordinated verbs share a modal and a negation when the second one is as bare as the first.
  private func share(of head: Int, with node: Int, _ reading: inout StanceReading) -> Int {
    guard tree.isVerbal(node), tree.child(of: node, .nsubj, .nsubjPass) == nil else { return head }
    let head = tree.partner(of: node, from: head)
    if tree.child(of: node, .aux, .auxPass) == nil, tree.isBare(node) || !tree.isFinite(node) {
      addModals(at: head, besides: node, to: &reading)
      if isNegated(head, besides: node), !isContrast(node) { reading.negate() }
    } else if hasNegativeSubject(head) {
      reading.negate()
    }
    addConditions(at: head, to: &reading)
    return head
  }

  private func isContrast(_ node: Int) -> Bool {
    tree.children(of: node, .cc).contains { tree.lemma($0) == "but" }
  }

  // MARK: At a word

  private func add(cuesAt token: Int, besides node: Int?, to reading: inout StanceReading) {
    for sighting in sightings(at: token, besides: node) {
      reading.add(sighting.cue, at: sighting.token)
    }
    addConditions(at: token, to: &reading)
  }

  /// The modals and adverbs of a cue, its negation apart: "may have denied".
  private func addModals(at token: Int, besides node: Int, to reading: inout StanceReading) {
    for sighting in sightings(at: token, besides: node) where sighting.cue.negation == .none {
      reading.add(sighting.cue, at: sighting.token)
    }
    addConditions(at: token, to: &reading)
  }

  private func isNegated(_ token: Int, besides node: Int) -> Bool {
    let negations = sightings(at: token, besides: node).count { $0.cue.negation == .negated }
    return negations % 2 == 1
  }

  /// Adverbs, auxiliaries, conjunctions and adjectives that depend on a word, and negative
  /// subjects and objects: "no country supported", "supplied nothing". What has been climbed from
  /// has had its say.
  private func sightings(at token: Int, besides node: Int?) -> [CueSighting] {
    tree.children(of: token).compactMap { child in
      guard child != node, let cue = ownCue(child, of: token) else { return nil }
      return CueSighting(token: child, cue: cue)
    }
  }

  private func ownCue(_ child: Int, of token: Int) -> StanceCue? {
    switch tree.relation(child) {
    case .aux:
      // "Theresa May asked"
      return speakers.parties.mention(at: child) == nil
        ? lexicon.ownCue(child, as: [.auxiliary], in: tree) : nil
    case .cop, .auxPass: return tree.isToBe(token, after: child) ? lexicon.toBe : nil
    case .advmod, .ccPreconj, .discourse, .cc:
      return isNotOnly(child) ? nil : lexicon.ownCue(child, as: [.adverb, .mark], in: tree)
    case .mark: return lexicon.ownCue(child, as: [.mark], in: tree)
    case .case:
      let cue = lexicon.ownCue(child, as: [.mark], in: tree)
      return cue?.negation == .negated ? cue : nil
    case .det: return lexicon.ownCue(child, as: [.determiner], in: tree)
    case .amod, .compound:
      return isAFew(child)
        ? nil : lexicon.ownCue(child, as: [.adjective, .determiner, .adverb], in: tree)
    case .nsubj, .nsubjPass, .obj, .iobj: return negativeCue(in: child)
    case .obl where child < token && Self.exclusive.contains(tree.preposition(of: child) ?? ""):
      return negativeCue(in: child)
    default: return nil
    }
  }

  /// "at no time", "under no circumstances", "in no way".
  private static let exclusive: Set<String> = ["at", "under", "in", "by"]

  private func negativeCue(in noun: Int) -> StanceCue? {
    if tree.isVerbal(noun) { return nil }
    if let cue = negation(noun) { return cue }
    for child in tree.children(of: noun, .det, .amod, .ccPreconj, .advmod, .nummod)
    where !isAFew(child) {
      if let cue = negation(child) { return cue }
    }
    return nil
  }

  private func hasNegativeSubject(_ verb: Int) -> Bool {
    tree.children(of: verb, .nsubj, .nsubjPass).contains { negativeCue(in: $0) != nil }
  }

  private func negation(_ token: Int) -> StanceCue? {
    guard let cue = lexicon.ownCue(token, as: [.determiner], in: tree), cue.negation == .negated
    else { return nil }
    return cue
  }

  /// "a few countries" are some.
  private func isAFew(_ token: Int) -> Bool {
    ["few", "little"].contains(tree.lemma(token)) && token > 0 && tree.lemma(token - 1) == "a"
  }

  private func isNotOnly(_ token: Int) -> Bool {
    let next = token + 1
    return next < tree.syntax.heads.count
      && ["only", "just", "merely", "simply"].contains(tree.lemma(next))
      && tree.lemma(token) == "not"
  }

  // MARK: Around a word

  /// "will attack if …", "would have attacked".
  private func addConditions(at token: Int, to reading: inout StanceReading) {
    let auxiliaries = tree.children(of: token, .aux)
    let isUnreal =
      auxiliaries.contains { tree.lemma($0) == "would" }
      && auxiliaries.contains { tree.lemma($0) == "have" }
    if isUnreal || hasCondition(token) && (reading.modality != .asserted || !tree.isPast(token)) {
      reading.raise(to: .conditional)
    }
  }

  private func hasCondition(_ token: Int) -> Bool {
    tree.children(of: token, .advcl).contains { clause in
      tree.children(of: clause, .mark, .advmod).contains { mark in
        lexicon.ownCue(mark, as: [.mark], in: tree)?.modality == .conditional
      }
    }
  }

  /// "in a simulation, …"
  private func addFrame(of token: Int, to reading: inout StanceReading) {
    for child in tree.children(of: token, .obl, .nmod) {
      guard let preposition = tree.preposition(of: child), Self.framing.contains(preposition)
      else { continue }
      for cue in lexicon.cues.cues(tree.lemma(child)) where cue.reach.contains(.frame) {
        reading.add(cue, at: child)
      }
    }
  }

  private static let framing: Set<String> = ["in", "during", "under", "as part of"]

  /// Questions that leave open whether, and commands.
  private func addMood(ofRoot root: Int, to reading: inout StanceReading) {
    if tree.features(root).mood == .imp, tree.child(of: root, .nsubj) == nil {
      reading.raise(to: .demanded)
    }
    if isOpenQuestion(root) { reading.raise(to: .possible) }
  }

  /// "Were Russia to attack, NATO would respond."
  private func addInversion(around trigger: Int, to reading: inout StanceReading) {
    let sentence = tree.sentence(of: trigger)
    guard let first = sentence.first, ["were", "should", "had"].contains(tree.form(first)),
      sentence.last.map({ tree.form($0) }) != "?",
      let comma = sentence.first(where: { tree.form($0) == "," }),
      (comma..<sentence.upperBound).contains(where: { Self.unreal.contains(tree.form($0)) })
    else { return }
    reading.raise(to: .conditional)
  }

  private static let unreal: Set<String> = ["would", "will", "could", "might"]

  private func isOpenQuestion(_ root: Int) -> Bool {
    guard let mark = tree.children(of: root, .punct).last, tree.document.form(of: mark) == "?",
      let auxiliary = tree.child(of: root, .aux, .auxPass, .cop),
      let subject = tree.child(of: root, .nsubj, .nsubjPass)
    else { return false }
    return auxiliary < subject
      && !tree.children(of: root).contains { tree.features($0).pronType == .int }
  }
}
