public import DocumentModel
public import GraphBuilding
public import GraphModel
public import RunStorage

/// The graph of packed articles: what `GraphBuilder` makes of the same articles, with one of them
/// unpacked at a time. Corrections look at all articles, so with them all are unpacked.
public struct ArchiveGraph {
  private let copies: CopyOptions?
  private let corrections: Corrections

  /// - Parameter copies: when articles are copies of one story; nil takes each by itself.
  public init(copies: CopyOptions? = CopyOptions(), corrections: Corrections = Corrections()) {
    self.copies = copies
    self.corrections = corrections
  }

  /// The graph of a store's archive, and what is to be said about it.
  /// - Throws: `StoreError`.
  public func graph(of store: ArticleStore) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    try store.snapshot { snapshot in
      try graph(labels(try snapshot.records())) { try snapshot.forEachArticle($0) }
    }
  }

  /// The graph of articles that are in memory; each leaves it when it is added, if nobody else keeps it.
  public func graph(
    of articles: consuming [PackedArticle]
  ) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    var rest = consume articles
    rest.sort { precedes($1.record.id, $0.record.id) }
    return try graph(labels(rest.map { ($0.record, $0.sketch) })) { body in
      while let article = rest.popLast() { try body(article) }
    }
  }

  private func labels(_ records: [(record: ArticleRecord, sketch: TextSketch?)]) -> CopyLabels {
    CopyLabels(records, copies)
  }

  /// - Parameter labels: the copies among the articles, found before so that sketches can go.
  private func graph(
    _ labels: @autoclosure () throws -> CopyLabels,
    forEach: ((PackedArticle) throws -> Void) throws -> Void
  ) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    guard corrections.rows.isEmpty else { return try correctedGraph(forEach) }
    var sum = GraphSum(try labels())
    try forEach { sum.add(try $0.graph()) }
    return sum.graph()
  }

  private func correctedGraph(
    _ forEach: ((PackedArticle) throws -> Void) throws -> Void
  ) throws -> (graph: Graph, diagnostics: [Diagnostic]) {
    var articles: [ArticleGraph] = []
    try forEach { articles.append(try $0.graph()) }
    let (corrected, unmatched) = corrections.applied(to: articles)
    let (graph, diagnostics) = GraphBuilder(copies: copies).graph(of: corrected)
    return (graph, unmatched + diagnostics)
  }
}
