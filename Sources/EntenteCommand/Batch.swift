import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphModel
import Ingestion
import RunStorage

/// The articles of one run: their graphs, packed, and what went wrong with the others.
struct Batch {
  private(set) var articles: [PackedArticle] = []
  private(set) var failed: [StoredFailure] = []
  private(set) var failures = 0
  private(set) var skipped = 0

  var hasFailures: Bool { failures > 0 }

  /// Hands the articles over, so that whoever takes them can let go of one after the other.
  mutating func takeArticles() -> [PackedArticle] {
    defer { articles = [] }
    return articles
  }

  /// All of them unpacked.
  var graphs: [ArticleGraph] { articles.compactMap { try? $0.graph() } }

  /// - Throws: `ExitCode` when a signal ended it early.
  init(session: Session, job: JobOptions, pins: ArticlePins? = nil) throws {
    let files = session.inventory.files
    report(session.inventory.refusals, to: session.console)
    for diagnostic in session.inventory.diagnostics { session.console.say(diagnostic) }
    var bar = ProgressBar(
      total: files.count, isActive: Console.isErrorTerminal && !session.console.isQuiet)
    let runner = BatchRunner(
      pipeline: session.pipeline, reader: session.reader, options: job.options)
    let signals = StopSignals()
    var done = 0
    try runner.run(files, stop: signals.stop, pins: pins) { outcome in
      done += 1
      if !outcome.isPlain { bar.clear() }
      take(outcome, console: session.console)
      bar.update(done: done, failures: failures)
    }
    bar.clear()
    if signals.signalReceived != nil {
      session.console.error("stopped after \(done) articles; nothing was written")
    }
    try signals.check()
  }

  private mutating func report(_ refusals: [Refusal], to console: Console) {
    for refusal in refusals { fail(StoredFailure(refusal), "\(refusal)", console) }
  }

  private mutating func take(_ outcome: BatchOutcome, console: Console) {
    switch outcome {
    case .analysed(let graph, let diagnostics):
      for diagnostic in diagnostics + graph.diagnostics {
        console.say(diagnostic, of: graph.article.id)
        if diagnostic.severity == .error { failures += 1 }
      }
      articles.append(PackedArticle(graph))
    case .refused(let refusal):
      report([refusal], to: console)
    case .skipped(let id, let diagnostic):
      console.warning("\(id): \(diagnostic.message)")
      skipped += 1
    case .failed(let failure): fail(StoredFailure(failure), "\(failure)", console)
    }
  }

  private mutating func fail(_ failure: StoredFailure, _ message: String, _ console: Console) {
    console.error(message)
    failed.append(failure)
    failures += 1
  }
}

extension BatchOutcome {
  /// Whether there is nothing to say about it.
  fileprivate var isPlain: Bool {
    if case .analysed(let graph, let diagnostics) = self {
      return diagnostics.isEmpty && graph.diagnostics.isEmpty
    }
    return false
  }
}
