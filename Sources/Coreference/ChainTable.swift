import DocumentModel
import Gazetteers

/// Collects mentions by identity, in text order.
struct ChainTable {
  private let gazetteer: Gazetteer
  private let names: ArticleNames
  private let newEntities: NewEntities
  private var mentions: [Mention] = []
  private var chainsOfMention: [[Int]] = []
  private var chains: [Chain] = []

  /// Collects the mentions that have an identity.
  init(_ linking: NameLinking) {
    gazetteer = linking.gazetteer
    names = linking.names
    newEntities = linking.newEntities
    var chainOf = KeyTable(capacity: names.count)
    var counts = [Int](repeating: 0, count: names.mentions.count)
    let numbers = linking.identities.map { identity in
      identity.map { chainOf.number(of: $0.key).number }
    }
    for case let chain? in numbers { counts[chain] += 1 }
    mentions.reserveCapacity(names.mentions.count)
    chainsOfMention.reserveCapacity(names.mentions.count)
    chains.reserveCapacity(chainOf.count)
    for (mention, identity) in linking.identities.enumerated() {
      guard let identity, let chain = numbers[mention] else { continue }
      add(mention, as: identity, to: chain, of: counts[chain])
    }
  }

  /// Adds a mention to its chain, a new one if that is the next.
  /// - Parameter count: how many mentions the chain gets.
  private mutating func add(
    _ mention: Int, as identity: EntityNumber, to chain: Int, of count: Int
  ) {
    let index = mentions.count
    mentions.append(names.mentions[mention])
    if chain < chains.count {
      extend(chain, with: mention)
      // One array for all mentions of a chain.
      chainsOfMention.append(chainsOfMention[chains[chain].mentions[0]])
    } else {
      chainsOfMention.append([chain])
      chains.append(self.chain(for: mention, as: identity))
      chains[chain].mentions.reserveCapacity(count)
    }
    chains[chain].mentions.append(index)
  }

  consuming func layer() -> EntityLayer {
    EntityLayer(mentions: mentions, chains: chains, chainsOfMention: chainsOfMention)
  }

  /// The chain of a mention, which is not yet in it.
  private func chain(for number: Int, as identity: EntityNumber) -> Chain {
    let mention = names.mentions[number]
    let roles = mention.role.map { [$0] } ?? []
    guard let entity = identity.known else {
      return Chain(
        identity: newEntities.identity(identity), type: newType(mention),
        name: names.form(number), mentions: [], roles: roles,
        alternatives: alternatives(of: mention))
    }
    let entities = gazetteer.entities
    return Chain(
      identity: .known(entity), type: entities.kind(of: entity).type,
      subtype: entities.subtype(of: entity), name: entities.name(of: entity),
      mentions: [], roles: roles)
  }

  /// The entries of the gazetteer that the name may mean and the text does not rule out.
  private func alternatives(of mention: Mention) -> [Candidate] {
    guard mention.kind == .gazetteer else { return [] }
    let known = mention.candidates.filter {
      if case .known = $0.identity { true } else { false }
    }
    return known.count > Self.mostAlternatives ? [] : known
  }

  private static let mostAlternatives = 8

  /// A surname that no full form explains is still a person.
  private func newType(_ mention: Mention) -> EntityType {
    if mention.kind == .gazetteer, let own = mention.newCandidate, !own.type.isPerson {
      return own.type
    }
    if case .known = mention.candidates[0].identity,
      mention.candidates.contains(where: { $0.type.isPerson })
    {
      return .person
    }
    return mention.type
  }

  private mutating func extend(_ chain: Int, with mention: Int) {
    if let role = names.mentions[mention].role, !chains[chain].roles.contains(role) {
      chains[chain].roles.append(role)
    }
    guard case .discovered = chains[chain].identity else { return }
    let (type, kind) = (names.mentions[mention].type, names.mentions[mention].kind)
    if type == .official, kind != .gazetteer, chains[chain].type == .person {
      chains[chain].type = .official
    }
    if names.length(mention) > chains[chain].name.utf8.count,
      type.isPerson == chains[chain].type.isPerson
    {
      chains[chain].name = names.form(mention)
    }
  }
}
