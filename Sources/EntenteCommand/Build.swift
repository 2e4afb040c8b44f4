import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphBuilding
import GraphExport
import GraphModel
import Ingestion
import RunStorage

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
        entente build archive/ --store news.sqlite -o graph.graphml   only what is new or changed
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup(title: "Store") var storage: StoreArguments
  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var copies: CopyArguments
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments

  @Option(
    help: ArgumentHelp(
      "Also write what was read, with what, and what came of it; entente verify repeats it.",
      valueName: "file"),
    completion: .file(extensions: ["json"]))
  var runReport: String?

  func run() async throws {
    let project = try data.project()
    let export = export.elseOf(project)
    if storage.store == nil || !export.output.isEmpty { _ = try export.exporters() }
    let store = try storage.store.map { path in
      try Session.failing { try ArticleStore.writing(path) }
    }
    let session = try Session(data: data, input: input, log: log)
    let table = try Session.failing {
      try corrections.corrections(
        in: project, lexicon: session.pipeline.gazetteer.lexicon, session.console)
    }
    let pins = runReport == nil ? nil : ArticlePins()
    let current = try store.map { try currentOutputs(of: $0, session, project) }
    var result =
      try store.map { try stored(in: $0, session, pins) } ?? direct(session, table, pins)
    let isCurrent =
      try pins == nil && result.areCurrent(export.output, current, session.console)
    if !isCurrent, !export.output.isEmpty || pins != nil {
      if let store { try result.read(store, archiveGraph(table), session.console) }
      let graph = try filter.applied(to: result.whole)
      if !export.output.isEmpty {
        try export.write(graph)
        try result.remember(export.output, current)
        session.console.say(result.summary(of: graph, outputs: export.output))
      }
      if let runReport, let pins {
        let report = try report(of: graph, result, session, project, pins, export)
        try Session.failing { try report.write(to: runReport) }
      }
    }
    if result.failures > 0 { throw ExitCode(1) }
  }

  private func archiveGraph(_ table: Corrections) -> ArchiveGraph {
    ArchiveGraph(copies: copies.options, corrections: table)
  }

  /// What was typed, the corrections and all that analyses depend on decide what a graph becomes.
  private func currentOutputs(
    of store: ArticleStore, _ session: Session, _ project: ProjectFolder?
  ) throws -> CurrentOutputs {
    try Session.failing {
      let table = try corrections.file(in: project).map { try DataDigest.file(URL(filePath: $0)) }
      return CurrentOutputs(
        of: store,
        recipe: CommandLine.arguments.dropFirst() + [table ?? "", try session.setup().json()])
    }
  }

  private func direct(
    _ session: Session, _ table: Corrections, _ pins: ArticlePins?
  ) throws -> BuildResult {
    var batch = try Batch(session: session, job: job, pins: pins)
    let read = batch.articles.count
    let whole = try Session.failing {
      try archiveGraph(table).graph(of: batch.takeArticles())
    }
    return BuildResult(
      whole: session.console.saying(whole), read: read, skipped: batch.skipped,
      failures: batch.failures, failed: batch.failed)
  }

  /// Brings the store's archive up to date.
  private func stored(
    in store: ArticleStore, _ session: Session, _ pins: ArticlePins?
  ) throws -> BuildResult {
    let batch = try StoredBatch(
      session: session, store: store, job: job, keepsOthers: storage.keepOthers, pins: pins)
    session.console.say(batch.summary)
    return BuildResult(
      whole: Graph(), read: 0, skipped: batch.skipped, failures: batch.errors,
      failed: batch.failures)
  }

  private func report(
    of graph: Graph, _ result: BuildResult, _ session: Session, _ project: ProjectFolder?,
    _ pins: ArticlePins, _ export: ExportArguments
  ) throws -> RunReport {
    try Session.failing {
      RunReport(
        arguments: RunReport.arguments(of: CommandLine.arguments), setup: try session.setup(),
        corrections: try corrections.file(in: project).map {
          try RunReport.Output(writtenTo: $0).hash
        },
        articles: pins.articles, failures: result.failed, nodes: graph.nodes.count,
        edges: graph.edges.count, copies: result.groups,
        outputs: try export.output.filter { $0 != "-" }.map { try RunReport.Output(writtenTo: $0) })
    }
  }
}

/// What a build came to, before the filter.
private struct BuildResult {
  var whole: Graph
  var read: Int
  var skipped: Int
  var failures: Int
  var failed: [StoredFailure]
  /// Whether there is something to say about the graph itself that another run would have to repeat.
  var hasWarnings = false

  /// Reads the graph of a store's archive.
  mutating func read(_ store: ArticleStore, _ archive: ArchiveGraph, _ console: Console) throws {
    let made = try Session.failing { try archive.graph(of: store) }
    hasWarnings = made.diagnostics.contains { $0.severity != .note }
    whole = console.saying(made)
    read = whole.articles.count
  }

  /// Whether nothing needs to be written, and says so.
  func areCurrent(
    _ outputs: [String], _ current: CurrentOutputs?, _ console: Console
  ) throws -> Bool {
    // Notes on the graph can only be repeated by making it.
    guard let current, !console.isVerbose, try Session.failing({ try current.include(outputs) })
    else { return false }
    console.say("Nothing to write: \(outputs.joined(separator: ", ")) as before.")
    return true
  }

  func remember(_ outputs: [String], _ current: CurrentOutputs?) throws {
    guard let current, !hasWarnings else { return }
    try Session.failing { try current.remember(outputs) }
  }

  var groups: Int {
    Set(whole.articles.compactMap { $0.attributes[ArticleCopies.attribute] }).count
  }

  func summary(of graph: Graph, outputs: [String]) -> String {
    RunSummary(graph: graph, read: read, skipped: skipped, failures: failures, outputs: outputs)
      .text
  }
}

extension RunReport {
  /// What was typed after `build`, without the report's own option.
  fileprivate static func arguments(of typed: [String]) -> [String] {
    var arguments: [String] = []
    var rest = typed.dropFirst(2)[...]
    while let argument = rest.popFirst() {
      if argument == "--run-report" {
        _ = rest.popFirst()
      } else if !argument.hasPrefix("--run-report=") {
        arguments.append(argument)
      }
    }
    return arguments
  }

  fileprivate func write(to path: String) throws {
    let bytes = try json()
    try AtomicFile(path).write { output in bytes.withUnsafeBytes { output.append($0) } }
  }
}
