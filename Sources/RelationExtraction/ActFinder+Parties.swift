import DocumentModel
import Gazetteers

/// Who acts and who is acted on.
extension ActFinder {
  func resolve(_ arguments: [Argument]) -> [Party] {
    var seen: Set<Int> = []
    return arguments.flatMap { argument in
      parties.parties(of: argument.token).compactMap { party in
        guard seen.insert(party.chain).inserted else { return nil }
        var party = party
        party.isIndirect = party.isIndirect || argument.isIndirect
        return party
      }
    }
  }

  // MARK: Sources

  /// Those who act; "Madrid's airport" does not for Madrid.
  func actors(_ arguments: [Argument]) -> [Party] {
    resolve(
      arguments.filter {
        parties.isMention($0.token) || !lexicon.isInert(tree.lemma($0.token))
      })
  }

  func sources(of structure: ArgumentStructure, category predicate: Predicate) -> [Party] {
    guard structure.partOfSpeech == .noun else { return actors(structure.arguments(.subject)) }
    for function in [Argument.Function.subject, .oblique("by"), .possessor, .modifier] {
      let found = resolve(structure.arguments(function))
      if !found.isEmpty { return found }
    }
    return clauseSubjects(of: structure.token, for: predicate)
  }

  /// "said at a news conference with Park": who does what the clause says takes part in the event
  /// too, unless it is one that hurts.
  private func clauseSubjects(of noun: Int, for predicate: Predicate) -> [Party] {
    var node = tree.firstConjunct(of: noun)
    for _ in 0..<2 where tree.relation(node) == .nmod {
      guard let head = tree.head(of: node), tree.tag(head) == .noun,
        parties.mention(at: head) == nil
      else { return [] }
      node = tree.firstConjunct(of: head)
    }
    guard let verb = tree.head(of: node), tree.isVerbal(verb) else { return [] }
    let isShared =
      predicate.isSymmetric || [.agree, .consult, .cooperate].contains(predicate.category)
    switch tree.relation(node) {
    case .obl where isShared || !predicate.category.hurts:
      guard let preposition = tree.preposition(of: node), Self.settings.contains(preposition) else {
        return []
      }
    case .obj where isShared || passesOn(verb, to: predicate): break
    default: return []
    }
    return resolve(reader.structure(ofVerb: verb).arguments(.subject)).map { party in
      var party = party
      party.isIndirect = true
      return party
    }
  }

  /// "announced sanctions on Iran", "resumed aid to Kyiv": who does that does what the noun says,
  /// unless the verb judges, tells of or suffers what others do.
  private func passesOn(_ verb: Int, to predicate: Predicate) -> Bool {
    let lemma = tree.lemma(verb)
    guard predicate.category != .other, !reader.isPassive(verb), !lexicon.isBystander(lemma),
      !lexicon.isPerception(lemma)
    else { return false }
    guard let known = lexicon.predicate(lemma: lemma, as: .verb) else {
      return !lexicon.isSpeech(lemma)
    }
    return [.agree, .aid, .cooperate, .mobilize, .other].contains(known.category)
  }

  /// "killed in an Israeli air strike", "as a result of the offensive": who is not named with the verb
  /// is who did the deed around it.
  func culprits(of structure: ArgumentStructure) -> [Party] {
    guard structure.partOfSpeech == .verb, reader.isPassive(structure.token) else { return [] }
    for argument in structure.arguments {
      guard case .oblique(let preposition) = argument.function, argument.host == nil,
        Self.occasions.contains(preposition)
      else { continue }
      for noun in [argument.token] + tree.children(of: argument.token, .nmod) {
        if let found = agents(ofEvent: noun), !found.isEmpty { return found }
      }
    }
    return []
  }

  private static let occasions: Set<String> = ["in", "during", "after", "as", "from", "following"]

  /// "at the request of Macron", "with help from Qatar": what someone does for or to whoever the
  /// clause is about.
  ///
  /// Also "support Ukraine against Russia's invasion": what one is helped against is done to one.
  func surroundings(of structure: ArgumentStructure, besides actors: Set<Int>) -> [Party] {
    let noun = structure.token
    guard structure.partOfSpeech == .noun, tree.relation(noun) == .obl, !actors.isEmpty,
      let verb = tree.head(of: noun), tree.isVerbal(verb),
      let preposition = tree.preposition(of: noun)
    else { return [] }
    let function: Argument.Function
    switch preposition {
    case _ where Self.means.contains(preposition): function = .subject
    case "against": function = .object
    default: return []
    }
    return resolve(reader.structure(ofVerb: verb).arguments(function).filter { $0.host == nil })
      .filter { !actors.contains($0.chain) }.map { party in
        var party = party
        party.isIndirect = true
        return party
      }
  }

  private static let means: Set<String> = ["at", "with", "under", "through", "thanks to"]

  private static let settings: Set<String> = [
    "in", "at", "during", "for", "after", "before", "following", "follow", "through", "on", "under",
  ]

  // MARK: Targets of frames

  struct Targets {
    var parties: [Party]
    var theme: String?
    /// Found in what was told before.
    var isEarlier = false
  }

  /// A phrase that leads back to who acts ("recalled its ambassador to France") leads on to others.
  func targets(
    of match: FrameMatcher.Match, as category: DocumentModel.Category,
    in structure: ArgumentStructure, besides actors: Set<Int>
  ) -> Targets {
    let things = match.arguments(.what) + match.arguments(.topic)
    let theme = things.first.map { tree.document.form(of: tree.phrase(of: $0.token)) }
    for role in [PatternRole.whom, .with] {
      let arguments = match.arguments(role)
      let direct = resolve(arguments).filter { !actors.contains($0.chain) }
      if !direct.isEmpty {
        let second = role == .whom ? resolve(match.arguments(.with).filter(isSecondTarget)) : []
        let others = second.filter { party in
          !actors.contains(party.chain) && !direct.contains { $0.chain == party.chain }
        }
        return Targets(parties: direct + others, theme: theme)
      }
      if let targets = ownersOrParticipants(
        of: arguments, as: category, besides: actors, theme: theme)
      {
        return targets
      }
    }
    guard match.arguments(.whom).isEmpty, match.arguments(.with).isEmpty else {
      return Targets(parties: [], theme: theme)
    }
    let isMutual = isMutual(category, among: actors)
    let arguments = match.arguments(.what).filter { !isMutual || isParty($0.token) }
    let direct = resolve(arguments).filter { !actors.contains($0.chain) }
    if !direct.isEmpty || isMutual { return Targets(parties: direct, theme: theme) }
    if let targets = ownersOrParticipants(
      of: arguments, as: category, besides: actors, theme: theme)
    {
      return targets
    }
    return Targets(parties: authors(in: structure, besides: actors), theme: theme)
  }

  /// "introduced Kim to Moon", "mediated between Congo and Rwanda": done to both.
  private func isSecondTarget(_ argument: Argument) -> Bool {
    [.oblique("to"), .oblique("with"), .oblique("between")].contains(argument.function)
  }

  /// "rejecting a complaint [by Masra]": parsers hang the author of the thing on the active verb.
  private func authors(in structure: ArgumentStructure, besides actors: Set<Int>) -> [Party] {
    guard structure.partOfSpeech == .verb else { return [] }
    return resolve(structure.arguments(.oblique("by"))).filter { !actors.contains($0.chain) }
  }

  private func ownersOrParticipants(
    of arguments: [Argument], as category: DocumentModel.Category, besides actors: Set<Int>,
    theme: String?
  ) -> Targets? {
    let owners = arguments.flatMap { agents(ofEvent: $0.token) ?? parties.owners(of: $0.token) }
      .filter { !actors.contains($0.chain) }
    if !owners.isEmpty { return Targets(parties: owners, theme: theme) }
    for argument in arguments {
      let participants = participants(
        inEvent: argument.token, as: category, besides: actors)
      if !participants.isEmpty {
        return Targets(parties: participants, theme: theme, isEarlier: true)
      }
    }
    return nil
  }

  /// "condemned the provision of arms [by the North] to Russia": an act on an act is one on whoever
  /// did it, not on those it was done to. Nil for a thing that is not done.
  private func agents(ofEvent noun: Int) -> [Party]? {
    guard tree.tag(noun) == .noun, parties.mention(at: noun) == nil,
      lexicon.isEventNoun(tree.lemma(noun)),
      let predicate = lexicon.predicate(lemma: tree.lemma(noun), as: .noun),
      predicate.category != .other, !predicate.isSymmetric
    else { return nil }
    let structure = reader.structure(ofNoun: noun)
    for function in [Argument.Function.oblique("by"), .possessor, .modifier, .oblique("from")] {
      let found = resolve(structure.arguments(function))
      if !found.isEmpty {
        return found.map { party in
          var party = party
          party.isIndirect = true
          party.via = tree.document.form(of: tree.phrase(of: noun))
          return party
        }
      }
    }
    return predicate.category.hurts ? [] : nil
  }

  /// "brokered the deal", "condemned the invasion": those who did what the noun says, in the clause
  /// around it or in what was told before.
  ///
  /// Nobody is told a conference, and who pushes for a decision need not judge who took it.
  private func participants(
    inEvent noun: Int, as category: DocumentModel.Category, besides actors: Set<Int>
  ) -> [Party] {
    let lemma = tree.lemma(noun)
    guard tree.tag(noun) == .noun, parties.mention(at: noun) == nil, category != .communication
    else { return [] }
    if lexicon.isDeed(lemma), isDefinite(noun) || isResumptive(noun) {
      return category.judges ? deed(noun, besides: actors) : []
    }
    guard lexicon.isEventNoun(lemma) else { return [] }
    let predicate =
      lexicon.predicate(lemma: lemma, as: .noun) ?? Predicate(lemma: lemma, category: .other)
    var around = clauseSubjects(of: noun, for: predicate)
    around = around.filter { !actors.contains($0.chain) }
    if !around.isEmpty { return around }
    guard isDefinite(noun) else { return [] }
    let chains = history.participants(lemma: lemma, predicate: predicate)
    return chains.filter { !actors.contains($0) }.map {
      Party(
        chain: $0, token: noun, via: tree.document.form(of: tree.phrase(of: noun)),
        isIndirect: true)
    }
  }

  /// "this move", "the decision": whoever did what was told last.
  private func deed(_ noun: Int, besides actors: Set<Int>) -> [Party] {
    history.lastActors.filter { !actors.contains($0) }.map {
      Party(
        chain: $0, token: noun, via: tree.document.form(of: tree.phrase(of: noun)),
        isIndirect: true)
    }
  }

  /// "…, a step condemned by Britain": said of what was told just now.
  private func isResumptive(_ noun: Int) -> Bool {
    [.appos, .parataxis, .conj, .dep, .list].contains(tree.relation(noun))
      && tree.child(of: noun, .acl, .aclRelcl) != nil && tree.child(of: noun, .det) != nil
  }

  private func isDefinite(_ noun: Int) -> Bool {
    tree.children(of: noun, .det).contains {
      ["the", "this", "that", "these", "those", "both"].contains(tree.lemma($0))
    }
  }
}

extension DocumentModel.Category {
  /// Said for or against what someone did.
  var judges: Bool {
    switch self {
    case .accuse, .support, .reject, .threaten, .protest: true
    default: false
    }
  }

  /// Done to someone against their will.
  var hurts: Bool {
    switch self {
    case .assault, .coerce, .sanction, .mobilize, .threaten: true
    default: false
    }
  }
}
