import DocumentModel

/// Subjects that stand elsewhere: control, coordination, participles, relative clauses.
extension ArgumentReader {
  /// The understood subject of a verb without one.
  func inheritedSubject(of verb: Int, depth: Int) -> [Argument] {
    guard depth < Self.deepest else { return [] }
    if let name = nameBehindOpening(verb) {
      return [Argument(function: .subject, token: name, isIndirect: true)]
    }
    guard let head = tree.head(of: verb) else { return apposedSubject(of: verb) }
    if isObjectControlled(verb, by: head) { return controller(of: verb, under: head, depth: depth) }
    switch tree.relation(verb) {
    case .xcomp where !tree.isVerbal(head) && mentions.at(head) != nil:
      return misplacedSubject(of: verb, head)
    case .xcomp: return controller(of: verb, under: head, depth: depth)
    case .ccomp where !isFinite(verb): return controller(of: verb, under: head, depth: depth)
    case .ccomp where head > verb: return subjectTakenByReport(of: verb, head)
    case .conj where tree.isVerbal(head) || tree.child(of: head, .cop) != nil:
      if let clause = relativeClauseBefore(verb, head) { return subject(of: clause, depth: depth) }
      let outer = isMisjoined(verb) ? outerSubject(of: verb) : []
      return outer.isEmpty ? subject(of: head, depth: depth) : outer
    case .advcl:
      if let object = objectOfGerund(verb, head) {
        return [indirect(argument(.subject, object, of: head))]
      }
      if head > verb, let object = objectBefore(verb) { return [object] }
      return subject(of: head, depth: depth)
    case .acl where isMeans(verb) || isDetached(verb):
      return subject(ofVerbOver: head, depth: depth)
    case .acl, .aclRelcl: return subjectFromNoun(of: verb, noun: head, depth: depth)
    case .parataxis where tree.isVerbal(head) && !isFinite(verb):
      return subject(of: head, depth: depth)
    case .conj where isHungOnObject(verb, head): return subject(ofVerbOver: head, depth: depth)
    case .parataxis, .list, .dep, .conj, .appos: return misplacedSubject(of: verb, head)
    default: return apposedSubject(of: verb)
    }
  }

  /// "Having sued Boeing in May, [Airbus] called", "Backed by Rwanda, [M23] took": the name behind the
  /// comma that ends an opening participle.
  private func nameBehindOpening(_ verb: Int) -> Int? {
    let sentence = tree.sentence(of: verb)
    let isOpening = (sentence.lowerBound..<verb).allSatisfy {
      [.adp, .sconj, .aux, .adv].contains(tree.tag($0)) || tree.form($0) == "having"
    }
    guard isOpening, verb == sentence.lowerBound ? isParticiple(verb) : isGerund(verb),
      let comma = (verb + 1..<sentence.upperBound).first(where: { tree.lemma($0) == "," })
    else { return nil }
    let phrase = (comma + 1..<sentence.upperBound).prefix {
      mentions.at($0) != nil || [.det, .adj, .noun, .propn, .cconj].contains(tree.tag($0))
    }
    guard let last = phrase.last, last + 1 < sentence.upperBound, tree.isVerbal(last + 1),
      phrase.contains(where: { mentions.at($0) != nil })
    else { return nil }
    return tree.firstName(of: last, among: mentions)
  }

  private func isParticiple(_ verb: Int) -> Bool {
    tree.endsInIng(verb) || isPassive(verb)
  }

  /// "after suing", "having sued".
  private func isGerund(_ verb: Int) -> Bool {
    tree.endsInIng(verb)
      || verb > 0 && tree.form(verb - 1) == "having"
  }

  /// "[Police] on Friday detained him, his party said": parsers give the subject to the verb of saying.
  private func subjectTakenByReport(of verb: Int, _ head: Int) -> [Argument] {
    guard let subject = tree.child(of: head, .nsubj), subject < verb else { return [] }
    return [Argument(function: .subject, token: subject, isIndirect: true)]
  }

  /// "froze his assets, and [the United States] followed": between the conjunction of a verb and the verb
  /// stands its subject, whatever the tree hangs it on.
  func subjectBehindConjunction(_ verb: Int) -> Argument? {
    guard isFinite(verb), tree.child(of: verb, .nsubj, .nsubjPass, .csubj, .expl) == nil,
      let conjunction = tree.child(of: verb, .cc), conjunction + 1 < verb,
      Self.opensPhrase.contains(tree.tag(conjunction + 1))
    else { return nil }
    let between = conjunction + 1..<verb
    let head = between.first {
      [.noun, .propn, .pron].contains(tree.tag($0))
        && tree.head(of: $0).map { !between.contains($0) } == true
    }
    return head.map { Argument(function: .subject, token: $0, isIndirect: true) }
  }

  private static let opensPhrase: Set<UniversalTag> = [.det, .adj, .noun, .propn, .pron, .num]

  /// "hailed the ruling and [promised] help": parsers hang the second verb on the object of the first.
  private func isHungOnObject(_ verb: Int, _ noun: Int) -> Bool {
    noun < verb && tree.child(of: verb, .cc) != nil && tree.features(verb).verbForm != .inf
      && [.obj, .obl, .nmod].contains(tree.relation(noun))
  }

  /// "violated the rules by [naming] him": what the tree hangs on the noun belongs to its verb.
  private func isMeans(_ verb: Int) -> Bool {
    tree.children(of: verb, .mark).contains {
      ["by", "after", "before", "without", "while"].contains(tree.lemma($0))
    }
  }

  /// "left the hall, [mocking] Hezbollah"
  private func isDetached(_ verb: Int) -> Bool {
    verb > 0 && tree.lemma(verb - 1) == "," && tree.endsInIng(verb)
  }

  private func subject(ofVerbOver noun: Int, depth: Int) -> [Argument] {
    var node = noun
    for _ in 0..<Self.deepest {
      guard let head = tree.head(of: node) else { return [] }
      if tree.isVerbal(head) { return subject(of: head, depth: depth) }
      node = head
    }
    return []
  }

  /// "accused him of lying and [recalled] …", "Uribe, whose army struck, and [criticised] …": a finite
  /// verb is no conjunct of an infinitive or gerund, nor one of a relative clause that a comma ended.
  private func isMisjoined(_ verb: Int) -> Bool {
    let first = tree.firstConjunct(of: verb)
    guard isPastOrFinite(verb), tree.isVerbal(first) else { return false }
    if isNonfinite(first) { return true }
    guard let conjunction = tree.child(of: verb, .cc), conjunction > first,
      tree.document.form(of: conjunction - 1) == ","
    else { return false }
    return [.aclRelcl, .advclRelcl].contains(tree.relation(first))
      || tree.relation(first) == .advcl && hasRelativePronoun(first)
  }

  /// "dissolved the party, which won the election but [was blocked]": without a comma before the
  /// conjunction the verb goes on the relative clause that ends there, not the clause around it.
  private func relativeClauseBefore(_ verb: Int, _ head: Int) -> Int? {
    guard let conjunction = tree.child(of: verb, .cc), conjunction > head + 1, conjunction < verb,
      tree.tag(conjunction - 1) != .punct, isFinite(verb)
    else { return nil }
    var node = conjunction - 1
    while node > head {
      if tree.relation(node) == .aclRelcl { return node }
      guard let next = tree.head(of: node) else { return nil }
      node = next
    }
    return nil
  }

  private func isPastOrFinite(_ verb: Int) -> Bool {
    let features = tree.features(verb)
    return isFinite(verb)
      || features.verbForm == .part && features.tense == .past
        && tree.child(of: verb, .auxPass) == nil
  }

  private func isNonfinite(_ verb: Int) -> Bool {
    guard tree.child(of: verb, .aux, .auxPass, .nsubj) == nil else { return false }
    return [.inf, .ger].contains(tree.features(verb).verbForm)
      || tree.endsInIng(verb)
  }

  private func hasRelativePronoun(_ verb: Int) -> Bool {
    tree.children(of: verb).contains { child in
      tree.isRelativePronoun(child)
        || tree.child(of: child, .nmodPoss).map(tree.isRelativePronoun) == true
    }
  }

  /// "In Seoul, [Kim Yung-ho], the minister, urged": a verb must have a subject, which the tree may take
  /// for another name of the place, or for one more.
  private func apposedSubject(of verb: Int) -> [Argument] {
    guard isFinite(verb), tree.child(of: verb, .nsubj, .nsubjPass, .csubj, .expl) == nil else {
      return []
    }
    for place in tree.children(of: verb, .obl) where place < verb {
      guard mentions.type(at: place)?.isPerson != true else { continue }
      for name in tree.children(of: place, .appos, .conj)
      where name < verb && mentions.at(name) != nil && tree.tag(name) == .propn
        && tree.child(of: name, .cc) == nil
      {
        return [Argument(function: .subject, token: name, isIndirect: true)]
      }
    }
    guard let name = mentions.name(before: verb, in: tree) else { return [] }
    return [Argument(function: .subject, token: name, isIndirect: true)]
  }

  /// "confirmed that the crew was safe and [thanked] the navy": parsers hang a second verb on the one
  /// inside a clause, whose subject cannot always act; whoever the sentence is about then does.
  func outerSubject(of verb: Int) -> [Argument] {
    guard tree.relation(verb) == .conj, tree.child(of: verb, .nsubj, .nsubjPass) == nil,
      tree.features(verb).verbForm != .inf, !isPassive(verb),
      let head = tree.head(of: tree.firstConjunct(of: verb))
    else { return [] }
    return tree.isVerbal(head)
      ? subject(of: head, depth: 0) : subject(ofVerbOver: head, depth: 0)
  }

  /// Where the parser took the subject for the root: "[Wagner], Congo's top diplomat, [put] …".
  private func misplacedSubject(of verb: Int, _ head: Int) -> [Argument] {
    let isFinite =
      isFinite(verb) || tree.relation(head) == .root && tree.features(verb).tense == .past
    guard head < verb, isFinite, !tree.isVerbal(head), mentions.at(head) != nil else { return [] }
    return [Argument(function: .subject, token: head, isIndirect: true)]
  }

  /// The name right before a finite verb, where the tree has no subject or one before "after",
  /// "that" or "when": "a day after [President Putin] ordered".
  func adjacentSubject(of verb: Int, having arguments: [Argument], passive: Bool) -> Argument? {
    if let subject = subjectBehindConjunction(verb) {
      return Argument(
        function: passive ? .object : .subject, token: subject.token, isIndirect: true)
    }
    guard isFinite(verb), let mention = mentionBefore(verb) else { return nil }
    let function: Argument.Function = passive ? .object : .subject
    let subjects = arguments.filter { $0.function == function }
    guard !subjects.contains(where: { mentions.at($0.token) == mention.index }) else { return nil }
    if subjects.isEmpty {
      let first = tree.firstName(of: mention.last, among: mentions)
      return Argument(function: function, token: first, isIndirect: true)
    }
    guard mention.opensClause, subjects.allSatisfy({ $0.token < mention.first }) else { return nil }
    return Argument(function: function, token: mention.last, isIndirect: true)
  }

  private struct MentionBefore {
    var index: Int
    var first: Int
    var last: Int
    /// A word that opens a clause stands before it.
    var opensClause: Bool
  }

  /// The mention that ends right before the verb, its auxiliaries, adverbs and dates aside.
  private func mentionBefore(_ verb: Int) -> MentionBefore? {
    var position = verb - 1
    for _ in 0..<6 where position >= 0 && mentions.at(position) == nil {
      guard [.aux, .adv, .part].contains(tree.tag(position)) || isDate(position) else { return nil }
      position -= 1
    }
    guard position >= 0, let index = mentions.at(position), tree.tag(position) != .pron,
      tree.relation(position) != .amod
    else { return nil }
    var first = position
    while first > 0, mentions.at(first - 1) == index { first -= 1 }
    while first > 0,
      tree.tag(first - 1) == .det || tree.relation(first - 1) == .nmodDesc
        || tree.relation(first - 1) == .compound
    {
      first -= 1
    }
    let before = first > 0 ? tree.lemma(first - 1) : ""
    guard first == 0 || tree.tag(first - 1) != .adp || Self.openers.contains(before) else {
      return nil
    }
    return MentionBefore(
      index: index, first: first, last: position, opensClause: Self.openers.contains(before))
  }

  private func isDate(_ token: Int) -> Bool {
    let lemma = tree.lemma(token)
    return lexicon.isTemporal(lemma.inSmallLetters) || ["on", "in"].contains(lemma)
  }

  private static let openers: Set<String> = [
    "after", "before", "since", "until", "once", "because", "when", "while", "if", "that",
    "whether", "although", "though", "where", "why", "how",
  ]

  private func isFinite(_ verb: Int) -> Bool {
    tree.features(verb).verbForm == .fin
      || tree.relation(verb) == .root && tree.features(verb).tense == .past
      || tree.children(of: verb, .aux).contains { tree.features($0).verbForm == .fin }
  }

  /// "urged China, the North's ally, to take": the clause may be misplaced, the verb says who acts.
  private func isObjectControlled(_ verb: Int, by head: Int) -> Bool {
    guard [.advcl, .parataxis, .acl, .dep].contains(tree.relation(verb)),
      tree.features(verb).verbForm == .inf, tree.isVerbal(head),
      lexicon.isObjectControl(tree.lemma(head))
    else { return false }
    return tree.child(of: head, .obj, .iobj, .nsubjPass) != nil
  }

  /// "accused Iran of arming", "barred them from leaving", "thanked China for bringing".
  private func objectOfGerund(_ verb: Int, _ head: Int) -> Int? {
    guard tree.features(verb).verbForm != .inf, tree.isVerbal(head),
      tree.children(of: verb, .mark, .case).contains(where: {
        ["of", "from", "for", "into"].contains(tree.lemma($0))
      }), let object = tree.child(of: head, .obj, .iobj, .nsubjPass), object < verb
    else { return nil }
    return object
  }

  /// "condemned [the United States] for giving": a gerund that the tree hangs on a later verb.
  private func objectBefore(_ verb: Int) -> Argument? {
    guard let mark = tree.children(of: verb, .mark, .case).first,
      ["of", "from", "for"].contains(tree.lemma(mark)), mark > 0, mentions.at(mark - 1) != nil,
      let tokens = mentions.tokens(at: mark - 1)
    else { return nil }
    let object = tokens.first { [.obj, .iobj].contains(tree.relation($0)) }
    return object.map { Argument(function: .subject, token: $0, isIndirect: true) }
  }

  /// The subject of `verb`, its own or inherited, as an indirect argument.
  func subject(of verb: Int, depth: Int = 0) -> [Argument] {
    if let subject = subjectBehindConjunction(verb) { return [subject] }
    let own = tree.children(of: verb, .nsubjPass, .nsubj, .nsubjOuter)
    if let subject = own.first(where: { mentions.at($0) != nil }) ?? own.first {
      return [indirect(argument(.subject, subject, of: verb))]
    }
    return inheritedSubject(of: verb, depth: depth + 1)
  }

  private func indirect(_ argument: Argument) -> Argument {
    Argument(function: .subject, token: argument.token, isIndirect: true)
  }

  /// "urged China to act": the object acts; "vowed to act": the subject does; "helped" does both.
  private func controller(of verb: Int, under head: Int, depth: Int) -> [Argument] {
    let object = tree.child(of: head, .obj, .iobj)
    let lemma = tree.lemma(head)
    if lexicon.isSubjectControl(lemma), object == nil || !lexicon.isObjectControl(lemma) {
      return subject(of: head, depth: depth)
    }
    if let object {
      return [indirect(argument(.subject, object, of: head))]
    }
    if isPassive(head), let patient = tree.child(of: head, .nsubjPass) {
      return [indirect(argument(.subject, patient, of: head))]
    }
    if let oblique = tree.children(of: head, .obl).first(where: {
      ["on", "upon", "for", "to"].contains(tree.preposition(of: $0))
        && $0 < verb && lexicon.isObjectControl(tree.lemma(head))
    }) {
      return [Argument(function: .subject, token: oblique, isIndirect: true)]
    }
    return subject(of: head, depth: depth)
  }

  /// "troops fighting in X": the noun acts; "decision to leave": its owner does.
  private func subjectFromNoun(of verb: Int, noun: Int, depth: Int) -> [Argument] {
    guard tree.relation(verb) != .aclRelcl, tree.features(verb).verbForm == .inf else {
      return [Argument(function: .subject, token: noun, isIndirect: true)]
    }
    if let owner = tree.child(of: noun, .nmodPoss) ?? modifierNames(of: noun).first
      ?? tree.children(of: noun, .nmod).first(where: { tree.preposition(of: $0) == "by" })
    {
      return [Argument(function: .subject, token: owner, isIndirect: true)]
    }
    guard let head = tree.head(of: noun), tree.isVerbal(head) else { return [] }
    switch tree.relation(noun) {
    case .obj:
      if mentions.at(noun) != nil || lexicon.isActor(tree.lemma(noun)),
        lexicon.isObjectControl(tree.lemma(head))
      {
        return [Argument(function: .subject, token: noun, isIndirect: true)]
      }
      if let receiver = tree.child(of: head, .iobj) {
        return [Argument(function: .subject, token: receiver, isIndirect: true)]
      }
      return subject(of: head, depth: depth + 1)
    case .obl: return subject(of: head, depth: depth + 1)
    default: return []
    }
  }

  private func modifierNames(of noun: Int) -> [Int] {
    tree.children(of: noun, .amod, .compound).filter { [.propn, .adj].contains(tree.tag($0)) }
  }
}
