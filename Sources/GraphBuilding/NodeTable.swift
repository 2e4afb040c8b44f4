import DocumentModel
import GraphModel
import OrderedCollections

/// Entities of all articles, merged as they are added.
struct NodeTable {
  private var accumulators: [String: Accumulator] = [:]

  /// Merges `entity` into its node and returns the node's id.
  mutating func add(_ entity: ArticleEntity, from article: ArticleRecord) -> String {
    let id = entity.nodeID
    accumulators[id, default: Accumulator()].add(entity, on: article.date?.date)
    return id
  }

  /// All nodes, sorted by id.
  func nodes() -> [Node] {
    accumulators.keys.sorted(by: precedes).compactMap { id in accumulators[id]?.node(id: id) }
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
