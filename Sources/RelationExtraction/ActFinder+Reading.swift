import DocumentModel
import Gazetteers

extension ActFinder {
  /// Who does what to whom, as a frame of the lexicon or, failing that, the syntax tells it.
  struct Reading {
    var predicate: Predicate
    var sources: [Party] = []
    var targets: [Party] = []
    var theme: String?
    var frame: Frame?
    /// "the Israel–Hamas war": two parties and no direction.
    var isReciprocal = false
    var basis: RelationBasis = .syntax

    var isComplete: Bool {
      !sources.isEmpty && !targets.isEmpty
        || (predicate.isSymmetric || isReciprocal) && max(sources.count, targets.count) > 1
    }
  }

  func reading<Trace: ExtractionTrace>(
    of structure: ArgumentStructure, tracing trace: inout Trace
  ) -> Reading {
    var matches = matches(of: structure, tracing: &trace)
    let isPerception =
      structure.partOfSpeech == .verb && lexicon.isPerception(tree.lemma(structure.token))
      && (structure.has(.clause) || structure.has(.clauseSubject))
    if isPerception { matches.removeAll { !$0.frame.wantsClause } }
    var partial: Reading?
    for match in matches {
      guard let reading = reading(of: match, structure) else { continue }
      if reading.isComplete { return ended(reading, structure) }
      trace.record(
        .misfitted(
          trigger: structure.token,
          PatternMisfit(
            origin: match.frame.origin, relation: match.frame.relation, cause: .noParty)))
      partial = partial ?? reading
    }
    let lemma = structure.partOfSpeech == .adjective ? structure.lemma : tree.lemma(structure.token)
    let predicate = predicate(of: structure, best: matches.first)
    trace.record(
      .readBySyntax(
        trigger: structure.token, lemma: lemma,
        isKnown: frames.isAnchor(lemma, as: structure.partOfSpeech)))
    if let demand = demand(structure) { return demand }
    guard !lexicon.isEmpty(lemma), structure.partOfSpeech != .adjective, !isPerception,
      structure.partOfSpeech != .noun || lexicon.isEventNoun(lemma),
      predicate.category != .other || !lexicon.isSpeech(lemma)
    else {
      return partial ?? Reading(predicate: predicate)
    }
    let reading = ended(bySyntax(structure, predicate: predicate), structure)
    return reading.isComplete ? reading : passage(structure) ?? reading
  }

  /// "suspended talks", "cut its aid": what is ended is not done; the relation is the one that the
  /// lexicon says ends it.
  private func ended(_ reading: Reading, _ structure: ArgumentStructure) -> Reading {
    guard structure.partOfSpeech == .noun,
      let governor = structure.governor ?? verb(over: structure),
      reading.frame?.governors.contains(tree.lemma(governor)) != true,
      lexicon.isEnding(tree.lemma(governor)),
      let end = lexicon.end(
        ofRelation: reading.predicate.relation, lemma: tree.lemmaWithParticle(governor))
    else { return reading }
    var reading = reading
    reading.predicate = end
    return reading
  }

  /// The verb whose object the noun is, light or not.
  private func verb(over structure: ArgumentStructure) -> Int? {
    let noun = tree.firstConjunct(of: structure.token)
    guard [.obj, .nsubjPass].contains(tree.relation(noun)), let verb = tree.head(of: noun),
      tree.isVerbal(verb)
    else { return nil }
    return verb
  }

  /// "said that Pakistan must act": who speaks demands it of whoever must.
  private func demand(_ structure: ArgumentStructure) -> Reading? {
    guard structure.partOfSpeech == .verb, lexicon.isSpeech(tree.lemma(structure.token)),
      var predicate = lexicon.predicate(lemma: "demand", as: .verb)
    else { return nil }
    var clauses = tree.children(of: structure.token, .ccomp, .parataxis)
    if tree.relation(structure.token) == .parataxis, let head = tree.head(of: structure.token) {
      clauses.append(head)
    }
    for clause in clauses where isObligation(clause) {
      guard let bound = tree.child(of: clause, .nsubj, .nsubjPass) else { continue }
      predicate.lemma = structure.lemma
      var reading = Reading(predicate: predicate)
      reading.sources = resolve(structure.arguments(.subject))
      reading.targets = parties.parties(of: bound)
        .filter { party in !reading.sources.contains { $0.chain == party.chain } }
      if reading.isComplete { return reading }
    }
    return nil
  }

  /// "was extradited to Malta": where someone is taken, when it is not said by whom.
  private func passage(_ structure: ArgumentStructure) -> Reading? {
    guard structure.partOfSpeech == .verb, !structure.has(.subject),
      reader.isPassive(structure.token)
    else { return nil }
    for preposition in Self.passages {
      let places = resolve(structure.arguments(.oblique(preposition)).filter { $0.host == nil })
        .filter { [.place, .country].contains(entities.chains[$0.chain].type) && $0.via == nil }
      guard !places.isEmpty else { continue }
      var reading = Reading(
        predicate: Predicate(lemma: structure.lemma + " " + preposition, category: .location))
      reading.sources = resolve(structure.arguments(.object).filter { $0.host == nil })
      reading.targets = places
      return reading.isComplete ? reading : nil
    }
    return nil
  }

  private static let passages = ["to", "into", "from"]

  /// "must act", "has to stop"; who must be allowed to is not the one who must.
  private func isObligation(_ clause: Int) -> Bool {
    guard tree.child(of: clause, .auxPass, .nsubjPass) == nil else { return false }
    if tree.children(of: clause, .aux).contains(where: {
      ["must", "should"].contains(tree.lemma($0))
    }) {
      return true
    }
    return ["have", "need"].contains(tree.lemma(clause))
      && tree.children(of: clause, .xcomp).contains {
        tree.isVerbal($0) && tree.child(of: $0, .mark) != nil
      }
  }

  private func bySyntax(_ structure: ArgumentStructure, predicate: Predicate) -> Reading {
    var reading = Reading(predicate: predicate)
    reading.sources = sources(of: structure, category: predicate)
    let actors = Set(reading.sources.map(\.chain))
    (reading.targets, reading.theme) = targets(of: structure, for: predicate, besides: actors)
    if reading.targets.isEmpty, predicate.category != .other {
      reading.targets = surroundings(of: structure, besides: actors)
    }
    if reading.targets.isEmpty, structure.partOfSpeech == .noun, predicate.category != .other {
      let pair = resolve(structure.arguments(.modifier))
      if pair.count == 2 {
        reading.sources = pair
        reading.isReciprocal = true
      }
    }
    return reading
  }

  /// The frames that fit, the most specific first.
  private func matches<Trace: ExtractionTrace>(
    of structure: ArgumentStructure, tracing trace: inout Trace
  ) -> [FrameMatcher.Match] {
    let anchor =
      structure.partOfSpeech == .adjective ? structure.lemma : tree.lemma(structure.token)
    let candidates = frames.frames(anchor: anchor, as: structure.partOfSpeech)
    guard !candidates.isEmpty else { return [] }
    let matcher = FrameMatcher(
      lexicon: lexicon, tree: tree, isEntity: { [parties] in !parties.parties(of: $0).isEmpty },
      isNamed: isParty)
    var matches: [FrameMatcher.Match] = []
    for frame in candidates {
      switch matcher.fit(structure, to: frame) {
      case .success(let match):
        matches.append(match)
        trace.record(.fitted(trigger: structure.token, fit(match)))
      case .failure(let failure):
        trace.record(
          .misfitted(
            trigger: structure.token,
            PatternMisfit(
              origin: frame.origin, relation: frame.relation, cause: failure.misfit)))
      }
    }
    return matches.enumerated().sorted {
      ($1.element.score, $0.offset) < ($0.element.score, $1.offset)
    }.map(\.element)
  }

  private func fit(_ match: FrameMatcher.Match) -> PatternFit {
    let fillers = match.frame.slots.flatMap { slot in
      match.arguments(slot.role).map { argument in
        PatternFit.Filler(
          role: slot.role, token: argument.token, phrase: tree.phrase(of: argument.token))
      }
    }
    return PatternFit(
      origin: match.frame.origin, relation: match.frame.relation, fillers: fillers,
      score: match.score)
  }

  /// Nil when the frame's slots lead to no entity to act on.
  private func reading(of match: FrameMatcher.Match, _ structure: ArgumentStructure) -> Reading? {
    guard
      let predicate = lexicon.predicate(of: match.frame, lemma: lemma(of: match.frame, structure))
    else { return nil }
    var reading = Reading(
      predicate: predicate, frame: match.frame, basis: .pattern(match.frame.origin))
    reading.sources = actors(match.arguments(.who))
    if reading.sources.isEmpty, structure.partOfSpeech == .noun,
      [.retreat, .mobilize, .location].contains(predicate.category)
    {
      // "the withdrawal of Rwandan soldiers": what is moved is who moves.
      reading.sources = resolve(match.arguments(.what))
    }
    if reading.sources.isEmpty {
      reading.sources = sources(of: structure, category: predicate)
        .filter { source in !match.fillers.values.joined().contains { $0.token == source.token } }
    }
    if reading.sources.isEmpty, structure.partOfSpeech == .verb {
      reading.sources = resolve(reader.outerSubject(of: structure.token))
    }
    if reading.sources.isEmpty, predicate.category.hurts {
      reading.sources = culprits(of: structure)
    }
    if !match.arguments(.whom).isEmpty, match.arguments(.with).isEmpty {
      // "spoke to Seoul" has a direction, "spoke with Seoul" has none.
      reading.predicate.isSymmetric = false
    }
    reading.isReciprocal = match.frame.isMutual
    let actors = Set(reading.sources.map(\.chain))
    var found = targets(of: match, as: predicate.category, in: structure, besides: actors)
    if found.parties.isEmpty { found.parties = surroundings(of: structure, besides: actors) }
    (reading.targets, reading.theme) = (found.parties, found.theme)
    if found.isEarlier { reading.basis = .earlierEvent }
    return reading
  }

  // MARK: Predicates

  /// Whether all patterns of a head are of one category: of "put" or "take", which mean many things,
  /// none can be assumed.
  private func hasOneMeaning(
    _ anchor: String, as partOfSpeech: ArgumentStructure.PartOfSpeech
  ) -> Bool {
    let known = frames.frames(anchor: anchor, as: partOfSpeech)
    guard partOfSpeech == .verb, let first = known.first else { return true }
    let category = lexicon.predicate(of: first, lemma: anchor)?.category
    return known.allSatisfy { lexicon.predicate(of: $0, lemma: anchor)?.category == category }
  }

  /// Of "severed ties" it is "sever", which makes it another relation than "ties"; of "imposed
  /// sanctions" it is "sanction".
  private func lemma(of frame: Frame, _ structure: ArgumentStructure) -> String {
    guard structure.partOfSpeech == .noun else { return structure.lemma }
    let noun = tree.lemma(structure.token)
    guard let governor = structure.governor, frame.governors.contains(tree.lemma(governor)),
      let plain = lexicon.predicate(lemma: noun, as: .noun), plain.relation != frame.relation
    else { return noun }
    return tree.lemmaWithParticle(governor)
  }

  private func predicate(of structure: ArgumentStructure, best: FrameMatcher.Match?) -> Predicate {
    let bare = tree.lemma(structure.token)
    let label = structure.partOfSpeech == .verb ? structure.lemma : bare
    if let best, let predicate = lexicon.predicate(of: best.frame, lemma: label) {
      return predicate
    }
    for lemma in [structure.lemma, bare] {
      // A standing tie needs its pattern: "lie" is not always "lie in".
      if var predicate = lexicon.predicate(lemma: lemma, as: structure.partOfSpeech),
        !predicate.category.isTie, hasOneMeaning(bare, as: structure.partOfSpeech)
      {
        predicate.lemma = label
        return predicate
      }
    }
    return Predicate(lemma: label, category: .other)
  }
}
