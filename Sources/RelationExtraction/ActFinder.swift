import DocumentModel
import Gazetteers

/// Finds acts: verbs, event nouns and adjectives with an entity that acts and an entity acted on.
///
/// A class, because it is asked a thousand times an article and remembers what was told.
final class ActFinder {
  let tree: TreeIndex
  let frames: FrameTable
  let reader: ArgumentReader
  let parties: PartyFinder
  let lexicon: ExtractionLexicon
  let stances: StanceReader
  let evidence: EvidenceMaker
  let dates: EventDateReader
  let entities: EntityLayer
  /// What was told before, for "the accord".
  var history = EventHistory()
  private(set) var diagnostics: [Diagnostic] = []

  init(
    parties: PartyFinder, reader: ArgumentReader, stances: StanceReader, dates: EventDateReader,
    evidence: EvidenceMaker
  ) {
    (tree, lexicon, entities) = (parties.tree, parties.lexicon, parties.entities)
    frames = reader.frames
    self.parties = parties
    self.reader = reader
    self.stances = stances
    self.dates = dates
    self.evidence = evidence
  }

  /// More than this many pairs are not drawn from one predicate.
  static let mostPairs = 120

  func relations<Trace: ExtractionTrace>(
    at token: Int, tracing trace: inout Trace
  ) -> [(Relation, RelationBasis)] {
    guard let structure = structure(at: token) else {
      if Trace.self != NoTrace.self { traceSuperseded(token, tracing: &trace) }
      return []
    }
    let reading = reading(of: structure, tracing: &trace)
    let relations = isMention(reading) ? [] : relations(of: reading, structure)
    if relations.isEmpty {
      trace.record(
        .incomplete(
          trigger: token, lemma: reading.predicate.lemma, sources: reading.sources.map(\.chain),
          targets: reading.targets.map(\.chain)))
    }
    if relations.count == Self.mostPairs { diagnostics.append(longList(token)) }
    if relations.isEmpty, reading.frame != nil {
      history.record(reading.predicate, by: reading.sources.map(\.chain))
    } else {
      history.record(relations)
    }
    return relations.map { ($0, reading.basis) }
  }

  /// What would have been read of a verb whose object says more.
  private func traceSuperseded<Trace: ExtractionTrace>(_ token: Int, tracing trace: inout Trace) {
    guard tree.tag(token) == .verb, parties.mention(at: token) == nil else { return }
    _ = reading(of: reader.structure(ofVerb: token), tracing: &trace)
  }

  /// The argument structure of a word that may be a predicate.
  private func structure(at token: Int) -> ArgumentStructure? {
    let tag = tree.tag(token)
    guard [.verb, .noun, .adj, .propn].contains(tag),
      parties.mention(at: token) == nil || isPredicateNominal(token)
    else { return nil }
    let lemma = tree.lemma(token)
    if isTakenForAdjective(token) { return reader.structure(ofNoun: token) }
    switch tag {
    case .verb where isStative(token): return reader.structure(ofAdjective: token)
    case .verb: return saysMoreInItsObject(token) ? nil : reader.structure(ofVerb: token)
    case .noun where lexicon.isEventNoun(lemma) || frames.isAnchor(lemma, as: .noun):
      return isSpelledOut(token) ? nil : reader.structure(ofNoun: token)
    case .adj where frames.isAnchor(lemma, as: .adjective):
      return reader.structure(ofAdjective: token)
    default: return nil
    }
  }

  /// "is the [son] of Hafez": also a noun that stands for who it is said of.
  private func isPredicateNominal(_ token: Int) -> Bool {
    guard let mention = parties.mention(at: token), tree.tag(token) == .noun else { return false }
    return entities.mentions[mention].kind == .nominal && tree.child(of: token, .cop) != nil
  }

  /// "Ukraine's [counteroffensive] against", "is chief [executive] of": an event noun or a role that
  /// the tagger does not know.
  private func isTakenForAdjective(_ token: Int) -> Bool {
    let tag = tree.tag(token)
    guard [.adj, .propn, .verb].contains(tag), parties.mention(at: token) == nil else {
      return false
    }
    if tag == .verb {
      // "Tito's split with Stalin"
      return tree.child(of: token, .nmodPoss) != nil && tree.child(of: token, .nsubj, .aux) == nil
        && frames.isAnchor(tree.lemma(token), as: .noun)
    }
    let lemma = tree.lemma(token).inSmallLetters
    return frames.isAnchor(lemma, as: .noun) && !frames.isAnchor(lemma, as: .adjective)
      && tree.child(of: token, .nmodPoss, .det, .cop) != nil
  }

  /// "is committed to Taiwan", "is opposed to it": a participle that is an adjective of the lexicon,
  /// unless someone did it.
  private func isStative(_ verb: Int) -> Bool {
    guard frames.isAnchor(reader.adjectiveLemma(verb), as: .adjective), reader.isPassive(verb)
    else {
      return false
    }
    return !tree.children(of: verb, .obl, .oblAgent).contains { tree.preposition(of: $0) == "by" }
  }

  /// "ended aid to X" is a pattern of "end": "aid" by itself would say the opposite.
  private func isSpelledOut(_ noun: Int) -> Bool {
    guard [.obj, .nsubjPass].contains(tree.relation(noun)), let verb = tree.head(of: noun),
      tree.isVerbal(verb), frames.spells(tree.lemma(noun), verb: tree.lemma(verb)),
      !frames.governs(tree.lemma(verb), noun: tree.lemma(noun))
    else { return false }
    return readingBySpelling(verb, tree.lemma(noun))
  }

  /// Whether a pattern of the verb that spells out the noun leads to parties.
  private func readingBySpelling(_ verb: Int, _ noun: String) -> Bool {
    var trace = NoTrace()
    let reading = reading(of: reader.structure(ofVerb: verb), tracing: &trace)
    return reading.isComplete && reading.frame?.requirements.contains { $0.contains(noun) } == true
  }

  /// "wage war", "impose sanctions": the noun is the relation, if it makes one.
  private func saysMoreInItsObject(_ verb: Int) -> Bool {
    let lemma = tree.lemma(verb)
    let isLight = lexicon.isLight(lemma)
    var nouns = tree.children(of: verb, .obj, .nsubjPass)
    if tree.relation(verb) == .acl, let noun = tree.head(of: verb) { nouns.append(noun) }
    return nouns.contains { noun in
      let nounLemma = tree.lemma(noun)
      guard parties.mention(at: noun) == nil, tree.relation(noun) != .appos,
        isLight && lexicon.isEventNoun(nounLemma) || frames.governs(lemma, noun: nounLemma)
      else { return false }
      if frames.spells(nounLemma, verb: lemma), readingBySpelling(verb, nounLemma) { return false }
      let structure = reader.structure(ofNoun: noun)
      var trace = NoTrace()
      let reading = reading(of: structure, tracing: &trace)
      guard isLight || reading.frame?.governors.contains(lemma) == true else { return false }
      return !relations(of: reading, structure).isEmpty
    }
  }

  /// "referring to the North": a topic is no party.
  private func isMention(_ reading: Reading) -> Bool {
    lexicon.isTopic(relation: reading.predicate.relation)
  }

  // MARK: Relations

  private func relations(of reading: Reading, _ structure: ArgumentStructure) -> [Relation] {
    let pairs = pairs(of: reading)
    guard !pairs.isEmpty, !isMereSetting(reading, structure) else { return [] }
    let stance = stances.stance(of: structure.token)
    let date = dates.date(of: structure.token, tense: stance.tense) ?? evidence.date
    return pairs.prefix(Self.mostPairs).map { source, target in
      Relation(
        source: source.chain, target: target.chain, predicate: reading.predicate, stance: stance,
        theme: reading.theme, via: source.via, date: date,
        grade: grade(source, target, reading: reading),
        evidence: evidence.evidence(
          trigger: structure.token..<structure.token + 1, source: source.token,
          target: target.token))
    }
  }

  /// "opposed the bid at a summit": those who were there together need not have met each other.
  private func isMereSetting(_ reading: Reading, _ structure: ArgumentStructure) -> Bool {
    structure.partOfSpeech == .noun && tree.relation(structure.token) == .obl
      && reading.targets.isEmpty && !reading.isReciprocal && structure.governor == nil
      && reading.sources.allSatisfy(\.isIndirect)
  }

  private func longList(_ token: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "long-list",
      "\"\(tree.document.form(of: token))\" joins more parties than are drawn: the first"
        + " \(Self.mostPairs) pairs are kept",
      at: tree.document.tokens[token].span)
  }

  private func pairs(of reading: Reading) -> [(Party, Party)] {
    let actors = Set(reading.sources.map(\.chain))
    let targets = reading.targets.filter { !actors.contains($0.chain) }
    if !actors.isEmpty, !targets.isEmpty {
      return reading.sources.flatMap { source in targets.map { (source, $0) } }
    }
    guard reading.predicate.isSymmetric || reading.isReciprocal else { return [] }
    return reciprocal(reading.targets.isEmpty ? reading.sources : reading.targets)
  }

  /// "A and B met", "talks between A and B".
  private func reciprocal(_ members: [Party]) -> [(Party, Party)] {
    guard members.count > 1 else { return [] }
    return members.indices.dropLast().flatMap { first in
      members[(first + 1)...].map { (members[first], $0) }
    }
  }

  private func grade(_ source: Party, _ target: Party, reading: Reading) -> Relation.Grade {
    if reading.frame == nil, reading.predicate.category == .other { return .c }
    let isDirect = !source.isIndirect && !target.isIndirect && reading.basis != .earlierEvent
    return reading.frame != nil && isDirect ? .a : .b
  }
}
