import ArgumentParser
import Entente
import GraphExport
import GraphModel

/// `entente filter`: a part of a graph.
struct Filter: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep a part of a graph.",
    discussion: """
      EXAMPLES
        entente filter graph.jsonl -o acts.graphml --modality asserted --polarity affirmed
        entente filter graph.jsonl -o since.svg --since 2024-03 --min-weight 2
        entente filter graph.jsonl -o korea.html --ego "South Korea" --hops 2
        entente filter graph.jsonl -o core.gexf --top 50 --largest-component

      Conditions apply in this order: dates, stance and relation, types, weight, ego, largest
      component, top, isolates. Graphs are read from .jsonl or .json.
      """)

  @Argument(help: "A graph that entente wrote as .jsonl or .json, or -.", completion: .file())
  var graph: String

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments
  @OptionGroup var log: LogOptions

  func run() throws {
    _ = try export.exporters()
    let whole = try Session.failing { try GraphReader().graph(at: graph) }
    let part = try filter.applied(to: whole)
    try export.write(part)
    Console(log).say(
      "Kept \(part.nodes.count) of \(whole.nodes.count) entities and \(part.edges.count) of \(whole.edges.count) edges."
    )
  }
}
