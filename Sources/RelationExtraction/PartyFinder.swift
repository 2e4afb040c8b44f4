import DocumentModel
import Gazetteers

/// An entity that takes part in a relation, and how the text leads to it.
struct Party {
  /// Index of the chain.
  var chain: Int
  /// The token that names it or refers to it.
  var token: Int
  /// The words that act for it: "South Korean officials".
  var via: String?
  /// Reached through coreference, a list, or another noun.
  var isIndirect: Bool
}

/// Leads from the head of a phrase to the entities it stands for.
///
/// A class, so that the many readers of one article share what was found.
final class PartyFinder {
  let tree: TreeIndex
  let entities: EntityLayer
  let lexicon: ExtractionLexicon
  let mentions: MentionIndex
  /// Whom "I" and "we" stand for, by token.
  var firstPersons: [Int: [Int]] = [:] {
    didSet { found = Array(repeating: nil, count: found.count) }
  }
  /// The parties of each token that was asked for.
  private var found: [[Party]?]

  init(
    tree: TreeIndex, entities: EntityLayer, lexicon: ExtractionLexicon, mentions: MentionIndex
  ) {
    self.tree = tree
    self.entities = entities
    self.lexicon = lexicon
    self.mentions = mentions
    found = Array(repeating: nil, count: tree.syntax.heads.count)
  }

  static let longestList = 40

  func mention(at token: Int) -> Int? { mentions.at(token) }

  func isMention(_ token: Int) -> Bool { mentions.at(token) != nil }

  /// The parties a noun phrase names, coordination distributed.
  func parties(of token: Int) -> [Party] {
    if let known = found[token] { return known }
    let parties = coordinated(token)
    found[token] = parties
    return parties
  }

  private func coordinated(_ token: Int) -> [Party] {
    var result = single(token)
    for (index, other) in conjuncts(of: token).prefix(Self.longestList).enumerated() {
      result += single(other).map { party in
        var party = party
        party.isIndirect = party.isIndirect || index > 0
        return party
      }
    }
    return unique(result)
  }

  /// The other members of a coordination; "between A [and B]" may be a phrase of its own.
  private func conjuncts(of token: Int) -> [Int] {
    var result = tree.children(of: token, .conj).filter {
      !isNextSubject($0, after: token) && mentions.misreadVerb(before: $0, in: tree) == nil
    }
    result += misreadConjuncts(of: token) + listed(behind: token) + listed(before: token)
    if let partner = partner(behind: token) { result.append(partner) }
    guard let head = tree.head(of: token), [.nmod, .obl].contains(tree.relation(token)) else {
      return result
    }
    result += tree.children(of: head, .nmod, .obl).filter {
      $0 > token && tree.child(of: $0, .cc) != nil && tree.child(of: $0, .case) == nil
    }
    return result
  }

  /// "welcomed the step, and [Guterres] thanked China": the conjunction is that of a later verb.
  private func isNextSubject(_ conjunct: Int, after token: Int) -> Bool {
    guard token < conjunct else { return false }
    return (token..<conjunct).contains { word in
      guard tree.relation(word) == .cc, let head = tree.head(of: word) else { return false }
      return head > conjunct && tree.isVerbal(head)
    }
  }

  /// "Morrison, [Biden] and Johnson": parsers make names in a row another name of the first.
  private func misreadConjuncts(of token: Int) -> [Int] {
    guard let own = mention(at: token), isPlainName(own) else { return [] }
    return tree.children(of: token, .appos).filter { other in
      guard let index = mention(at: other), isPlainName(index), tree.tag(other) == .propn else {
        return false
      }
      return entities.mentions[index].type.isPerson == entities.mentions[own].type.isPerson
        && Set(entities.chainsOfMention[index]).isDisjoint(with: entities.chainsOfMention[own])
    }
  }

  private func isPlainName(_ mention: Int) -> Bool {
    let mention = entities.mentions[mention]
    return (mention.type.isPerson || mention.type == .country) && !mention.isAdjective
      && mention.kind != .pronoun && mention.kind != .nominal
  }

  /// The entities that a thing belongs to or is about: "North Korea's missile tests".
  func owners(of token: Int) -> [Party] {
    var result: [Party] = []
    for child in tree.children(of: token) {
      switch tree.relation(child) {
      case .nmodPoss, .amod, .compound, .nmodUnmarked, .nmodDesc:
        result += named(child, via: nil) + nested(child)
      case .nmod:
        guard let preposition = tree.preposition(of: child), Self.belonging.contains(preposition)
        else { continue }
        let direct = parties(of: child).filter {
          !(isWhere(preposition) && type(of: $0) == .place && lexicon.isPeople(tree.lemma(token)))
        }
        result += direct.isEmpty ? owners(of: child) : direct
      case .acl:
        // "the commitments made by Olmert"
        for agent in tree.children(of: child, .obl, .oblAgent)
        where tree.preposition(of: agent) == "by" {
          result += parties(of: agent)
        }
      default: break
      }
    }
    for other in tree.children(of: token, .conj).prefix(Self.longestList) {
      result += owners(of: other)
    }
    return unique(
      result.map { Party(chain: $0.chain, token: $0.token, via: phrase(token), isIndirect: true) })
  }

  private static let belonging: Set<String> = [
    "of", "by", "from", "in", "against", "on", "with", "for", "to",
  ]

  /// "[the army's] tactics", "[Mr Trump's adviser]'s remarks": who the owner acts for.
  private func nested(_ token: Int) -> [Party] {
    guard mention(at: token) == nil else { return [] }
    if tree.relation(token) == .nmodPoss {
      return tree.isRelativePronoun(token) ? single(token) : actingFor(token)
    }
    return tree.children(of: token, .compound, .amod).flatMap { named($0, via: nil) }
  }

  private func single(_ token: Int) -> [Party] {
    let direct = named(token, via: nil)
    if !direct.isEmpty { return direct }
    if tree.isRelativePronoun(token),
      let antecedent = antecedents.antecedent(of: token, in: token), antecedent != token
    {
      return parties(of: antecedent).map { party in
        var party = party
        party.isIndirect = true
        return party
      }
    }
    guard [.noun, .propn, .adj, .num, .det].contains(tree.tag(token)) else { return [] }
    return actingFor(token)
  }

  private var antecedents: Antecedents {
    Antecedents(tree: tree, lexicon: lexicon, mentions: mentions)
  }

  /// The mention at a token itself.
  private func named(_ token: Int, via: @autoclosure () -> String?) -> [Party] {
    if let chains = firstPersons[token] {
      return chains.map {
        Party(chain: $0, token: token, via: tree.document.form(of: token), isIndirect: true)
      }
    }
    guard let index = mention(at: token) else { return [] }
    let mention = entities.mentions[index]
    let indirect = mention.kind == .pronoun || mention.kind == .nominal
    return entities.chainsOfMention[index].map {
      Party(chain: $0, token: token, via: via() ?? mention.via, isIndirect: indirect)
    }
  }

  /// A common noun that acts for an entity: its apposition, its demonym, its owner.
  private func actingFor(_ token: Int) -> [Party] {
    if let parties = apposed(to: token) ?? predicated(of: token) { return parties }
    lazy var words = phrase(token)
    let isPrivate = isPrivatePerson(token)
    for child in representatives(of: token) {
      let parties = distributed(child, via: words).filter {
        mayAct(token, for: $0) && !(isPrivate && [.country, .place].contains(type(of: $0)))
      }
      if !parties.isEmpty, entities.chains[parties[0].chain].type != .event {
        return parties.map { party in
          var party = party
          party.isIndirect = party.isIndirect || tree.relation(child) == .nmodPoss
          return party
        }
      }
    }
    let lemma = tree.lemma(token)
    let isActor = lexicon.isActor(lemma) || lexicon.isRole(lemma)
    for child in tree.children(of: token, .nmod) {
      let preposition = tree.preposition(of: child) ?? ""
      guard
        Self.whole.contains(preposition) || Self.listing.contains(preposition)
          || isActor && Self.service.contains(preposition)
      else { continue }
      let parties = parties(of: child).filter { mayAct(token, for: $0) }
      if !parties.isEmpty {
        return parties.map { Party(chain: $0.chain, token: $0.token, via: words, isIndirect: true) }
      }
    }
    return []
  }

  /// "a Swedish carmaker" does nothing in Sweden's name, unlike "Swedish carmakers", nor "his brother"
  /// in his, nor "its rival" for anyone.
  private func mayAct(_ noun: Int, for party: Party) -> Bool {
    let lemma = tree.lemma(noun)
    if lexicon.isRival(lemma) { return false }
    switch type(of: party) {
    case .country, .place:
      return !lexicon.isPrivateBody(lemma) || tree.features(noun).number == .plur
    case .person, .official: return !lexicon.isKin(lemma)
    default: return true
    }
  }

  /// "the Swedish striker" does nothing in Sweden's name.

  private func isPrivatePerson(_ token: Int) -> Bool {
    let lemma = tree.lemma(token)
    return tree.tag(token) == .noun && tree.features(token).number == .sing && lexicon.isRole(lemma)
      && !lexicon.isActor(lemma) && lexicon.tieCategory(ofRole: lemma) != .office
  }

  private func type(of party: Party) -> EntityType { entities.chains[party.chain].type }

  private func isWhere(_ preposition: String) -> Bool { ["in", "at"].contains(preposition) }

  /// What stands before a noun and may say for whom it acts; "Mugabe's ZANU-PF party" is ZANU-PF, while
  /// "Britain's UN envoy" is Britain's.
  private func representatives(of token: Int) -> [Int] {
    let all = tree.children(of: token, .amod, .compound, .nmodPoss, .nmodUnmarked, .nmodDesc)
    guard lexicon.isBody(tree.lemma(token)) else { return all }
    return all.filter { tree.relation($0) != .nmodPoss }
      + all.filter { tree.relation($0) == .nmodPoss }
  }

  private static let whole: Set<String> = ["of", "from"]
  /// "ten groups, including Oxfam".
  private static let listing: Set<String> = ["include", "including", "such as", "like", "among"]
  /// "a spokesman for the ministry", "officials at the Pentagon".
  private static let service: Set<String> = ["for", "at", "in", "with", "to"]

  /// "American and South Korean officials", "the army's spokesman".
  private func distributed(_ modifier: Int, via words: @autoclosure () -> String) -> [Party] {
    var result = named(modifier, via: words())
    for other in tree.children(of: modifier, .conj).prefix(Self.longestList) {
      result += named(other, via: words())
    }
    if result.isEmpty, tree.relation(modifier) == .nmodPoss {
      result = nested(modifier)
    }
    return result
  }

  /// "the chairman, Tom Lantos" and "Tom Lantos, the chairman": both are Lantos.
  private func apposed(to token: Int) -> [Party]? {
    var others = tree.children(of: token, .appos, .flat)
    if tree.relation(token) == .appos, let head = tree.head(of: token) { others.append(head) }
    if let name = lateName(of: token) { others.append(name) }
    for other in others {
      let parties = named(other, via: nil)
      if !parties.isEmpty { return parties }
    }
    return nil
  }

  /// "an exiled commander who lives in the Netherlands, [Aregawi Berhe], is backing": the name between
  /// commas that ends the phrase of a role is whose role it is.
  func lateName(of noun: Int) -> Int? {
    guard tree.tag(noun) == .noun, mention(at: noun) == nil, tree.features(noun).number != .plur,
      lexicon.isRole(tree.lemma(noun)), tree.child(of: noun, .aclRelcl, .acl, .nmod) != nil
    else { return nil }
    let extent = tree.extent(of: noun)
    var last = extent.upperBound - 1
    if tree.lemma(last) == "," { last -= 1 }
    guard last > noun, let index = mention(at: last) else { return nil }
    let name = entities.mentions[index]
    guard name.type.isPerson, name.tokens.lowerBound > noun + 1,
      tree.lemma(name.tokens.lowerBound - 1) == ",", last + 1 < tree.syntax.tags.count,
      tree.lemma(last + 1) == "," || tree.isVerbal(last + 1)
    else { return nil }
    let head = name.tokens.first { !name.tokens.contains(Int(tree.syntax.heads[$0])) } ?? last
    return tree.relation(head) == .appos ? head : nil
  }

  /// "Betancourt was one of [the hostages]": what is done to them is done to her.
  private func predicated(of token: Int) -> [Party]? {
    var predicate = token
    if tree.relation(token) == .nmod, let head = tree.head(of: token),
      ["one", "some", "many"].contains(tree.lemma(head))
    {
      predicate = head
    }
    guard tree.child(of: predicate, .cop) != nil,
      let subject = tree.child(of: predicate, .nsubj), subject < token
    else { return nil }
    let parties = named(subject, via: nil)
    guard !parties.isEmpty else { return nil }
    return parties.map { party in
      var party = party
      party.isIndirect = true
      return party
    }
  }

  private func phrase(_ token: Int) -> String {
    tree.document.form(of: tree.phrase(of: token))
  }

  private func unique(_ parties: [Party]) -> [Party] {
    guard parties.count > 1 else { return parties }
    var seen: Set<Int> = []
    return parties.filter { seen.insert($0.chain).inserted }
  }
}
