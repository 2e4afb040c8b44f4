import Entente
import Evaluation
import Foundation
import GraphBuilding
import GraphModel
import Testing

/// The example articles, whole.
@Suite struct ExampleTests {
  private var articles: [ArticleFile] {
    ArticleSource(paths: [Shipped.root.appending(path: "Examples/articles").path]).inventory().files
  }

  private func graphs(jobs: Int, of files: [ArticleFile]) throws -> [ArticleGraph] {
    let runner = BatchRunner(
      pipeline: try Shipped.pipeline.get(), reader: ArticleReader(),
      options: BatchOptions(jobs: jobs))
    var graphs: [ArticleGraph] = []
    try runner.run(files) { outcome in
      if case .analysed(let graph, _) = outcome { graphs.append(graph) }
    }
    return graphs
  }

  @Test func readsEveryArticleWithItsDate() throws {
    let graphs = try graphs(jobs: 2, of: articles)
    #expect(graphs.count == 12)
    for graph in graphs { #expect(graph.article.date != nil, "\(graph.article.id) has a date") }
  }

  @Test func givesTheSameGraphForAnyNumberOfWorkersAndAnyOrder() throws {
    let files = articles
    let one = GraphBuilder().graph(of: try graphs(jobs: 1, of: files)).graph
    let many = GraphBuilder().graph(of: try graphs(jobs: 4, of: files.reversed())).graph
    #expect(one == many)
  }

  /// The graph of all examples, a line a node and an edge; reviewed as a diff when it changes.
  /// Recorded anew with ENTENTE_RECORD=1.
  @Test func matchesTheGolden() throws {
    let graph = GraphBuilder().graph(of: try graphs(jobs: 2, of: articles)).graph
    let text = (graph.nodes.map(line) + graph.edges.map(line)).joined(separator: "\n") + "\n"
    let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "Goldens/examples.txt")
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try text.write(to: golden, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == text)
  }

  private func line(_ node: Node) -> String {
    "\(node.id)\t\(node.type.rawValue)\t\(node.label)\t\(node.aliases.joined(separator: " | "))"
  }

  private func line(_ edge: Edge) -> String {
    "\(edge.source)\t\(edge.label)\t\(edge.target)\t\(edge.predicate.category.rawValue)\t\(edge.grade.rawValue)\t\(edge.count)"
  }
}
