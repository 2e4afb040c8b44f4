import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphBuilding
import GraphModel
import Ingestion
import RelationExtraction

/// `entente suggest`: what a user could teach the gazetteer, or correct.
struct Suggest: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "List unknown names or verbs as rows for a gazetteer, or nodes that may be the same.",
    discussion: """
      Names are ranked by the mentions and edges that adopting them would settle, verbs and event nouns
      by the pairs of entities that they join, each with sentences. Put a + before the rows you want
      and append them to a gazetteer folder with --apply.

      EXAMPLES
        entente suggest articles/ > worklist.tsv
        entente suggest worklist.tsv --apply my-field/
        entente suggest articles/ --verbs > verbs.tsv
        entente suggest articles/ --merges >> corrections.tsv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var log: LogOptions

  @Flag(help: "List pairs of nodes that may be the same, as rows for corrections.tsv.")
  var merges = false

  @Flag(help: "List verbs and event nouns that the lexicon does not know, as rows for it.")
  var verbs = false

  @Option(help: "How many names or verbs to list.")
  var limit = 100

  @Option(
    help: ArgumentHelp(
      "Read worklists instead, and append their rows marked + to adopted.tsv, those of verbs to adopted-patterns.tsv, in this folder.",
      valueName: "dir"),
    completion: .directory)
  var apply: String?

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit takes a number from 1") }
    if merges || verbs, apply != nil {
      throw ValidationError("--apply takes worklists, and nothing else")
    }
    if merges, verbs { throw ValidationError("--merges and --verbs are two lists: take one") }
  }

  func run() async throws {
    if let apply {
      try Session.failing { try adopt(into: URL(filePath: apply, directoryHint: .isDirectory)) }
      return
    }
    let session = try Session(data: data, input: input, log: log)
    let project = try data.project()
    let table = try Session.failing {
      try corrections.corrections(
        in: project, lexicon: session.pipeline.gazetteer.lexicon, session.console)
    }
    let articles = SuggestionArticles(session, findsPredicates: verbs)
    if verbs {
      print(
        printable(PredicateWorklist(articles.predicates).table(limit: limit)), terminator: "")
      if articles.hasFailures { throw ExitCode(1) }
      return
    }
    let (graphs, diagnostics) = table.applied(to: articles.graphs)
    for diagnostic in diagnostics { session.console.say(diagnostic) }
    let graph = GraphBuilder().graph(of: graphs).graph
    if merges {
      print(printable(MergeSuggestions(graph, corrections: table).table), terminator: "")
    } else {
      let list = Worklist(graph, sentences: articles.sentences)
      print(printable(list.table(limit: limit)), terminator: "")
    }
    if articles.hasFailures { throw ExitCode(1) }
  }

  private func adopt(into folder: URL) throws {
    let console = Console(log)
    let lists = try input.paths.map {
      MarkedRows(in: try String(contentsOf: URL(filePath: $0), encoding: .utf8))
    }
    guard lists.contains(where: { !$0.rows.isEmpty }) else {
      console.warning("no row is marked: put a + at the beginning of the lines to adopt")
      return
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func append(to name: String, _ table: (String?) -> String?) throws {
      let file = folder.appending(path: name)
      guard let text = table(try? String(contentsOf: file, encoding: .utf8)) else { return }
      try Data(text.utf8).write(to: file, options: .atomic)
      console.say("The rows are in \(file.relativePath).")
    }
    for list in lists where !list.rows.isEmpty {
      let isOfNames = list.kind == .names
      try append(to: isOfNames ? "adopted.tsv" : "adopted-patterns.tsv") {
        list.table(appendedTo: $0)
      }
      guard !isOfNames else { continue }
      let lexicon = try Session.gazetteer(data, console: console).lexicon
      let known = Set(lexicon.relations.map(\.id))
      try append(to: "adopted-relations.tsv") {
        list.relationTable(appendedTo: $0) { known.contains($0) }
      }
    }
  }
}

/// Article graphs with sentences for every node that no gazetteer has.
private struct SuggestionArticles {
  private(set) var graphs: [ArticleGraph] = []
  /// By node id.
  private(set) var sentences: [String: [String]] = [:]
  private(set) var hasFailures: Bool
  /// What the lexicon does not know, where it was asked for.
  private(set) var predicates: [UnknownPredicate] = []
  private let finder: UnknownPredicateFinder?

  init(_ session: Session, findsPredicates: Bool) {
    finder = findsPredicates ? UnknownPredicateFinder(session.pipeline) : nil
    for refusal in session.inventory.refusals { session.console.error("\(refusal)") }
    hasFailures = !session.inventory.refusals.isEmpty
    let workspace = session.pipeline.makeWorkspace()
    for file in session.inventory.files {
      session.reader.read(file) { result in
        switch result {
        case .failure(let refusal):
          session.console.error("\(refusal)")
          hasFailures = true
        case .success(let ingested):
          var log = ExtractionLog()
          let analysis = session.pipeline.analysis(
            of: ingested.article, using: workspace, tracing: &log)
          if let finder { predicates += finder.sightings(in: analysis, steps: log.steps) }
          add(analysis, session)
        }
      }
    }
  }

  private mutating func add(_ analysis: DocumentAnalysis, _ session: Session) {
    let graph = analysis.articleGraph(gazetteer: session.pipeline.gazetteer)
    graphs.append(graph)
    for (entity, chain) in zip(graph.entities, analysis.entities.chains) {
      guard entity.gazetteerID == nil, sentences[entity.nodeID, default: []].count < 3 else {
        continue
      }
      let named = chain.mentions.map { analysis.entities.mentions[$0].sentence }
      for index in Set(named.prefix(3)).sorted() {
        let tokens = analysis.document.sentences[index].tokens
        sentences[entity.nodeID, default: []].append(analysis.document.form(of: tokens))
      }
    }
  }
}
