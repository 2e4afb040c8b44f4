import ArgumentParser
import Entente
import GraphBuilding
import GraphExport
import GraphModel

/// `entente merge`: one graph of several.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one graph of several.",
    discussion: """
      EXAMPLES
        entente merge january.jsonl february.jsonl -o both.jsonl -o both.graphml

      What the same article says counts once, whichever graphs hold it. Graphs are read from .jsonl
      or .json; those written with --evidence none can only be added up.
      """)

  @Argument(help: "Graphs that entente wrote as .jsonl or .json.", completion: .file())
  var graphs: [String]

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments
  @OptionGroup var log: LogOptions

  func run() throws {
    _ = try export.exporters()
    let console = Console(log)
    let parts = try graphs.map { path in
      try Session.failing { try GraphReader().graph(at: path) }
    }
    let (merged, diagnostics) = GraphMerger().graph(of: parts)
    for diagnostic in diagnostics { console.say(diagnostic) }
    try export.write(try filter.applied(to: merged))
    console.say(
      "Merged \(parts.count) graphs: \(merged.nodes.count) entities, \(merged.edges.count) edges, \(merged.articles.count) articles."
    )
  }
}
