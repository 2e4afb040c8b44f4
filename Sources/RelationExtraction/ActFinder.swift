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
    if tree.tag(token) == .verb, !lexicon.isEmpty(tree.lemma(token)) {
      return relations(of: reader.structure(ofVerb: token))
    }
    if tree.tag(token) == .noun, parties.mention(at: token) == nil, lexicon.isEventNoun(tree.lemma(token)) {
      return relations(of: reader.structure(ofNoun: token))
    }
    return []
  }

  private func relations(of structure: ArgumentStructure) -> [Relation] {
    let sources = sources(of: structure)
    let (targets, theme) = targets(of: structure)
    let predicate = predicate(of: structure)
    var result = pairs(sources, targets, predicate: predicate, theme: theme, of: structure)
    if result.isEmpty, predicate.isSymmetric {
      let members = targets.isEmpty ? sources : targets
      result = reciprocal(members, predicate: predicate, theme: theme, of: structure)
    }
    return result
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
    let direct = resolve(structure.arguments(.indirectObject)) + resolve(objects.filter { isParty($0.token) })
    let theme = objects.first { !isParty($0.token) }.map { tree.document.form(of: tree.phrase(of: $0.token)) }
    if !direct.isEmpty { return (direct, theme) }
    let receivers = obliques(of: structure, Self.receiving)
    if !receivers.isEmpty { return (receivers, theme) }
    let owners = objects.flatMap { parties.owners(of: $0.token) }
    if !owners.isEmpty { return (owners, theme) }
    guard objects.isEmpty else { return ([], theme) }
    return (obliques(of: structure, Self.locating), nil)
  }

  /// Whether a noun phrase is itself an entity or acts for one, rather than a thing of its own.
  private func isParty(_ token: Int) -> Bool {
    if parties.mention(at: token) != nil { return true }
    let lemma = tree.lemma(token)
    return lexicon.isRole(lemma) || lexicon.isActor(lemma)
      || !tree.children(of: token, .appos, .flat).filter { parties.mention(at: $0) != nil }.isEmpty
  }

  private func nounTargets(of structure: ArgumentStructure) -> ([Party], String?) {
    for group in [["of"], ["against", "on", "to", "with", "for", "from", "between", "over", "at"], ["in"]] {
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
    return Predicate(lemma: structure.partOfSpeech == .noun ? bare : structure.lemma, category: .other)
  }

  private func pairs(
    _ sources: [Party], _ targets: [Party], predicate: Predicate, theme: String?,
    of structure: ArgumentStructure
  ) -> [Relation] {
    guard !sources.isEmpty, !targets.isEmpty else { return [] }
    let stance = stances.stance(of: structure.token)
    return sources.flatMap { source in
      targets.filter { $0.chain != source.chain }.map { target in
        relation(source, target, predicate: predicate, stance: stance, theme: theme, of: structure)
      }
    }
  }

  /// "A and B met", "talks between A and B".
  private func reciprocal(
    _ members: [Party], predicate: Predicate, theme: String?, of structure: ArgumentStructure
  ) -> [Relation] {
    guard members.count > 1 else { return [] }
    let stance = stances.stance(of: structure.token)
    return members.indices.dropLast().flatMap { first in
      members[(first + 1)...].map { other in
        relation(members[first], other, predicate: predicate, stance: stance, theme: theme, of: structure)
      }
    }
  }

  private func relation(
    _ source: Party, _ target: Party, predicate: Predicate, stance: Stance, theme: String?,
    of structure: ArgumentStructure
  ) -> Relation {
    Relation(
      source: source.chain, target: target.chain, predicate: predicate, stance: stance,
      theme: theme, via: source.via, date: evidence.date,
      grade: grade(source, target, predicate: predicate),
      evidence: evidence.evidence(
        trigger: structure.token..<structure.token + 1, source: source.token, target: target.token))
  }

  private func grade(_ source: Party, _ target: Party, predicate: Predicate) -> Relation.Grade {
    if predicate.category == .other { return .c }
    return source.isIndirect || target.isIndirect ? .b : .a
  }
}
