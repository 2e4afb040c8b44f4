import DocumentModel
import Gazetteers

/// Collects mentions by identity, in text order.
struct ChainTable {
  let gazetteer: Gazetteer
  let text: MentionText
  private var mentions: [Mention] = []
  private var chainsOfMention: [[Int]] = []
  private var chains: [Chain] = []
  private var chainOf: [EntityIdentity: Int] = [:]
  private var chainOfName: NameMemo<Int>

  /// - Parameter capacity: the number of mentions, or more.
  init(gazetteer: Gazetteer, text: MentionText, capacity: Int) {
    self.gazetteer = gazetteer
    self.text = text
    chainOfName = NameMemo(text)
    mentions.reserveCapacity(capacity)
    chainsOfMention.reserveCapacity(capacity)
    chains.reserveCapacity(capacity)
    chainOf.reserveCapacity(capacity)
  }

  mutating func add(_ mention: Mention, as identity: EntityIdentity) {
    let index = mentions.count
    mentions.append(mention)
    let name = text.number(mention)
    if let chain = chainOfName[name, identity] ?? chainOf[identity] {
      extend(chain, with: mention, at: index)
      chainsOfMention.append([chain])
      chainOfName[name, identity] = chain
    } else {
      chainOf[identity] = chains.count
      chainOfName[name, identity] = chains.count
      chainsOfMention.append([chains.count])
      chains.append(chain(for: mention, as: identity, at: index))
    }
  }

  consuming func layer() -> EntityLayer {
    EntityLayer(mentions: mentions, chains: chains, chainsOfMention: chainsOfMention)
  }

  private func chain(for mention: Mention, as identity: EntityIdentity, at index: Int) -> Chain {
    let roles = mention.role.map { [$0] } ?? []
    guard case .known(let entity) = identity else {
      return Chain(
        identity: identity, type: newType(mention, as: identity), name: text.form(mention),
        mentions: [index], roles: roles, alternatives: alternatives(of: mention))
    }
    let entities = gazetteer.entities
    return Chain(
      identity: identity, type: entities.kind(of: entity).type,
      subtype: entities.subtype(of: entity), name: entities.name(of: entity),
      mentions: [index], roles: roles)
  }

  /// The entries of the gazetteer that the name may mean and the text does not rule out.
  private func alternatives(of mention: Mention) -> [Candidate] {
    let known = mention.candidates.filter {
      if case .known = $0.identity { true } else { false }
    }
    return known.count > Self.mostAlternatives ? [] : known
  }

  private static let mostAlternatives = 8

  /// A surname that no full form explains is still a person.
  private func newType(_ mention: Mention, as identity: EntityIdentity) -> EntityType {
    let own = mention.candidates.first {
      if case .discovered = $0.identity { true } else { false }
    }
    if mention.kind == .gazetteer, let own, !own.type.isPerson { return own.type }
    if case .known = mention.candidates[0].identity,
      mention.candidates.contains(where: { $0.type.isPerson })
    {
      return .person
    }
    return mention.type
  }

  private mutating func extend(_ chain: Int, with mention: Mention, at index: Int) {
    chains[chain].mentions.append(index)
    if let role = mention.role, !chains[chain].roles.contains(role) {
      chains[chain].roles.append(role)
    }
    guard case .discovered = chains[chain].identity else { return }
    if mention.type == .official, mention.kind != .gazetteer, chains[chain].type == .person {
      chains[chain].type = .official
    }
    let form = text.form(mention)
    if form.utf8.count > chains[chain].name.utf8.count,
      mention.type.isPerson == chains[chain].type.isPerson
    {
      chains[chain].name = form
    }
  }
}
