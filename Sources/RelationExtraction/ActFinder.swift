import DocumentModel
import Gazetteers

/// Finds acts: verbs and event nouns with an entity that acts and an entity acted on.
struct ActFinder {
  let tree: TreeIndex
  let reader: ArgumentReader
  let parties: PartyFinder
  let lexicon: ExtractionLexicon
  let stances: StanceReader
  let evidence: EvidenceMaker
  let entities: EntityLayer

  func relations(at token: Int, in sentence: Int) -> [Relation] {
    guard parties.mention(at: token) == nil else { return [] }
    switch tree.tag(token) {
    case .verb:
      return saysMoreInItsObject(token) ? [] : relations(of: reader.structure(ofVerb: token))
    case .noun where lexicon.isEventNoun(tree.lemma(token)):
      return relations(of: reader.structure(ofNoun: token))
    default: return []
    }
  }

  /// "wage war", "impose sanctions": the noun is the relation, if it makes one.
  private func saysMoreInItsObject(_ verb: Int) -> Bool {
    guard lexicon.isLight(tree.lemma(verb)) else { return false }
    return tree.children(of: verb, .obj, .nsubjPass).contains { noun in
      parties.mention(at: noun) == nil && lexicon.isEventNoun(tree.lemma(noun))
        && !relations(of: reader.structure(ofNoun: noun)).isEmpty
    }
  }

  private func relations(of structure: ArgumentStructure) -> [Relation] {
    let reading = reading(of: structure)
    var result = pairs(reading, of: structure)
    if result.isEmpty, reading.predicate.isSymmetric {
      result = reciprocal(reading, of: structure)
    }
    return result
  }

  /// Who does what to whom, as a frame of the lexicon or, failing that, the syntax tells it.
  private struct Reading {
    var predicate: Predicate
    var sources: [Party]
    var targets: [Party]
    var theme: String?
    var fitsFrame: Bool
  }

  private func reading(of structure: ArgumentStructure) -> Reading {
    if let match = match(structure), let reading = reading(of: match, structure) { return reading }
    guard !lexicon.isEmpty(tree.lemma(structure.token)) else {
      return Reading(
        predicate: predicate(of: structure), sources: [], targets: [], fitsFrame: false)
    }
    let (targets, theme) = targets(of: structure)
    return Reading(
      predicate: predicate(of: structure), sources: sources(of: structure), targets: targets,
      theme: theme, fitsFrame: false)
  }

  private func match(_ structure: ArgumentStructure) -> FrameMatcher.Match? {
    let bare = tree.lemma(structure.token)
    let lemmas = structure.lemma == bare ? [bare] : [structure.lemma, bare]
    let frames = lemmas.flatMap { lexicon.frames(lemma: $0, as: structure.partOfSpeech) }
    guard !frames.isEmpty else { return nil }
    let matcher = FrameMatcher(
      lexicon: lexicon, isEntity: { !parties.parties(of: $0).isEmpty }, lemma: tree.lemma)
    return matcher.match(structure, lightVerb: structure.lightVerb, frames: frames)
  }

  /// Nil when the frame's slots lead to no entity to act on.
  private func reading(of match: FrameMatcher.Match, _ structure: ArgumentStructure) -> Reading? {
    let lemma = structure.partOfSpeech == .noun ? tree.lemma(structure.token) : structure.lemma
    guard let predicate = lexicon.predicate(of: match.frame, lemma: lemma) else { return nil }
    var sources = resolve(match.arguments(.who))
    if sources.isEmpty { sources = self.sources(of: structure) }
    let (targets, theme) = targets(of: match, besides: Set(sources.map(\.chain)))
    guard !targets.isEmpty else { return nil }
    return Reading(
      predicate: predicate, sources: sources, targets: targets, theme: theme, fitsFrame: true)
  }

  /// A phrase that leads back to who acts ("recalled its ambassador to France") leads on to others.
  private func targets(of match: FrameMatcher.Match, besides actors: Set<Int>) -> ([Party], String?)
  {
    let things = match.arguments(.what) + match.arguments(.topic)
    let theme = things.first.map { tree.document.form(of: tree.phrase(of: $0.token)) }
    for role in [Frame.Role.whom, .with] {
      let arguments = match.arguments(role)
      let direct = resolve(arguments).filter { !actors.contains($0.chain) }
      if !direct.isEmpty { return (direct, theme) }
      let owners = arguments.flatMap { parties.owners(of: $0.token) }.filter {
        !actors.contains($0.chain)
      }
      if !owners.isEmpty { return (owners, theme) }
    }
    guard match.arguments(.whom).isEmpty, match.arguments(.with).isEmpty else { return ([], theme) }
    let owners = match.arguments(.what).flatMap { resolve([$0]) + parties.owners(of: $0.token) }
      .filter { !actors.contains($0.chain) }
    return (owners, theme)
  }

  // MARK: Parties

  private func sources(of structure: ArgumentStructure) -> [Party] {
    switch structure.partOfSpeech {
    case .verb, .adjective:
      return resolve(structure.arguments(.subject))
    case .noun:
      for function in [Argument.Function.subject, .oblique("by"), .possessor, .modifier] {
        let found = resolve(structure.arguments(function))
        if !found.isEmpty { return found }
      }
      return []
    }
  }

  private func resolve(_ arguments: [Argument]) -> [Party] {
    arguments.flatMap { argument in
      parties.parties(of: argument.token).map { party in
        var party = party
        party.isIndirect = party.isIndirect || argument.isIndirect
        return party
      }
    }
  }

  /// Those acted on, and the thing given, said or done: the object when it is an entity; else the
  /// receiver or partner; else whoever the thing belongs to.
  private func targets(of structure: ArgumentStructure) -> ([Party], String?) {
    structure.partOfSpeech == .noun ? nounTargets(of: structure) : verbTargets(of: structure)
  }

  private func verbTargets(of structure: ArgumentStructure) -> ([Party], String?) {
    let objects = structure.arguments(.object)
    let direct =
      resolve(structure.arguments(.indirectObject)) + resolve(objects.filter { isParty($0.token) })
    let theme = objects.first { !isParty($0.token) }.map {
      tree.document.form(of: tree.phrase(of: $0.token))
    }
    if !direct.isEmpty { return (direct, theme) }
    let receivers = obliques(of: structure, Self.receiving)
    if !receivers.isEmpty { return (receivers, theme) }
    let owners = objects.flatMap { parties.owners(of: $0.token) }
    if !owners.isEmpty { return (owners, theme) }
    return (obliques(of: structure, Self.locating), theme)
  }

  /// Whether a noun phrase is itself an entity or acts for one, rather than a thing of its own.
  private func isParty(_ token: Int) -> Bool {
    if parties.mention(at: token) != nil { return true }
    let lemma = tree.lemma(token)
    return lexicon.isRole(lemma) || lexicon.isActor(lemma)
      || !tree.children(of: token, .appos, .flat).filter { parties.mention(at: $0) != nil }.isEmpty
  }

  private func nounTargets(of structure: ArgumentStructure) -> ([Party], String?) {
    if structure.has(.subject) {
      let owners =
        resolve(structure.arguments(.possessor)) + resolve(structure.arguments(.modifier))
      if structure.lightVerb == nil, !owners.isEmpty { return (owners, nil) }
    }
    for group in [
      ["of"], ["against", "on", "to", "with", "for", "from", "between", "over", "at"], ["in"],
    ] {
      let found = obliques(of: structure, group)
      if !found.isEmpty { return (found, nil) }
    }
    return ([], nil)
  }

  private func obliques(of structure: ArgumentStructure, _ prepositions: [String]) -> [Party] {
    for preposition in prepositions {
      let found = resolve(structure.arguments(.oblique(preposition)))
      if !found.isEmpty { return found }
    }
    return []
  }

  private static let receiving = [
    "to", "with", "against", "on", "upon", "for", "from", "at", "toward", "towards", "over", "of",
    "about",
  ]
  private static let locating = ["into", "in"]

  // MARK: Relations

  private func predicate(of structure: ArgumentStructure) -> Predicate {
    let bare = tree.lemma(structure.token)
    for lemma in [structure.lemma, bare] {
      if var predicate = lexicon.predicate(lemma: lemma, as: structure.partOfSpeech) {
        predicate.lemma = structure.partOfSpeech == .noun ? bare : structure.lemma
        return predicate
      }
    }
    return Predicate(
      lemma: structure.partOfSpeech == .noun ? bare : structure.lemma, category: .other)
  }

  private func pairs(_ reading: Reading, of structure: ArgumentStructure) -> [Relation] {
    guard !reading.sources.isEmpty, !reading.targets.isEmpty else { return [] }
    let stance = stances.stance(of: structure.token)
    let actors = Set(reading.sources.map(\.chain))
    return reading.sources.flatMap { source in
      reading.targets.filter { !actors.contains($0.chain) }.map { target in
        relation(source, target, reading: reading, stance: stance, of: structure)
      }
    }
  }

  /// "A and B met", "talks between A and B".
  private func reciprocal(_ reading: Reading, of structure: ArgumentStructure) -> [Relation] {
    let members = reading.targets.isEmpty ? reading.sources : reading.targets
    guard members.count > 1 else { return [] }
    let stance = stances.stance(of: structure.token)
    return members.indices.dropLast().flatMap { first in
      members[(first + 1)...].map { other in
        relation(members[first], other, reading: reading, stance: stance, of: structure)
      }
    }
  }

  private func relation(
    _ source: Party, _ target: Party, reading: Reading, stance: Stance,
    of structure: ArgumentStructure
  ) -> Relation {
    Relation(
      source: source.chain, target: target.chain, predicate: reading.predicate, stance: stance,
      theme: reading.theme, via: source.via, date: evidence.date,
      grade: grade(source, target, reading: reading),
      evidence: evidence.evidence(
        trigger: structure.token..<structure.token + 1, source: source.token, target: target.token))
  }

  private func grade(_ source: Party, _ target: Party, reading: Reading) -> Relation.Grade {
    if !reading.fitsFrame, reading.predicate.category == .other { return .c }
    return reading.fitsFrame && !source.isIndirect && !target.isIndirect ? .a : .b
  }
}
