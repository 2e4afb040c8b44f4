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
struct PartyFinder {
  let tree: TreeIndex
  let entities: EntityLayer
  private let mentionAtHead: [Int: Int]

  private static let longestList = 40

  init(tree: TreeIndex, entities: EntityLayer) {
    self.tree = tree
    self.entities = entities
    var mentionAtHead: [Int: Int] = [:]
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.tokens { mentionAtHead[token] = index }
    }
    // "the foreign minister, Park Jin": the role stands for the person, unless it has a name itself.
    for (index, mention) in entities.mentions.enumerated() {
      for token in mention.roleTokens ?? 0..<0 where mentionAtHead[token] == nil {
        mentionAtHead[token] = index
      }
    }
    // "Mr Morrison": what a name follows and depends on stands for it too.
    for (index, mention) in entities.mentions.enumerated() {
      let before = mention.tokens.lowerBound - 1
      guard before >= 0, mentionAtHead[before] == nil,
        mention.tokens.contains(where: { tree.head(of: $0) == before }),
        [.flat, .appos, .compound].contains(tree.relation(mention.tokens.lowerBound))
      else { continue }
      mentionAtHead[before] = index
    }
    self.mentionAtHead = mentionAtHead
  }

  func mention(at token: Int) -> Int? { mentionAtHead[token] }

  /// The parties a noun phrase names, coordination distributed.
  func parties(of token: Int) -> [Party] {
    var result = single(token)
    for (index, other) in tree.children(of: token, .conj).enumerated()
    where index < Self.longestList {
      result += single(other).map { party in
        var party = party
        party.isIndirect = party.isIndirect || index > 0
        return party
      }
    }
    return unique(result)
  }

  /// The entities that a thing belongs to or is about: "North Korea's missile tests".
  func owners(of token: Int) -> [Party] {
    var result: [Party] = []
    for child in tree.children(of: token) {
      switch tree.relation(child) {
      case .nmodPoss, .amod, .compound, .nmodUnmarked, .nmodDesc:
        result += named(child, via: nil)
      case .nmod:
        guard let preposition = tree.preposition(of: child), Self.belonging.contains(preposition)
        else { continue }
        result += parties(of: child)
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

  private func single(_ token: Int) -> [Party] {
    let direct = named(token, via: nil)
    if !direct.isEmpty { return direct }
    guard [.noun, .propn, .adj, .num, .det].contains(tree.tag(token)) else { return [] }
    return actingFor(token)
  }

  /// The mention at a token itself.
  private func named(_ token: Int, via: String?) -> [Party] {
    guard let index = mentionAtHead[token] else { return [] }
    let mention = entities.mentions[index]
    let indirect = mention.kind == .pronoun || mention.kind == .nominal
    return entities.chainsOfMention[index].map {
      Party(chain: $0, token: token, via: via ?? mention.via, isIndirect: indirect)
    }
  }

  /// A common noun that acts for an entity: its apposition, its demonym, its owner.
  private func actingFor(_ token: Int) -> [Party] {
    if let parties = apposed(to: token) { return parties }
    let words = phrase(token)
    for child in tree.children(of: token, .amod, .compound, .nmodPoss, .nmodUnmarked, .nmodDesc) {
      let parties = named(child, via: words)
      if !parties.isEmpty, entities.chains[parties[0].chain].type != .event {
        return parties.map { party in
          var party = party
          party.isIndirect = party.isIndirect || tree.relation(child) == .nmodPoss
          return party
        }
      }
    }
    for child in tree.children(of: token, .nmod) {
      guard ["of", "from"].contains(tree.preposition(of: child) ?? "") else { continue }
      let parties = parties(of: child)
      if !parties.isEmpty {
        return parties.map { Party(chain: $0.chain, token: $0.token, via: words, isIndirect: true) }
      }
    }
    return []
  }

  /// "the chairman, Tom Lantos" and "Tom Lantos, the chairman": both are Lantos.
  private func apposed(to token: Int) -> [Party]? {
    var others = tree.children(of: token, .appos, .flat)
    if tree.relation(token) == .appos, let head = tree.head(of: token) { others.append(head) }
    return others.lazy.map { named($0, via: nil) }.first { !$0.isEmpty }
  }

  private func phrase(_ token: Int) -> String {
    tree.document.form(of: tree.phrase(of: token))
  }

  private func unique(_ parties: [Party]) -> [Party] {
    var seen: Set<Int> = []
    return parties.filter { seen.insert($0.chain).inserted }
  }
}
