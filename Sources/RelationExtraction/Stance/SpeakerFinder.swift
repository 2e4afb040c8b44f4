import DocumentModel
import Gazetteers

/// Finds who says that something is so: the chain of speakers over a predicate, outermost first.
///
/// Within the sentence the tree tells: verbs of speech over a clause or beside it, "according to",
/// nouns such as "claim" with their owner. A predicate inside a quotation has the quotation's
/// speaker too, who may stand in another sentence.
struct SpeakerFinder {
  let tree: TreeIndex
  let lexicon: ExtractionLexicon
  let parties: PartyFinder
  let quotations: QuotationMap

  init(tree: TreeIndex, lexicon: ExtractionLexicon, parties: PartyFinder) {
    self.tree = tree
    self.lexicon = lexicon
    self.parties = parties
    quotations = QuotationMap(document: tree.document)
  }

  func speakers(of trigger: Int) -> [Stance.Speaker] {
    var tokens = speakerTokens(over: trigger)
    if let source = sentenceSource(of: trigger), !tokens.contains(source) {
      tokens.insert(source, at: 0)
    }
    if let quotation = quotations.quotation(around: trigger),
      let speaker = speaker(of: quotation)
    {
      tokens.removeAll { quotation.tokens.contains($0) && isFirstPerson($0) }
      if !tokens.contains(speaker), !isInside(quotation, tokens) { tokens.insert(speaker, at: 0) }
    }
    return unique(tokens.map(speaker(at:)))
  }

  /// "We say that …" in a quotation: its speaker.
  private func isFirstPerson(_ token: Int) -> Bool { tree.features(token).person == .first }

  /// Whether one who speaks outside the quotation has been found already.
  private func isInside(_ quotation: QuotationMap.Quotation, _ speakers: [Int]) -> Bool {
    speakers.contains { !quotation.tokens.contains($0) }
  }

  /// ", according to officials" at the end or the beginning of a sentence covers all of it.
  private func sentenceSource(of trigger: Int) -> Int? {
    let sentence = tree.sentence(of: trigger)
    for token in sentence where tree.form(token) == "according" && token + 2 < sentence.upperBound {
      guard tree.form(token + 1) == "to",
        token == sentence.lowerBound || tree.form(token - 1) == ","
      else { continue }
      let head = tree.head(of: token) ?? token
      let source = head > token ? head : token + 2
      let end = tree.extent(of: source).upperBound
      if token == sentence.lowerBound || end + 1 >= sentence.upperBound { return source }
    }
    return nil
  }

  // MARK: In the tree

  private func speakerTokens(over trigger: Int) -> [Int] {
    var speakers: [Int] = []
    var node = trigger
    for _ in 0..<StanceReader.deepest {
      if let source = source(beside: node, of: trigger) { speakers.insert(source, at: 0) }
      guard let above = lexicon.governor(of: node, in: tree), !isAddition(node) else { break }
      let head = tree.relation(node) == .conj ? tree.partner(of: node, from: above) : above
      if let speaker = speaker(over: node, at: head) {
        if let source = cited(by: head) { speakers.insert(source, at: 0) }
        speakers.insert(speaker, at: 0)
      }
      node = head
    }
    return speakers
  }

  /// "Reuters, citing two officials, reported that": the officials told Reuters.
  private func cited(by verb: Int) -> Int? {
    var clauses = tree.children(of: verb, .advcl, .acl, .parataxis)
    if let subject = tree.child(of: verb, .nsubj) {
      clauses += tree.children(of: subject, .acl, .advcl)
    }
    return clauses.lazy.filter { isQuoted($0) && tree.form($0).hasSuffix("ing") }
      .compactMap { tree.child(of: $0, .obj) }.first
  }

  /// ", who have fired missiles": what the article adds about somebody.
  private func isAddition(_ node: Int) -> Bool {
    guard tree.relation(node) == .aclRelcl else { return false }
    let start = tree.extent(of: node).lowerBound
    return start > 0 && tree.form(start - 1) == "," || tree.form(start) == ","
  }

  /// "according to officials", ", officials said", "as officials said".
  private func source(beside node: Int, of trigger: Int) -> Int? {
    for child in tree.children(of: node) {
      switch tree.relation(child) {
      case .obl, .nmod, .advcl, .parataxis, .case, .advmod:
        if let source = accordingTo(child) { return source }
      default: break
      }
      guard isAside(child), !isBelow(child, trigger), isSpeech(child) || isPut(child) else {
        continue
      }
      if let subject = subject(of: child) { return subject }
    }
    // "Iran, according to officials, supplied …"
    return tree.child(of: node, .nsubj, .nsubjPass).flatMap { subject in
      tree.children(of: subject, .nmod, .acl, .case).lazy.compactMap { accordingTo($0) }.first
    }
  }

  /// "as Macron put it"
  private func isPut(_ verb: Int) -> Bool {
    tree.lemma(verb) == "put" && tree.child(of: verb, .obj).map { tree.form($0) == "it" } == true
  }

  private func isAside(_ child: Int) -> Bool {
    switch tree.relation(child) {
    case .parataxis: return true
    case .conj: return isSetOff(child)
    case .advcl:
      return tree.children(of: child, .mark, .advmod).contains { tree.lemma($0) == "as" }
        && (tree.child(of: child, .ccomp, .obj) == nil || isPut(child))
    default: return false
    }
  }

  /// ", officials said,": no conjunction, commas around.
  private func isSetOff(_ verb: Int) -> Bool {
    guard tree.child(of: verb, .cc) == nil, let subject = tree.child(of: verb, .nsubj) else {
      return false
    }
    let start = tree.phrase(of: subject).lowerBound
    let next = verb + 1
    return start > 0 && tree.form(start - 1) == "," && next < tree.syntax.heads.count
      && [",", "."].contains(tree.form(next))
  }

  private func accordingTo(_ token: Int) -> Int? {
    if let preposition = tree.preposition(of: token) {
      return preposition.hasPrefix("accord") ? token : nil
    }
    guard tree.lemma(token) == "accord" || tree.lemma(token) == "according" else { return nil }
    return tree.child(of: token, .obl, .obj, .nmod)
  }

  /// Who says `node`, when `head` is a verb or noun of speech over it.
  private func speaker(over node: Int, at head: Int) -> Int? {
    if tree.relation(node) == .parataxis {
      return isSpeech(head) && tree.tag(head) == .verb ? subject(of: head) : nil
    }
    guard let reach = tree.reach(of: node) else { return nil }
    let cue = lexicon.cue(over: node, at: head, reach: reach, in: tree)
    if tree.tag(head) == .noun {
      return cue?.partOfSpeech == .noun && isContent(cue) ? owner(of: head, besides: node) : nil
    }
    if let cue, cue.isSpeech { return subject(of: head) }
    if cue?.modality == .demanded { return nil }
    let isClause = reach == .clause || tree.isVerbal(node) && tree.relation(node) == .obj
    guard isClause, isSpeech(head), tree.relation(node) != .advcl else { return nil }
    return subject(of: head)
  }

  private func isContent(_ cue: StanceCue?) -> Bool { cue?.isSpeech == true }

  private func isSpeech(_ token: Int) -> Bool {
    tree.isVerbal(token) && lexicon.isSpeech(tree.lemma(token))
  }

  private func isBelow(_ ancestor: Int, _ token: Int) -> Bool {
    var node = token
    for _ in 0..<StanceReader.deepest {
      if node == ancestor { return true }
      guard let head = tree.head(of: node) else { return false }
      node = head
    }
    return false
  }

  /// Who does a verb: its subject or agent, or that of what it depends on.
  private func subject(of verb: Int, depth: Int = 0) -> Int? {
    if tree.child(of: verb, .nsubjPass, .auxPass) != nil {
      return agent(of: verb) ?? (isQuoted(verb) ? tree.child(of: verb, .nsubjPass) : nil)
    }
    if isPut(verb) { return tree.child(of: verb, .nsubj) ?? nameHead(at: verb - 1) }
    if isSpeech(verb), let name = name(behind: verb) { return name }
    if let own = tree.child(of: verb, .nsubj) {
      return antecedent(of: own, in: verb) ?? name(before: verb, besides: own) ?? own
    }
    if isSpeech(verb), let neighbour = neighbour(of: verb) { return neighbour }
    guard depth < 4, let head = tree.head(of: verb) else { return nil }
    if let frame = frame(around: head, beside: verb) {
      return subject(of: frame, depth: depth + 1)
    }
    switch tree.relation(verb) {
    case .conj, .xcomp, .advcl:
      if tree.relation(verb) != .conj, isQuoted(head),
        let source = tree.child(of: head, .obj, .iobj)
      {
        return source
      }
      return tree.isVerbal(head) ? subject(of: head, depth: depth + 1) : nil
    case .ccomp where tree.reach(of: verb) == .gerund: return subject(of: head, depth: depth + 1)
    case .acl where tree.isLooseParticiple(beside: verb):
      return speechVerb(over: head).flatMap { subject(of: $0, depth: depth + 1) }
    case .acl: return canSpeak(head) ? head : nil
    default: return nil
    }
  }

  /// "said that it is “…”, adding": a verb beside a quotation that hangs on a word of it belongs to
  /// the one that frames the quotation.
  private func frame(around head: Int, beside verb: Int) -> Int? {
    guard let quotation = quotations.quotation(around: head), !quotation.tokens.contains(verb)
    else { return nil }
    var node = head
    for _ in 0..<StanceReader.deepest {
      guard let above = tree.head(of: node) else { return nil }
      if !quotation.tokens.contains(above) { return above == verb ? nil : above }
      node = above
    }
    return nil
  }

  /// "Briefing reporters, spokesman Sean McCormack said", "Iran, Macron said, …": a name between a
  /// comma and the verb, whatever part the parser gave it.
  private func name(before verb: Int, besides subject: Int) -> Int? {
    guard isSpeech(verb), subject < verb - 1, let head = nameHead(at: verb - 1), subject < head,
      ![.nmod, .nmodPoss, .conj].contains(tree.relation(head)),
      let comma = (subject + 1..<head).last(where: { tree.form($0) == "," }),
      !(comma + 1..<head).contains(where: { tree.tag($0) == .adp })
    else { return nil }
    return head
  }

  /// "…," said Captain Anders Holmquist: a name behind a verb that begins anew.
  private func name(behind verb: Int) -> Int? {
    let sentence = tree.sentence(of: verb)
    guard verb == sentence.lowerBound || isMark(verb - 1) && tree.form(verb - 1) != "-" else {
      return nil
    }
    var token = verb + 1
    while token < min(sentence.upperBound, verb + 5), parties.mention(at: token) == nil {
      guard [.noun, .propn, .det, .adj].contains(tree.tag(token)) else { return nil }
      token += 1
    }
    guard token < sentence.upperBound, let head = nameHead(at: token),
      tree.preposition(of: head) == nil,
      ![.nmodPoss, .compound, .amod].contains(tree.relation(head))
    else { return nil }
    let isOfClause = tree.head(of: head) != verb
    return isOfClause && tree.child(of: verb, .ccomp).map { $0 > verb } == true ? nil : head
  }

  /// The head of the name that covers a token.
  private func nameHead(at token: Int) -> Int? {
    guard let index = parties.mention(at: token) else { return nil }
    let tokens = parties.entities.mentions[index].tokens
    return tokens.first { !tokens.contains(Int(tree.syntax.heads[$0])) }
  }

  /// "said that it was a strange war, adding": the verb of speech that a participle goes on from.
  private func speechVerb(over token: Int) -> Int? {
    var node = token
    for _ in 0..<4 {
      if isSpeech(node) { return node }
      guard let above = tree.head(of: node) else { return nil }
      node = above
    }
    return nil
  }

  /// People, bodies and those who act for them; not "a lot of time assuring that".
  private func canSpeak(_ token: Int) -> Bool {
    tree.tag(token) == .propn || parties.mention(at: token) != nil
      || lexicon.isActor(tree.lemma(token)) || lexicon.isRole(tree.lemma(token))
  }

  /// "…," said Macron; "…, Macron said": with what is said before it, a parser may miss who it is.
  private func neighbour(of verb: Int) -> Int? {
    guard tree.children(of: verb, .ccomp, .parataxis).contains(where: { $0 < verb }) else {
      return nil
    }
    if let next = tree.child(of: verb, .obj, .iobj, .obl), next > verb,
      tree.phrase(of: next).lowerBound - verb <= 2, tree.preposition(of: next) == nil
    {
      return next
    }
    guard verb > 0, [.noun, .propn, .pron].contains(tree.tag(verb - 1)) else { return nil }
    let start = tree.phrase(of: verb - 1).lowerBound - 1
    let isSetOff = start >= 0 && ([",", "the"].contains(tree.form(start)) || isMark(start))
    return isSetOff ? verb - 1 : nil
  }

  private func isMark(_ token: Int) -> Bool { tree.tag(token) == .punct }

  /// "was quoted as saying": the one quoted speaks.
  private func isQuoted(_ verb: Int) -> Bool { ["quote", "cite"].contains(tree.lemma(verb)) }

  private func agent(of verb: Int) -> Int? {
    tree.children(of: verb, .obl, .oblAgent).first { tree.preposition(of: $0) == "by" }
  }

  /// "Putin, who said …"
  private func antecedent(of pronoun: Int, in verb: Int) -> Int? {
    guard ["who", "which", "that"].contains(tree.lemma(pronoun)), tree.relation(verb) == .aclRelcl
    else { return nil }
    return tree.head(of: verb)
  }

  /// "Israel's claim", "a claim by Israel", "Israel repeated the claim".
  private func owner(of noun: Int, besides content: Int) -> Int? {
    if let owner = dependentOwner(of: noun, besides: content) { return owner }
    guard [.obj, .obl].contains(tree.relation(noun)), let verb = tree.head(of: noun),
      lexicon.isLight(tree.lemma(verb)) || isSpeech(verb), !isDenial(verb, of: noun)
    else { return nil }
    return subject(of: verb)
  }

  private func dependentOwner(of noun: Int, besides content: Int?) -> Int? {
    if let owner = tree.child(of: noun, .nmodPoss) { return owner }
    let owner = tree.children(of: noun, .nmod).first {
      guard $0 != content, let preposition = tree.preposition(of: $0) else { return false }
      return Self.owning.contains(preposition)
        || preposition == "of" && parties.mention(at: $0) != nil
    }
    return owner
      ?? tree.children(of: noun, .amod, .compound).first { parties.mention(at: $0) != nil }
  }

  private func isDenial(_ verb: Int, of noun: Int) -> Bool {
    guard let cue = lexicon.cue(over: noun, at: verb, reach: .noun, in: tree) else { return false }
    return cue.modality == .denied || cue.negation == .rejected
  }

  private static let owning: Set<String> = ["by", "from"]

  // MARK: Around a quotation

  /// Who speaks a quotation: beside it in the sentence where it ends or begins, else whoever spoke
  /// the quotation before it.
  private func speaker(of quotation: QuotationMap.Quotation) -> Int? {
    var current: QuotationMap.Quotation? = quotation
    for _ in 0..<4 {
      guard let quotation = current else { return nil }
      if let speaker = speakerBeside(quotation) { return speaker }
      guard quotation.fillsSentences else { return nil }
      current = quotations.quotation(before: quotation)
    }
    return nil
  }

  private func speakerBeside(_ quotation: QuotationMap.Quotation) -> Int? {
    let after = quotation.tokens.upperBound..<quotation.lastSentence.upperBound
    let before = quotation.firstSentence.lowerBound..<quotation.tokens.lowerBound
    for token in Array(after) + before.reversed() where isSpeech(token) {
      if let subject = subject(of: token), !quotation.tokens.contains(subject) { return subject }
    }
    return Array(before).lazy.compactMap { accordingTo($0) }.first
      ?? announcer(of: quotation, in: before)
  }

  /// "Obama welcomed the deal: “…”": who the clause before the colon is about.
  private func announcer(of quotation: QuotationMap.Quotation, in before: Range<Int>) -> Int? {
    guard before.count > 2, tree.form(before.upperBound - 2) == ":" else { return nil }
    return before.lazy.compactMap { tree.child(of: $0, .nsubj) }
      .first { before.contains($0) && !parties.parties(of: $0).isEmpty }
  }

  // MARK: Words

  private func speaker(at token: Int) -> Stance.Speaker {
    if let owner = author(of: token) { return speaker(at: owner) }
    let words = tree.document.form(of: tree.phrase(of: token))
    return Stance.Speaker(entity: parties.parties(of: token).first?.chain, words: words)
  }

  /// "a statement by Israel", "a UN report": whoever made it speaks.
  private func author(of noun: Int) -> Int? {
    guard tree.tag(noun) == .noun, parties.mention(at: noun) == nil,
      lexicon.isSpeechNoun(tree.lemma(noun)),
      let owner = dependentOwner(of: noun, besides: nil), owner != noun
    else { return nil }
    return owner
  }

  private func unique(_ speakers: [Stance.Speaker]) -> [Stance.Speaker] {
    var result: [Stance.Speaker] = []
    for speaker in speakers
    where !result.contains(where: {
      $0 == speaker || $0.entity != nil && $0.entity == speaker.entity
    }) {
      result.append(speaker)
    }
    return result
  }
}
