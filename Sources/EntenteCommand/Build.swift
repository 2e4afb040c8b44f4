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
        entente build articles/ -o graph.jsonl -o report.html --since 2024 --min-weight 2
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments

  func run() async throws {
    let project = try data.project()
    let export = export.elseOf(project)
    _ = try export.exporters()
    let session = try Session(data: data, input: input, log: log)
    let table = try Session.failing {
      try corrections.corrections(
        in: project, lexicon: session.pipeline.gazetteer.lexicon, session.console)
    }
    let batch = await Batch(session: session, jobs: job.jobs)
    let (articles, unmatched) = table.applied(to: batch.graphs)
    for diagnostic in unmatched { session.console.say(diagnostic) }
    let (whole, diagnostics) = GraphBuilder().graph(of: articles)
    for diagnostic in diagnostics { session.console.note(diagnostic.message) }
    let graph = try filter.applied(to: whole)
    try export.write(graph)
    session.console.say(RunSummary(graph: graph, batch: batch, outputs: export.output).text)
    if batch.hasFailures { throw ExitCode(1) }
  }
}
