import DocumentModel
import Gazetteers

/// Finds standing ties: office and affiliation by title, apposition and *of*, parts and kin.
struct TieFinder {
  let tree: TreeIndex
  let entities: EntityLayer
  let parties: PartyFinder
  let lexicon: ExtractionLexicon
  let offices: KnownOffices

  /// A tie between two chains, by the word that shows it.
  struct Tie {
    var source: Int
    var target: Int
    var sourceToken: Int
    var targetToken: Int
    /// The word that names the tie: "minister".
    var trigger: Range<Int>
    var lemma: String
    var category: DocumentModel.Category
    var grade: Relation.Grade
  }

  func ties() -> [Tie] {
    var ties: [Tie] = []
    for (index, mention) in entities.mentions.enumerated()
    where entities.chainsOfMention[index].count == 1 {
      if mention.type.isPerson, mention.kind != .pronoun {
        ties += tiesByTitle(of: index)
        ties += tiesByDescription(of: index)
        ties += tiesByOf(index)
        ties += tiesByMembership(of: index)
      }
    }
    for token in tree.syntax.tags.indices where tree.tag(token) == .noun {
      ties += tiesByPredicate(token)
    }
    return unique(ties)
  }

  /// The first way in which a tie is found is the best one.
  private func unique(_ ties: [Tie]) -> [Tie] {
    struct Key: Hashable { var source, target, head: Int }
    var seen: Set<Key> = []
    return ties.filter {
      seen.insert(Key(source: $0.source, target: $0.target, head: $0.trigger.upperBound)).inserted
    }
  }

  // MARK: Titles

  /// "South Korean Foreign Minister Park Jin", "Hamas spokesman Fawzi Barhoum", and the country left
  /// of a bare title when the same noun phrase holds it.
  private func tiesByTitle(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    guard let role = mention.roleTokens else { return [] }
    let sentence = tree.document.sentences[mention.sentence].tokens
    let found =
      body(before: role.lowerBound, in: sentence) ?? body(behind: role.upperBound, in: sentence)
      ?? body(behind: mention.tokens.upperBound, in: sentence)
    if let found { return tie(from: index, to: found, role: role, grade: .a) }
    return tiesByKnownOffice(of: index, role: role)
  }

  /// The gazetteer knows whose president someone with that title is at the article's date; the tie is
  /// drawn when the article speaks of that body too.
  private func tiesByKnownOffice(of index: Int, role: Range<Int>) -> [Tie] {
    guard let chain = entities.chainsOfMention[index].first else { return [] }
    return offices.bodies(of: entities.chains[chain].identity, role: roleLemma(role)).compactMap {
      body in
      guard let target = entities.chains.firstIndex(where: { $0.identity == .known(body) }),
        target != chain
      else { return nil }
      let lemma = roleLemma(role)
      return Tie(
        source: chain, target: target, sourceToken: entities.mentions[index].tokens.lowerBound,
        targetToken: entities.mentions[index].tokens.lowerBound, trigger: role, lemma: lemma,
        category: lexicon.tieCategory(ofRole: lemma), grade: .b)
    }
  }

  /// The name of a country or body directly before the title, "'s" and adjectives between allowed.
  private func body(before token: Int, in sentence: Range<Int>) -> Int? {
    var position = token - 1
    for _ in 0..<4 where position >= sentence.lowerBound {
      if let mention = parties.mention(at: position) {
        return entities.mentions[mention].type.isPerson ? nil : mention
      }
      let isBridge =
        tree.tag(position) == .adj || tree.tag(position) == .noun
        || ["'s", "’s", "'", "’"].contains(tree.document.form(of: position))
      guard isBridge else { return nil }
      position -= 1
    }
    return nil
  }

  /// "President Nicolas Sarkozy of France", "spokesman for the State Department".
  private func body(behind token: Int, in sentence: Range<Int>) -> Int? {
    guard token < sentence.upperBound, Self.joints.contains(tree.lemma(token)) else { return nil }
    for position in (token + 1)..<max(token + 1, min(token + 4, sentence.upperBound)) {
      if let mention = parties.mention(at: position) {
        return entities.mentions[mention].type.isPerson ? nil : mention
      }
      guard [.det, .adj].contains(tree.tag(position)) else { return nil }
    }
    return nil
  }

  private static let joints: Set<String> = ["of", "for", "at", "to", "with", "in"]

  private func tie(from person: Int, to body: Int, role: Range<Int>, grade: Relation.Grade) -> [Tie]
  {
    let lemma = roleLemma(role)
    return entities.chainsOfMention[body].map { target in
      Tie(
        source: entities.chainsOfMention[person][0], target: target,
        sourceToken: entities.mentions[person].tokens.lowerBound,
        targetToken: entities.mentions[body].tokens.lowerBound, trigger: role, lemma: lemma,
        category: lexicon.tieCategory(ofRole: lemma), grade: grade)
    }
  }

  private func roleLemma(_ role: Range<Int>) -> String {
    role.map { tree.document.form(of: $0).lowercased() }.joined(separator: " ")
  }

  // MARK: Descriptions

  /// "Park Jin, South Korea's foreign minister", "the chairman of the committee, Tom Lantos".
  private func tiesByDescription(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let head =
      mention.tokens.first { !mention.tokens.contains(Int(tree.syntax.heads[$0])) }
      ?? mention.tokens.lowerBound
    var nouns = tree.children(of: head, .appos)
    if tree.relation(head) == .appos || tree.relation(head) == .flat, let noun = tree.head(of: head)
    {
      nouns.append(noun)
    }
    if [.nsubj].contains(tree.relation(head)), let noun = tree.head(of: head),
      tree.child(of: noun, .cop) != nil
    {
      nouns.append(noun)
    }
    if let role = mention.roleTokens { nouns.removeAll { role.contains($0) } }
    return nouns.flatMap { noun in
      ([noun] + tree.children(of: noun, .conj)).flatMap { ties(of: index, by: $0) }
    }
  }

  private func ties(of person: Int, by noun: Int) -> [Tie] {
    guard [.noun, .propn].contains(tree.tag(noun)), lexicon.isRole(tree.lemma(noun).lowercased())
    else { return [] }
    var bodies: [Party] = []
    for child in tree.children(of: noun) {
      switch tree.relation(child) {
      case .nmodPoss, .amod, .compound, .nmodUnmarked, .nmodDesc:
        bodies += parties.parties(of: child)
      case .nmod
      where ["of", "at", "for", "with", "in", "from", "to"].contains(
        tree.preposition(of: child) ?? ""):
        bodies += parties.parties(of: child)
      default: break
      }
    }
    let role = roleRange(noun)
    let own = entities.chainsOfMention[person][0]
    return bodies.filter { $0.chain != own && entities.chains[$0.chain].type != .place }.map {
      body in
      let lemma = roleLemma(role)
      let isPerson = entities.chains[body.chain].type.isPerson
      return Tie(
        source: own, target: body.chain, sourceToken: entities.mentions[person].tokens.lowerBound,
        targetToken: body.token, trigger: role, lemma: lemma,
        category: isPerson
          ? lexicon.personTieCategory(ofRole: lemma) : lexicon.tieCategory(ofRole: lemma),
        grade: body.isIndirect ? .b : .a)
    }
  }

  /// The role noun with the plain words before it that belong to it: "deputy foreign minister".
  private func roleRange(_ noun: Int) -> Range<Int> {
    var start = noun
    while start > 0, tree.head(of: start - 1) == noun,
      [.amod, .compound].contains(tree.relation(start - 1)),
      parties.mention(at: start - 1) == nil
    {
      start -= 1
    }
    return start..<noun + 1
  }

  /// "Bruce Riedel of the Brookings Institution".
  private func tiesByOf(_ index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let sentence = tree.document.sentences[mention.sentence].tokens
    let of = mention.tokens.upperBound
    guard mention.roleTokens == nil, of < sentence.upperBound, tree.lemma(of) == "of",
      let body = body(behind: of, in: sentence), entities.mentions[body].type == .organisation
    else { return [] }
    return tie(from: index, to: body, role: of..<of + 1, grade: .a)
  }

  /// "Anthony Weiner, a New York Democrat,": names in apposition say where someone belongs.
  private func tiesByMembership(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let sentence = tree.document.sentences[mention.sentence].tokens
    let comma = mention.tokens.upperBound
    guard mention.roleTokens == nil, comma + 2 < sentence.upperBound, tree.lemma(comma) == ",",
      tree.lemma(comma + 1) == "a" || tree.lemma(comma + 1) == "an"
    else { return [] }
    var bodies: [Int] = []
    var token = comma + 2
    while token < sentence.upperBound, let body = parties.mention(at: token),
      !entities.mentions[body].type.isPerson
    {
      bodies.append(body)
      token = entities.mentions[body].tokens.upperBound
    }
    guard let party = bodies.last, entities.mentions[party].type == .organisation,
      token == sentence.upperBound || tree.tag(token) == .punct || tree.tag(token) == .adp
        || tree.tag(token) == .pron
    else { return [] }
    let role = entities.mentions[party].tokens
    return bodies.flatMap { tie(from: index, to: $0, role: role, grade: .a) }
  }

  // MARK: Predicates

  /// "A is a member of B", "A, capital of B", of things that are no persons.
  private func tiesByPredicate(_ noun: Int) -> [Tie] {
    guard let category = lexicon.tieNoun(tree.lemma(noun)) else { return [] }
    let holders = holders(of: noun)
    guard !holders.isEmpty else { return [] }
    let wholes =
      tree.children(of: noun, .nmod, .nmodPoss).flatMap { parties.parties(of: $0) }
      + tree.children(of: noun, .compound, .amod).flatMap { parties.parties(of: $0) }
    return holders.flatMap { holder in
      wholes.filter { $0.chain != holder.chain }.map { whole in
        Tie(
          source: holder.chain, target: whole.chain, sourceToken: holder.token,
          targetToken: whole.token, trigger: noun..<noun + 1, lemma: tree.lemma(noun),
          category: category, grade: holder.isIndirect || whole.isIndirect ? .b : .a)
      }
    }
  }

  private func holders(of noun: Int) -> [Party] {
    if tree.relation(noun) == .appos, let head = tree.head(of: noun) {
      return parties.parties(of: head).filter { !entities.chains[$0.chain].type.isPerson }
    }
    if tree.child(of: noun, .cop) != nil, let subject = tree.child(of: noun, .nsubj) {
      return parties.parties(of: subject).filter { !entities.chains[$0.chain].type.isPerson }
    }
    return []
  }
}
