public import DocumentModel
public import GraphModel

/// An act as it counts in sums: once for each edge, day and independent article, however many
/// sentences tell of it.
public struct CountedEvent: Sendable, Equatable {
  /// Index of the edge in the graph.
  public var edge: Int
  public var date: CalendarDate?
  /// 1, but for an edge without evidence its weight.
  public var weight: Double

  /// The events of the acts of `graph`; unless `allStances`, of those told as fact only.
  public static func events(in graph: Graph, allStances: Bool = false) -> [CountedEvent] {
    let copies = ArticleCopies(graph.articles)
    return graph.edges.indices.flatMap { index -> [CountedEvent] in
      let edge = graph.edges[index]
      guard edge.predicate.category.isAct, allStances || edge.isPlainlyAsserted else { return [] }
      guard !edge.evidence.isEmpty else {
        return [CountedEvent(edge: index, date: edge.firstDate, weight: edge.weight)]
      }
      return Dictionary(grouping: edge.evidence, by: \.date).sorted {
        ($0.key?.firstDay ?? .max) < ($1.key?.firstDay ?? .max)
      }.map { date, pieces in
        let count = copies.independentArticles(of: pieces.sorted(by: EdgeEvidence.inReadingOrder))
        return CountedEvent(edge: index, date: date, weight: Double(count))
      }
    }
  }
}

extension Category {
  /// Whether it is something done to somebody, with a quad class of event data.
  public var isAct: Bool { quadClass != nil }
}

extension Edge {
  /// Affirmed and told as fact, whoever tells it.
  public var isPlainlyAsserted: Bool { polarity == .affirmed && modality == .asserted }
}

extension QuadClass {
  public var isCooperation: Bool { self == .verbalCooperation || self == .materialCooperation }
}
