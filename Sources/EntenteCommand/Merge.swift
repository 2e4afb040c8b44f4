import ArgumentParser
import Entente
import Foundation
import GraphBuilding
import GraphExport
import GraphModel

/// `entente merge`: one graph of several, or of the analyses of workers.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one graph of several, or of what workers wrote.",
    discussion: """
      EXAMPLES
        entente merge january.jsonl february.jsonl -o both.jsonl -o both.graphml
        entente merge analyses-*.jsonl -o graph.graphml

      What the same article says counts once, whichever graphs hold it. Graphs are read from .jsonl
      or .json; those written with --evidence none can only be added up. The analyses that
      entente worker wrote give the graph that entente build makes of the same articles.
      """)

  @Argument(
    help: "Graphs that entente wrote as .jsonl or .json, or analyses of entente worker.",
    completion: .file())
  var graphs: [String]

  @OptionGroup var data: DataOptions
  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var copies: CopyArguments
  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments
  @OptionGroup var log: LogOptions

  func run() throws {
    _ = try export.exporters()
    let console = Console(log)
    let (parts, analyses) = try Session.failing { try inputs() }
    for diagnostic in analyses.diagnostics { console.say(diagnostic) }
    var graphs = parts
    if !analyses.articles.isEmpty { graphs.append(try graph(of: analyses, console)) }
    let (merged, diagnostics) =
      parts.isEmpty && graphs.count == 1 ? (graphs[0], []) : GraphMerger().graph(of: graphs)
    for diagnostic in diagnostics { console.say(diagnostic) }
    try export.write(try filter.applied(to: merged))
    console.say(
      "Merged \(self.graphs.count) files: \(merged.nodes.count) entities, \(merged.edges.count) edges, \(merged.articles.count) articles."
    )
    let failed = analyses.gaps.filter { $0.kind == .failed }
    for gap in failed { console.error("\(gap.id ?? "an article without an id"): \(gap.message)") }
    if !failed.isEmpty { throw ExitCode(1) }
  }

  private func inputs() throws -> ([Graph], AnalysisSet) {
    var parts: [Graph] = []
    var analyses = AnalysisSet()
    for path in graphs {
      if let bytes = try? Data(contentsOf: URL(filePath: path), options: .mappedIfSafe),
        AnalysisSet.isFile(bytes)
      {
        try analyses.add(bytes, path: path)
      } else {
        parts.append(try GraphReader().graph(at: path))
      }
    }
    analyses.settle()
    return (parts, analyses)
  }

  private func graph(of analyses: AnalysisSet, _ console: Console) throws -> Graph {
    let table = try corrections.corrections(data, console)
    let (articles, unmatched) = table.applied(to: analyses.articles)
    let (graph, diagnostics) = GraphBuilder(copies: copies.options).graph(of: articles)
    for diagnostic in unmatched { console.say(diagnostic) }
    for diagnostic in diagnostics { console.note(diagnostic.message) }
    return graph
  }
}
