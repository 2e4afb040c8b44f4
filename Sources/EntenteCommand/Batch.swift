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

  init(session: Session, jobs: Int) async {
    let files = session.inventory.files
    report(session.inventory.refusals, to: session.console)
    for diagnostic in session.inventory.diagnostics { session.console.say(diagnostic) }
    let bar = ProgressBar(
      total: files.count, isActive: Console.isErrorTerminal && !session.console.isQuiet)
    let runner = BatchRunner(pipeline: session.pipeline, reader: session.reader, jobs: jobs)
    let outcomes = await runner.run(files) { bar.update(done: $0) }
    bar.finish()
    for outcome in outcomes { take(outcome, console: session.console) }
  }

  private mutating func report(_ refusals: [Refusal], to console: Console) {
    for refusal in refusals { console.error("\(refusal)") }
    failures += refusals.count
  }

  private mutating func take(_ outcome: BatchRunner.Outcome, console: Console) {
    switch outcome {
    case .analysed(let graph, let diagnostics):
      for diagnostic in diagnostics + graph.diagnostics {
        console.say(diagnostic, of: graph.article.id)
        if diagnostic.severity == .error { failures += 1 }
      }
      graphs.append(graph)
    case .refused(let refusal):
      report([refusal], to: console)
    case .skipped(let id, let diagnostic):
      console.warning("\(id): \(diagnostic.message)")
      skipped += 1
    }
  }
}
