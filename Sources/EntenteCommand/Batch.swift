import DocumentModel
import Entente
import Foundation
import GraphModel
import Ingestion

/// The articles of one run: their graphs, and what went wrong with the others.
struct Batch {
  private(set) var graphs: [ArticleGraph] = []
  private(set) var failures = 0
  private(set) var skipped = 0

  var hasFailures: Bool { failures > 0 }

  init(session: Session, input: InputOptions, jobs: Int) async throws {
    let (files, refusals) = ArticleSource(paths: input.paths).inventory()
    report(refusals, to: session.console)
    let bar = ProgressBar(total: files.count, isActive: Console.isErrorTerminal && !session.console.isQuiet)
    let runner = BatchRunner(pipeline: session.pipeline, reader: session.reader, jobs: jobs)
    let outcomes = await runner.run(files) { bar.update(done: $0) }
    bar.finish()
    for outcome in outcomes { take(outcome, console: session.console) }
    for warning in session.reader.unmatchedMetadata(files) { session.console.warning("\(warning)") }
  }

  private mutating func report(_ refusals: [Refusal], to console: Console) {
    for refusal in refusals { console.error("\(refusal)") }
    failures += refusals.count
  }

  private mutating func take(_ outcome: BatchRunner.Outcome, console: Console) {
    switch outcome {
    case .analysed(let graph, let diagnostics):
      for diagnostic in diagnostics + graph.diagnostics { say(diagnostic, of: graph.article.id, console) }
      graphs.append(graph)
    case .refused(let refusal):
      report([refusal], to: console)
    case .skipped(let id, let diagnostic):
      console.warning("\(id): \(diagnostic.message)")
      skipped += 1
    }
  }

  private func say(_ diagnostic: Diagnostic, of id: String, _ console: Console) {
    let message = "\(id): \(diagnostic.message)"
    switch diagnostic.severity {
    case .note: console.note(message)
    case .warning: console.warning(message)
    case .error: console.error(message)
    }
  }
}
