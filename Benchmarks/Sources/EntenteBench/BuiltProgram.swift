import Foundation

/// The program under measurement.
struct BuiltProgram {
  let path: String
  /// Passed to every run.
  let arguments: [String]
  /// Where its graphs go.
  let folder: URL

  struct Run {
    var child: ChildProcess
    var graph: URL
    var graphBytes: Int
  }

  var graph: URL { folder.appendingPathComponent("graph.graphml") }

  /// Builds the graph of all articles in `articles`.
  func build(_ articles: ArticleFolder, jobs: Int) throws -> Run {
    let child = try ChildProcess.run(
      path,
      ["build", articles.url.path, "-o", graph.path, "--jobs", String(jobs), "--quiet"] + arguments)
    let size = try FileManager.default.attributesOfItem(atPath: graph.path)[.size] as? Int
    return Run(child: child, graph: graph, graphBytes: size ?? 0)
  }
}
