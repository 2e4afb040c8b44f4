import ArgumentParser
import Entente
import Foundation
import GraphBuilding
import RunStorage

/// `entente watch`: keeps a store and graph files current while articles come and go.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Keep a store and graphs current as articles appear, change and go.",
    discussion: """
      Runs until it is stopped (Ctrl-C). Each time something changes in the folders and they are quiet
      again, it does what entente build --store does. Tables are read once, when it starts.

      EXAMPLES
        entente watch incoming/ --store news.sqlite
        entente watch incoming/ --store news.sqlite -o report.html -o graph.jsonl --quiet-time 10
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions

  @Option(help: ArgumentHelp("The store to keep current.", valueName: "file"))
  var store: String

  @Option(
    help: ArgumentHelp(
      "Seconds without a change that must pass before a run.", valueName: "seconds"))
  var quietTime: Double = 2

  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var copies: CopyArguments
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions
  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments

  func validate() throws {
    guard quietTime >= 0 else { throw ValidationError("--quiet-time takes seconds from 0") }
  }

  func run() throws {
    let project = try data.project()
    let export = export.elseOf(project)
    if !export.output.isEmpty { _ = try export.exporters() }
    let store = try Session.failing { try ArticleStore.writing(self.store) }
    var session = try Session(data: data, input: input, log: log)
    let signals = StopSignals()
    let watch = FolderWatch(paths: try input.paths(in: project), quiet: quietTime)
    var isFirst = true
    while !signals.stop.isRequested {
      watch.listen()
      if !isFirst { try session.takeInventory() }
      let batch = try StoredBatch(
        session: session, store: store, job: job, keepsOthers: false, pins: nil, signals: signals)
      if isFirst || batch.change.hasChanges {
        session.console.say(batch.summary)
        try write(store, session, project, export)
      }
      isFirst = false
      watch.wait(stop: signals.stop)
    }
    try signals.check()
  }

  /// Corrections are read each time: they are few, and people change them while they look.
  private func write(
    _ store: ArticleStore, _ session: Session, _ project: ProjectFolder?, _ export: ExportArguments
  ) throws {
    guard !export.output.isEmpty else { return }
    let whole = try Session.failing {
      let table = try corrections.corrections(
        in: project, lexicon: session.pipeline.gazetteer.lexicon, session.console)
      return try ArchiveGraph(copies: copies.options, corrections: table).graph(of: store)
    }
    try export.write(try filter.applied(to: session.console.saying(whole)))
  }
}
