import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphBuilding
import GraphExport
import GraphModel
import Ingestion

/// `entente build`: from articles to graph files.
struct Build: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make one graph of many articles.",
    discussion: """
      EXAMPLES
        entente build articles/ -o graph.graphml            for Gephi, NetworkX, igraph, yEd
        entente build articles/ -o graph.dot -o graph.svg   for Graphviz, and as a picture
        entente build a.txt b.txt -o - --format dot         to standard output
        entente build articles/ -o graph.graphml --gazetteers my-field/
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file to write, its format told by the extension, or -; may be repeated.", valueName: "file"
    ),
    completion: .file())
  var output: [String]

  @Option(
    help:
      "The format, for a single -o: \(ExportFormat.allCases.map(\.rawValue).joined(separator: ", "))."
  )
  var format: String?

  func validate() throws {
    if format != nil, output.count > 1 {
      throw ValidationError(
        "--format goes with a single -o; with several, each tells its own by its extension")
    }
  }

  func run() async throws {
    let exporters = try exporters()
    let session = try Session(data: data, input: input, log: log)
    let batch = await Batch(session: session, jobs: job.jobs)
    let (graph, diagnostics) = GraphBuilder().graph(of: batch.graphs)
    for diagnostic in diagnostics { session.console.note(diagnostic.message) }
    for (exporter, path) in exporters {
      try Session.failing { try exporter.export(graph, to: path) }
    }
    session.console.say(RunSummary(graph: graph, batch: batch, outputs: output).text)
    if batch.hasFailures { throw ExitCode(1) }
  }

  private func exporters() throws -> [(GraphExporter, String)] {
    try output.map { path in
      do {
        let format = try format.map { try ExportFormat(name: $0) } ?? ExportFormat(path: path)
        return (GraphExporter(format), path)
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }
}
