import DocumentModel
import GraphModel
import OrderedCollections

/// Entities of all articles, merged as they are added.
struct NodeTable {
  /// The nodes' ids, by the nodes' numbers.
  private(set) var ids: OrderedSet<String> = []
  private var accumulators: [Accumulator] = []
  /// Numbers by resolution key, since an id takes long to make.
  private var known: [String: Int] = [:]

  /// Merges `entity` into its node and returns the node's number.
  mutating func add(_ entity: ArticleEntity, from article: ArticleRecord) -> Int {
    let number = number(of: entity)
    accumulators[number].add(entity, on: article.date?.date)
    return number
  }

  private mutating func number(of entity: ArticleEntity) -> Int {
    if let id = entity.gazetteerID { return number(of: id) }
    if let number = known[entity.resolutionKey] { return number }
    let number = number(of: entity.nodeID)
    if NodeID.dependsOnKeyAlone(entity) { known[entity.resolutionKey] = number }
    return number
  }

  private mutating func number(of id: String) -> Int {
    let (isNew, number) = ids.append(id)
    if isNew { accumulators.append(Accumulator()) }
    return number
  }

  /// All nodes, sorted by id. They are taken out of the table, so that none is in memory twice.
  mutating func takeNodes() -> [Node] {
    known = [:]
    defer { accumulators = [] }
    return ids.indices.sorted { precedes(ids[$0], ids[$1]) }.map { number in
      var accumulator = Accumulator()
      swap(&accumulator, &accumulators[number])
      return accumulator.node(id: ids[number])
    }
  }

  /// What the articles say of one entity. Every field is independent of the order of addition
  /// among articles that were sorted before.
  private struct Accumulator {
    private var names: OrderedDictionary<String, Int> = [:]
    private var types: [EntityType: Int] = [:]
    private var subtype: String?
    private var aliases: Set<String> = []
    private var roles: OrderedSet<String> = []
    private var ids: [String: String] = [:]
    private var attributes: [String: String] = [:]
    private var foundBy: Set<String> = []
    private var candidates: OrderedSet<String> = []
    private var firstSeen: CalendarDate?
    private var lastSeen: CalendarDate?
    private var mentions = 0
    private var articles = 0

    mutating func add(_ entity: ArticleEntity, on date: CalendarDate?) {
      names[entity.name, default: 0] += entity.mentions
      types[entity.type, default: 0] += entity.mentions
      subtype = subtype ?? entity.subtype
      aliases.formUnion(entity.aliases)
      roles.append(contentsOf: entity.roles)
      ids.merge(entity.ids) { first, _ in first }
      attributes.merge(entity.attributes) { first, _ in first }
      foundBy.formUnion(entity.foundBy)
      candidates.append(contentsOf: entity.candidates)
      mentions += entity.mentions
      articles += 1
      if let date {
        firstSeen = min(firstSeen ?? date, date)
        lastSeen = max(lastSeen ?? date, date)
      }
    }

    /// The form used most; of equals the longest, then the first in byte order.
    var name: String? {
      names.max { left, right in
        if left.value != right.value { return left.value < right.value }
        if left.key.utf8.count != right.key.utf8.count {
          return left.key.utf8.count < right.key.utf8.count
        }
        return precedes(right.key, left.key)
      }?.key
    }

    /// The commonest type; a person who is an official anywhere is one.
    private var type: EntityType {
      let commonest = types.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .organisation
      return commonest == .person && types[.official] != nil ? .official : commonest
    }

    func node(id: String) -> Node {
      var attributes = attributes
      let formerIDs = attributes.removeValue(forKey: "former_ids")?.split(separator: " ").map(
        String.init)
      return Node(
        id: id, label: name ?? id, type: type, subtype: subtype,
        aliases: aliases.sorted(by: precedes), roles: Array(roles),
        ids: ids, attributes: attributes, iso3: ids["iso3"], qid: ids["wd"],
        formerIDs: formerIDs ?? [], foundBy: foundBy.sorted(by: precedes),
        candidates: Array(candidates), firstSeen: firstSeen, lastSeen: lastSeen,
        mentions: mentions, articles: articles)
    }
  }
}
