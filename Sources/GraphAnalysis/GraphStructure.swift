public import GraphModel

/// Who is connected to whom, the direction of edges disregarded.
public struct GraphStructure {
  private let ids: [String]
  private let neighbours: [[Int32]]
  /// The sum of the weights of each node's edges.
  private let strengths: [Double]

  public init(_ graph: Graph) {
    let places = Dictionary(graph.nodes.indices.map { (graph.nodes[$0].id, $0) }) { first, _ in
      first
    }
    var neighbours = [[Int32]](repeating: [], count: graph.nodes.count)
    var strengths = [Double](repeating: 0, count: graph.nodes.count)
    for index in graph.edges.indices {
      guard let source = places[graph.edges[index].source],
        let target = places[graph.edges[index].target]
      else { continue }
      neighbours[source].append(Int32(target))
      neighbours[target].append(Int32(source))
      strengths[source] += graph.edges[index].weight
      strengths[target] += graph.edges[index].weight
    }
    ids = graph.nodes.map(\.id)
    self.neighbours = neighbours
    self.strengths = strengths
  }

  /// The ids within `hops` edges of any of `egos`, these included.
  public func surroundings(of egos: [String], hops: Int) -> Set<String> {
    let wanted = Set(egos)
    var reached = Set(ids.indices.filter { wanted.contains(ids[$0]) })
    var frontier = Array(reached)
    for _ in 0..<max(hops, 0) where !frontier.isEmpty {
      frontier = frontier.flatMap { neighbours[$0] }.map(Int.init).filter {
        reached.insert($0).inserted
      }
    }
    return Set(reached.map { ids[$0] })
  }

  /// The ids of each weakly connected component, the largest first; of equals the one with the
  /// first node.
  public var components: [[String]] {
    var isSeen = [Bool](repeating: false, count: ids.count)
    var components: [[Int]] = []
    for start in ids.indices where !isSeen[start] {
      isSeen[start] = true
      var component = [start]
      var next = 0
      while next < component.count {
        for neighbour in neighbours[component[next]] where !isSeen[Int(neighbour)] {
          isSeen[Int(neighbour)] = true
          component.append(Int(neighbour))
        }
        next += 1
      }
      components.append(component.sorted())
    }
    return components.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }.map { $0.map { ids[$0] } }
  }

  /// The ids of the `count` nodes with the greatest strength, the strongest first; of equals the
  /// first of the graph.
  public func strongest(_ count: Int) -> [String] {
    ids.indices.sorted { (strengths[$1], $0) < (strengths[$0], $1) }.prefix(max(count, 0)).map {
      ids[$0]
    }
  }
}
