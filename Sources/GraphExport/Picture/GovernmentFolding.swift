import DocumentModel
import GraphModel

/// Which governments stand for which countries.
struct GovernmentFolding {
  private static let subtypes: Set<String> = ["government", "administration"]
  /// The id of the country of each government that is folded.
  private(set) var countries: [String: String] = [:]

  init(_ graph: Graph) {
    let governments = Set(
      graph.nodes.filter { Self.subtypes.contains($0.subtype ?? "") && $0.type == .organisation }
        .map(\.id))
    guard !governments.isEmpty else { return }
    let countryIDs = Set(graph.nodes.filter { $0.type == .country }.map(\.id))
    for edge in graph.edges where edge.predicate.category.isTie && edge.polarity == .affirmed {
      guard governments.contains(edge.source), countryIDs.contains(edge.target) else { continue }
      if countries[edge.source] == nil { countries[edge.source] = edge.target }
    }
  }

  func isFolded(_ id: String) -> Bool { countries[id] != nil }

  /// The edge between the countries; nil when both ends become one.
  func folded(_ edge: Edge) -> Edge? {
    guard !countries.isEmpty else { return edge }
    var edge = edge
    edge.source = countries[edge.source] ?? edge.source
    edge.target = countries[edge.target] ?? edge.target
    return edge.source == edge.target ? nil : edge
  }
}
