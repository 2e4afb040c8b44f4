public import DocumentModel
public import GraphBuilding
public import GraphModel
public import RunStorage

/// The graph of a store's archive: what `GraphBuilder` makes of the same articles.
public struct StoredGraph {
  private let copies: CopyOptions?
  private let corrections: Corrections

  /// - Parameter copies: when articles are copies of one story; nil takes each by itself.
  public init(copies: CopyOptions? = CopyOptions(), corrections: Corrections = Corrections()) {
    self.copies = copies
    self.corrections = corrections
  }

  /// The graph and what is to be said about it.
  ///
  /// Articles are read one by one and never in memory together, unless there are corrections, which
  /// look at all of them.
  public func graph(of store: ArticleStore) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    guard corrections.rows.isEmpty else { return try correctedGraph(of: store) }
    return try store.snapshot { snapshot in
      var sum = GraphSum(CopyLabels(try snapshot.records(), copies))
      try snapshot.forEachArticle { sum.add(try $0.graph()) }
      return sum.graph()
    }
  }

  private func correctedGraph(
    of store: ArticleStore
  ) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    var articles: [ArticleGraph] = []
    try store.snapshot { try $0.forEachArticle { articles.append(try $0.graph()) } }
    let (corrected, unmatched) = corrections.applied(to: articles)
    let (graph, diagnostics) = GraphBuilder(copies: copies).graph(of: corrected)
    return (graph, unmatched + diagnostics)
  }
}
