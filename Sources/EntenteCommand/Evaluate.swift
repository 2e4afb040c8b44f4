import ArgumentParser
import DocumentModel
import Entente
import Evaluation
import Foundation
import GraphBuilding
import GraphModel
import Ingestion

/// `entente evaluate`: scores against gold written by hand.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Score graphs, names or pronouns against gold written by hand.",
    subcommands: [EvaluateGraphs.self, EvaluateNames.self], defaultSubcommand: EvaluateGraphs.self)
}

/// `entente evaluate graphs`, which `entente evaluate` means: graphs against graphs.
struct EvaluateGraphs: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphs",
    abstract: "Score the graphs of articles against gold graphs.",
    discussion: """
      Each article is built alone and compared with the JSON file of the same name in the gold
      folder. The gold format is described in Examples/README.md.

      EXAMPLES
        entente evaluate Examples/articles --gold Examples/gold
        entente evaluate articles/ --gold gold/ --errors
        entente evaluate --sheet mine.csv yours.csv        a sample that people have judged
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  @Option(help: ArgumentHelp("The folder of gold files.", valueName: "dir"), completion: .directory)
  var gold: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Sheets of entente sample that people have judged, instead of articles: precision, and how far they agree.",
      valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var sheet: [String] = []

  @Flag(help: "Also print each article's figures.")
  var perArticle = false

  @Flag(help: "Also print what was missed and what was wrong.")
  var errors = false

  @Flag(help: "Print JSON.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "A JSON file of figures that must be reached; exit code 1 when not.", valueName: "file"),
    completion: .file(extensions: ["json"]))
  var floor: String?

  func validate() throws {
    guard (gold == nil) != sheet.isEmpty else {
      throw ValidationError("name the folder of gold files with --gold, or sheets with --sheet")
    }
    if !sheet.isEmpty, !input.paths.isEmpty || floor != nil || perArticle {
      throw ValidationError("--sheet goes without articles, --floor and --per-article")
    }
  }

  func run() async throws {
    guard let gold else { return try evaluateSheets() }
    let session = try Session(data: data, input: input, log: log)
    let golds = try Session.failing { try GraphGoldReader().golds(in: URL(filePath: gold)) }
    let batch = try Batch(session: session, job: job)
    let report = ScoreReport(scores(of: batch, golds: golds, console: session.console))
    var details: ScoreReport.Details = []
    if perArticle { details.insert(.documents) }
    if errors { details.insert(.findings) }
    print(json ? printable(json: try report.json(details)) : printable(report.text(details)))
    if let floor { try check(report, floor: floor, console: session.console) }
    if batch.hasFailures { throw ExitCode(1) }
  }

  private func evaluateSheets() throws {
    let sheets = try sheet.map { path in
      try Session.failing {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return JudgementReport.Sheet(
          name: path, judgements: try JudgementReader().judgements(in: bytes, file: path))
      }
    }
    let report = JudgementReport(sheets)
    print(
      json ? printable(json: try report.json()) + "\n" : printable(report.text(lists: errors)),
      terminator: "")
  }

  private func scores(of batch: Batch, golds: [GraphGold], console: Console) -> [DocumentScore] {
    let byName = Dictionary(grouping: batch.graphs) { stem($0.article.id) }
    return golds.map { gold in
      let articles = byName[gold.doc] ?? []
      if articles.isEmpty { console.warning("no article for the gold of \(gold.doc)") }
      return GraphScorer().score(GraphBuilder().graph(of: articles).graph, against: gold)
    }
  }

  private func stem(_ id: String) -> String {
    let name = id.split(separator: "/").last.map(String.init) ?? id
    return name.hasSuffix(".txt") ? String(name.dropLast(4)) : name
  }

  private func check(_ report: ScoreReport, floor path: String, console: Console) throws {
    let floor = try Session.failing { try QualityFloor(contentsOf: URL(filePath: path)) }
    let failures = floor.failures(of: report)
    for failure in failures { console.error(failure) }
    if !failures.isEmpty { throw ExitCode(1) }
  }
}
