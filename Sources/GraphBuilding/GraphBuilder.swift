public import DocumentModel
public import GraphModel

/// Makes one graph of a set of article graphs.
///
/// The result is a function of the set alone: not of the order in which articles arrive, nor of
/// how many workers analysed them. Entities merge by gazetteer id, else by resolution key; relations
/// with the same source, target, relation, polarity and modality add up to an edge. Copies of one
/// story weigh as one article.
public struct GraphBuilder: Sendable {
  private let copies: CopyOptions?

  /// - Parameter copies: when articles are copies of one story; nil takes each by itself.
  public init(copies: CopyOptions? = CopyOptions()) {
    self.copies = copies
  }

  /// The graph of `articles`, whose ids must differ, and what had to be left out of it.
  public func graph(of articles: [ArticleGraph]) -> (graph: Graph, diagnostics: [Diagnostic]) {
    let labels = CopyLabels(articles.lazy.map { ($0.article, $0.sketch) }, copies)
    var sum = GraphSum(labels)
    for article in articles.sorted(by: { precedes($0.article.id, $1.article.id) }) {
      sum.add(article)
    }
    return sum.graph()
  }
}

/// A graph as its articles are added, one after the other, so that they need not be in memory together.
public struct GraphSum {
  private let labels: CopyLabels
  private var nodes = NodeTable()
  private var edges = EdgeTable()
  private var articles: [ArticleRecord] = []

  /// - Parameter labels: the copies among the articles to come.
  public init(_ labels: CopyLabels) {
    self.labels = labels
  }

  /// Adds an article; its id must come after those before it in byte order.
  public mutating func add(_ article: ArticleGraph) {
    precondition(
      articles.last.map { !precedes(article.article.id, $0.id) } ?? true, "articles come sorted")
    articles.append(labels.labelled(article.article))
    let numbers = article.entities.map { nodes.add($0, from: article.article) }
    edges.add(article, numbers: numbers, nodes: nodes.ids)
  }

  /// The graph of all articles, and what had to be left out of it.
  public consuming func graph() -> (graph: Graph, diagnostics: [Diagnostic]) {
    let copies = labels.groups.map { group in
      Diagnostic(
        .note, code: "copies",
        "copies of one story: \(group.members.map(\.id).joined(separator: ", "))")
    }
    let graph = Graph(
      nodes: nodes.takeNodes(),
      edges: edges.takeEdges(between: nodes.ids, copies: ArticleCopies(articles)),
      articles: articles)
    return (graph, copies + edges.diagnostics)
  }
}
