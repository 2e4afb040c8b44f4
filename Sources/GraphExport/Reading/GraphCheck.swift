import DocumentModel
import GraphModel

/// What a graph from a file must hold, since people and programs edit files.
struct GraphCheck {
  private var graph: Graph

  init(_ graph: Graph) { self.graph = graph }

  /// The graph sorted.
  ///
  /// - Throws: `Fault`.
  func canonical() throws(Fault) -> Graph {
    let ids = Set(graph.nodes.map(\.id))
    try checkIDs(graph.nodes.map(\.id))
    try checkIDs(graph.edges.map(\.id))
    for edge in graph.edges {
      for end in [edge.source, edge.target] where !ids.contains(end) {
        throw Fault(reason: "edge \(edge.id) leads to \"\(end)\", which is no node")
      }
      guard edge.weight > 0 else { throw Fault(reason: "edge \(edge.id) has no weight above 0") }
    }
    var graph = graph
    graph.nodes.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    graph.articles.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let keys = graph.edges.map(Self.key)
    graph.edges = graph.edges.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }
      .map { graph.edges[$0] }
    return graph
  }

  private static func key(_ edge: Edge) -> [UInt8] {
    let parts = [
      edge.source, edge.target, edge.predicate.relation, edge.polarity.rawValue,
      edge.modality.rawValue, edge.id,
    ]
    return Array(parts.joined(separator: "\u{1F}").utf8)
  }

  private func checkIDs(_ ids: [String]) throws(Fault) {
    var seen: Set<String> = []
    for id in ids {
      guard Self.isWellFormed(id) else {
        throw Fault(reason: "\"\(id)\" is no id: a letter or _, then letters, digits, _ . -")
      }
      guard seen.insert(id).inserted else { throw Fault(reason: "the id \"\(id)\" stands twice") }
    }
  }

  /// Ids go into every format unquoted, so nothing else may be in them.
  private static func isWellFormed(_ id: String) -> Bool {
    guard let first = id.utf8.first else { return false }
    return (isLetter(first) || first == UInt8(ascii: "_"))
      && id.utf8.allSatisfy {
        isLetter($0) || (0x30...0x39).contains($0) || "_.-".utf8.contains($0)
      }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  struct Fault: Error, CustomStringConvertible {
    var reason: String

    var description: String { reason }
  }
}
