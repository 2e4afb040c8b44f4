import DocumentModel
public import GraphModel

/// A graph in which people who are in no gazetteer have no names.
///
/// They become Person 1, Person 2 …, in an order that tells nothing; their names are replaced in
/// quotations, themes, speakers and titles as well. Roles stay, and so do the ids of articles: a
/// file name that holds a name still does.
public struct Pseudonyms {
  public let graph: Graph

  public init(_ graph: Graph) {
    let hidden = Self.hidden(of: graph)
    guard !hidden.isEmpty else {
      self.graph = graph
      return
    }
    let numbers = Dictionary(uniqueKeysWithValues: zip(hidden.map(\.id), 1...))
    let names = NameReplacement(hidden: hidden, of: graph) { "Person \(numbers[$0.id] ?? 0)" }
    var result = graph
    for index in result.nodes.indices { Self.rename(&result.nodes[index], numbers, names) }
    for index in result.edges.indices { Self.rename(&result.edges[index], numbers, names) }
    for index in result.articles.indices { Self.rename(&result.articles[index], names) }
    result.nodes.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    result.edges.sort { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
    self.graph = result
  }

  /// People found by their names alone, ordered by a hash.
  private static func hidden(of graph: Graph) -> [Node] {
    graph.nodes.filter { $0.type.isPerson && $0.id.hasPrefix("x-") }
      .sorted {
        (StableHash.value(of: $0.id), $0.id) < (StableHash.value(of: $1.id), $1.id)
      }
  }

  private static func rename(_ node: inout Node, _ numbers: [String: Int], _ names: NameReplacement)
  {
    node.roles = node.roles.map(names.replaced)
    node.candidates = node.candidates.map(names.replaced)
    guard let number = numbers[node.id] else { return }
    node.id = newID(number)
    node.label = "Person \(number)"
    (node.aliases, node.candidates, node.formerIDs) = ([], [], [])
    (node.ids, node.qid, node.iso3) = ([:], nil, nil)
  }

  private static func rename(_ edge: inout Edge, _ numbers: [String: Int], _ names: NameReplacement)
  {
    let ends = (numbers[edge.source], numbers[edge.target])
    if let number = ends.0 { edge.source = newID(number) }
    if let number = ends.1 { edge.target = newID(number) }
    // The old id is a hash of names.
    if ends.0 != nil || ends.1 != nil {
      edge.id = "e-" + StableHash.base32(of: key(edge).joined(separator: "\u{1F}"))
    }
    edge.attribution = edge.attribution.map(names.replaced)
    for index in edge.speakers.indices {
      edge.speakers[index].name = names.replaced(edge.speakers[index].name)
    }
    edge.via = edge.via.map(names.replaced)
    edge.themes = edge.themes.map(names.replaced)
    for index in edge.evidence.indices { rename(&edge.evidence[index], names) }
  }

  private static func rename(_ piece: inout EdgeEvidence, _ names: NameReplacement) {
    piece.quote = names.replaced(piece.quote)
    piece.speakers = piece.speakers.map(names.replaced)
    piece.via = piece.via.map(names.replaced)
    piece.theme = piece.theme.map(names.replaced)
  }

  private static func rename(_ article: inout ArticleRecord, _ names: NameReplacement) {
    article.title = article.title.map(names.replaced)
    article.attributes = article.attributes.mapValues(names.replaced)
  }

  private static func newID(_ number: Int) -> String { "x-person-\(number)" }

  private static func key(_ edge: Edge) -> [String] {
    [
      edge.source, edge.target, edge.predicate.relation, edge.polarity.rawValue,
      edge.modality.rawValue,
    ]
  }
}
