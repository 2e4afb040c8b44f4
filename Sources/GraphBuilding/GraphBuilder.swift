public import DocumentModel
public import GraphModel

/// Makes one graph of a set of article graphs.
///
/// The result is a function of the set alone: not of the order in which articles arrive, nor of
/// how many workers analysed them. Entities merge by gazetteer id, else by resolution key; relations
/// with the same source, target, relation, polarity and modality add up to an edge.
public struct GraphBuilder: Sendable {
  public init() {}

  /// The graph of `articles`, whose ids must differ, and what had to be left out of it.
  public func graph(of articles: [ArticleGraph]) -> (graph: Graph, diagnostics: [Diagnostic]) {
    let articles = articles.sorted {
      $0.article.id.utf8.lexicographicallyPrecedes($1.article.id.utf8)
    }
    var nodes = NodeTable()
    var edges = EdgeTable()
    for article in articles {
      let ids = article.entities.map { nodes.add($0, from: article.article) }
      edges.add(article, ids: ids)
    }
    let graph = Graph(
      nodes: nodes.nodes(), edges: edges.edges(copies: ArticleCopies(articles.map(\.article))),
      articles: articles.map(\.article))
    return (graph, edges.diagnostics)
  }
}
