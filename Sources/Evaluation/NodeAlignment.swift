/// Which gold entity each node of a graph stands for, judged by names alone.
///
/// Nodes and entities are paired one to one, the best match of names first; then entities left over
/// get a node if others can move (augmenting paths, Kuhn 1955), so that an ambiguous short name
/// goes where it is needed.
struct NodeAlignment {
  /// How well a node's names fit an entity's; greater is better.
  struct Match: Comparable {
    var quality: Int
    var isScored: Bool
    var sharedForms: Int

    static func < (left: Match, right: Match) -> Bool {
      (left.quality, left.isScored ? 1 : 0, left.sharedForms)
        < (right.quality, right.isScored ? 1 : 0, right.sharedForms)
    }
  }

  /// For each node the entities that share a name with it.
  let candidates: [[Int: Match]]
  private(set) var entityOfNode: [Int?]
  private(set) var nodeOfEntity: [Int?]
  private let ranks: [Int]

  init(_ nodes: [GraphAnswer.Node], to entities: [GoldIndex.Entity]) {
    candidates = nodes.map { node in Self.candidates(for: node, among: entities) }
    entityOfNode = Array(repeating: nil, count: nodes.count)
    nodeOfEntity = Array(repeating: nil, count: entities.count)
    ranks = entities.map(\.rank)
    pairBestFirst()
    for entity in entities.indices
    where nodeOfEntity[entity] == nil && !entities[entity].isIgnored {
      var visited: Set<Int> = []
      _ = place(entity, visited: &visited)
    }
  }

  /// The entity that `node` names: its own, or for a duplicate the one it resembles most.
  func entityNamed(by node: Int) -> Int? {
    entityOfNode[node]
      ?? candidates[node].max { ($0.value, ranks[$0.key]) < ($1.value, ranks[$1.key]) }?.key
  }

  private mutating func pairBestFirst() {
    let pairs = candidates.enumerated().flatMap { node, matches in
      matches.map { (match: $0.value, node: node, entity: $0.key) }
    }
    let bestFirst = pairs.sorted {
      $0.match != $1.match
        ? $0.match > $1.match : ($0.node, ranks[$0.entity]) < ($1.node, ranks[$1.entity])
    }
    for (_, node, entity) in bestFirst
    where entityOfNode[node] == nil && nodeOfEntity[entity] == nil {
      pair(node, with: entity)
    }
  }

  /// Gives `entity` a node, moving other entities to other nodes where that is possible.
  private mutating func place(_ entity: Int, visited: inout Set<Int>) -> Bool {
    for node in candidates.indices where candidates[node][entity] != nil {
      guard visited.insert(node).inserted else { continue }
      if let holder = entityOfNode[node], !place(holder, visited: &visited) { continue }
      pair(node, with: entity)
      return true
    }
    return false
  }

  private mutating func pair(_ node: Int, with entity: Int) {
    entityOfNode[node] = entity
    nodeOfEntity[entity] = node
  }

  private static func candidates(
    for node: GraphAnswer.Node, among entities: [GoldIndex.Entity]
  ) -> [Int: Match] {
    entities.enumerated().reduce(into: [:]) { matches, entry in
      matches[entry.offset] = match(node, entry.element)
    }
  }

  /// A label that is the name beats one that is another form, and that beats a shared alias.
  private static func match(_ node: GraphAnswer.Node, _ entity: GoldIndex.Entity) -> Match? {
    let shared = node.aliases.intersection(entity.forms).count
    let quality =
      if !node.foldedLabel.isEmpty && node.foldedLabel == entity.foldedName {
        4
      } else if !node.foldedLabel.isEmpty && entity.forms.contains(node.foldedLabel) {
        3
      } else if node.aliases.contains(entity.foldedName) {
        2
      } else {
        min(shared, 1)
      }
    guard quality > 0 else { return nil }
    return Match(quality: quality, isScored: !entity.isIgnored, sharedForms: shared)
  }
}
