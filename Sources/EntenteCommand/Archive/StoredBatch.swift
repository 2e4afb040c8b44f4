import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Ingestion
import RunStorage

/// A run over articles with a store: what it did, article by article.
struct StoredBatch {
  private(set) var failures: [StoredFailure] = []
  /// How many articles have errors, among them those that failed.
  private(set) var errors = 0
  private(set) var skipped = 0
  private(set) var change = StoreChange()
  private var done = 0
  private let session: Session

  /// Brings the store up to date.
  /// - Throws: `ExitCode` when it cannot, or when a signal ended it early.
  init(
    session: Session, store: ArticleStore, job: JobOptions, keepsOthers: Bool, pins: ArticlePins?,
    signals: StopSignals = StopSignals()
  ) throws {
    self.session = session
    try takeInventory(of: store)
    let files = session.inventory.files
    let run = try Session.failing { try StoreRun(store, setup: try session.setup()) }
    if let previous = run.previousSetup { try announce(previous) }
    var bar = ProgressBar(
      total: files.count, isActive: Console.isErrorTerminal && !session.console.isQuiet)
    let update = ArchiveUpdate(
      runner: BatchRunner(pipeline: session.pipeline, reader: session.reader, options: job.options),
      reader: session.reader)
    for failure in failures { run.fail(failure) }
    let isWhole = try Session.failing {
      try update.update(run, with: files, stop: signals.stop, pins: pins) { event in
        done += 1
        if !event.isPlain { bar.clear() }
        say(event)
        bar.update(done: done, failures: errors)
      }
    }
    bar.clear()
    guard isWhole else {
      session.console.error(
        "stopped after \(done) of \(files.count) articles; what is done is kept in \(store.path), "
          + "the archive in it is as it was; the same command goes on from here")
      try signals.check()
      return
    }
    change = try Session.failing { try run.finish(keepsOthers: keepsOthers) }
  }

  private mutating func takeInventory(of store: ArticleStore) throws {
    let console = session.console
    for refusal in session.inventory.refusals { fail(StoredFailure(refusal), "\(refusal)") }
    for diagnostic in session.inventory.diagnostics { console.say(diagnostic) }
    // An archive that is not mounted is no archive whose articles are all gone.
    guard !session.inventory.refusals.contains(where: { $0.reason == .missing }) else {
      console.error("\(store.path) is left as it is, since not all that was named is there")
      throw ExitCode(2)
    }
  }

  private func announce(_ previous: AnalysisSetup) throws {
    let differences = previous.differences(from: try session.setup())
    session.console.say(
      "Not as in the last run: \(differences.joined(separator: ", ")). "
        + "All articles are analysed again.")
  }

  private mutating func say(_ event: ArchiveUpdate.Event) {
    let console = session.console
    switch event {
    case .unchanged: break
    case .analysed(let analysis, _, let diagnostics):
      for diagnostic in diagnostics {
        console.say(diagnostic, of: analysis.packed.record.id)
        if diagnostic.severity == .error { errors += 1 }
      }
      if analysis.isSkipped { skipped += 1 }
    case .refused(let refusal): fail(StoredFailure(refusal), "\(refusal)")
    case .failed(let failure): fail(StoredFailure(failure), "\(failure)")
    }
  }

  private mutating func fail(_ failure: StoredFailure, _ message: String) {
    session.console.error(message)
    failures.append(failure)
    errors += 1
  }

  /// What the run changed, in a sentence.
  var summary: String {
    let parts = [
      (change.added, "new"), (change.changed, "changed"), (change.redone, "analysed again"),
      (change.removed, "gone"), (change.unchanged, "unchanged"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    return "Articles: \(parts.isEmpty ? "none" : parts.joined(separator: ", "))."
  }
}

extension ArchiveUpdate.Event {
  /// Whether there is nothing to say about it.
  fileprivate var isPlain: Bool {
    switch self {
    case .unchanged: true
    case .analysed(_, _, let diagnostics): diagnostics.isEmpty
    case .refused, .failed: false
    }
  }
}
