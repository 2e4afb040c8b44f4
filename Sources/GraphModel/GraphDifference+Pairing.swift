import DocumentModel

/// The nodes of two graphs, like put beside like.
struct NodePairing {
  private(set) var pairs: [(before: Node, after: Node)] = []
  private(set) var gained: [Node] = []
  private(set) var lost: [Node] = []
  /// The new id of each discovered node that has another one now.
  private(set) var renamed: [String: String] = [:]

  init(from old: [Node], to new: [Node]) {
    let before = Dictionary(old.map { ($0.id, $0) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    lost = old.filter { after[$0.id] == nil }.sorted { precedes($0.id, $1.id) }
    gained = new.filter { before[$0.id] == nil }.sorted { precedes($0.id, $1.id) }
    pairs = new.compactMap { node in before[node.id].map { ($0, node) } }
    pairAdopted()
    pairs.sort { precedes($0.after.id, $1.after.id) }
  }

  /// Pairs discovered nodes that are gone with new ones that are the same entity.
  private mutating func pairAdopted() {
    var byFormerID: [String: [Int]] = [:]
    var byLabel: [String: [Int]] = [:]
    for (index, node) in gained.enumerated() {
      for id in node.formerIDs { byFormerID[id, default: []].append(index) }
      for name in Set(node.aliases + [node.label]) { byLabel[name, default: []].append(index) }
    }
    var taken: Set<Int> = []
    lost.removeAll { node in
      var places = byFormerID[node.id] ?? []
      if places.isEmpty, node.isDiscovered { places = byLabel[node.label] ?? [] }
      guard places.count == 1, taken.insert(places[0]).inserted else { return false }
      pairs.append((node, gained[places[0]]))
      renamed[node.id] = gained[places[0]].id
      return true
    }
    gained = gained.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }
}

extension Node {
  /// Named by the articles alone, not by a gazetteer.
  var isDiscovered: Bool { id.hasPrefix("x-") }
}

/// The edges of two graphs, like put beside like.
struct EdgePairing {
  private(set) var pairs: [(before: Edge, after: Edge)] = []
  private(set) var gained: [Edge] = []
  private(set) var lost: [Edge] = []
  private let renamed: [String: String]

  /// - Parameter renamed: new ids of nodes, by their old ones.
  init(from old: [Edge], to new: [Edge], renamed: [String: String]) {
    self.renamed = renamed
    var before = Dictionary(old.map { (key(of: $0), $0) }) { first, _ in first }
    for edge in new {
      if let known = before.removeValue(forKey: EdgeKey(edge)) {
        pairs.append((known, edge))
      } else {
        gained.append(edge)
      }
    }
    lost = before.sorted { $0.key < $1.key }.map(\.value)
    gained.sort { EdgeKey($0) < EdgeKey($1) }
    pairRecoded()
    pairs.sort { EdgeKey($0.after) < EdgeKey($1.after) }
  }

  /// Pairs edges that are gone with new ones that the same words of an article show.
  private mutating func pairRecoded() {
    var places: [Witness: [Int]] = [:]
    for (index, edge) in gained.enumerated() {
      for witness in Witness.all(of: edge, renamed: [:]) {
        places[witness, default: []].append(index)
      }
    }
    var taken: Set<Int> = []
    lost.removeAll { edge in
      let candidates = Witness.all(of: edge, renamed: renamed).flatMap { places[$0] ?? [] }
      guard let index = candidates.first(where: { !taken.contains($0) }) else { return false }
      taken.insert(index)
      pairs.append((edge, gained[index]))
      return true
    }
    gained = gained.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
  }

  private func key(of edge: Edge) -> EdgeKey { EdgeKey(edge, renamed: renamed) }
}

/// What makes two edges the same, in canonical order.
private struct EdgeKey: Hashable, Comparable {
  private let parts: [String]

  init(_ edge: Edge, renamed: [String: String] = [:]) {
    let ends = edge.ends(renamed)
    parts = [
      ends.source, ends.target, edge.predicate.relation, edge.polarity.rawValue,
      edge.modality.rawValue,
    ]
  }

  static func < (left: EdgeKey, right: EdgeKey) -> Bool {
    for (l, r) in zip(left.parts, right.parts) where l != r { return precedes(l, r) }
    return false
  }
}

/// Words of an article that show something between two nodes.
private struct Witness: Hashable {
  let source, target, article: String
  let sentence, start: Int

  static func all(of edge: Edge, renamed: [String: String]) -> [Witness] {
    let ends = edge.ends(renamed)
    return edge.evidence.map { evidence in
      Witness(
        source: ends.source, target: ends.target, article: evidence.article,
        sentence: evidence.spans.sentence, start: evidence.spans.trigger.start)
    }
  }
}

extension Edge {
  /// Its ends under the ids that nodes have now; of a symmetric relation the smaller first.
  fileprivate func ends(_ renamed: [String: String]) -> (source: String, target: String) {
    let ends = (renamed[source] ?? source, renamed[target] ?? target)
    return predicate.isSymmetric && precedes(ends.1, ends.0) ? (ends.1, ends.0) : ends
  }
}
