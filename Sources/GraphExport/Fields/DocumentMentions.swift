import GraphModel

/// Which entities each article names: the ends of the edges that it shows.
struct DocumentMentions {
  private let graph: Graph
  private let groups: EvidenceGroups

  init(_ graph: Graph) {
    self.graph = graph
    let articles = IDPlaces(graph.articles)
    groups = EvidenceGroups(graph) { edge, piece in
      Int32(articles[edge.evidence[piece].article] ?? -1)
    }
  }

  /// Calls `body` with the id of each article and those of its entities, both in byte order, each
  /// once. An article that the graph does not hold is left out.
  func forEach(_ body: (_ article: String, _ nodes: [String]) throws -> Void) rethrows {
    var ids: [String] = []
    for (index, article) in groups.keys.enumerated() where article >= 0 {
      ids.removeAll(keepingCapacity: true)
      collect(groups.places(at: index), into: &ids)
      try body(graph.articles[Int(article)].id, ids)
    }
  }

  /// Sources come sorted, as edges are: sorting is then half done.
  private func collect(_ places: ArraySlice<EvidenceGroups.Place>, into ids: inout [String]) {
    for place in places {
      let source = graph.edges[Int(place.edge)].source
      if ids.last != source { ids.append(source) }
    }
    for place in places { ids.append(graph.edges[Int(place.edge)].target) }
    ids.sort(by: precedes)
    ids.removeRepetitions()
  }
}

extension [String] {
  /// Of equal neighbours only the first stays; in place.
  fileprivate mutating func removeRepetitions() {
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      if kept != index { self[kept] = self[index] }
      kept += 1
    }
    removeLast(count - kept)
  }
}
