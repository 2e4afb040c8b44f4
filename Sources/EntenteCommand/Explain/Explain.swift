import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphBuilding
import Ingestion

/// `entente explain`: why an edge or a node is there, or why not.
struct Explain: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say why an edge or a node is there, or why not.",
    discussion: """
      Names are ids of the gazetteer, names or any other form.

      EXAMPLES
        entente explain articles/ --from Seoul --to Ukraine     each relation with all it rests on
        entente explain article.txt --to RUS                    whoever does something to Russia
        entente explain article.txt --from China --to Iran --why-not
        entente explain article.txt --node Blinken --json
        entente explain articles/ --from Iran --to Israel --rows >> corrections.tsv
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  @Option(help: ArgumentHelp("Who acts.", valueName: "name"))
  var from: String?

  @Option(help: ArgumentHelp("Who is acted on.", valueName: "name"))
  var to: String?

  @Option(help: ArgumentHelp("An entity: how each of its mentions was found.", valueName: "name"))
  var node: String?

  @Flag(help: "Say what ruled out an edge between --from and --to.")
  var whyNot = false

  @Flag(
    help: "Print nothing but rows that drop each relation, to append to corrections.tsv and edit.")
  var rows = false

  @Flag(help: "A line of JSON an article.")
  var json = false

  func validate() throws {
    if whyNot, from == nil || to == nil {
      throw ValidationError("--why-not goes with --from and --to")
    }
    if from == nil, to == nil, node == nil {
      throw ValidationError("name what is to be explained: --from, --to or --node")
    }
    if node != nil, from != nil || to != nil {
      throw ValidationError("--node goes by itself")
    }
    if rows, whyNot || node != nil || json {
      throw ValidationError("--rows goes with --from or --to, and without --json")
    }
  }

  func run() async throws {
    let session = try Session(data: data, input: input, log: log)
    let explainer = Explainer(session.pipeline)
    var failures = session.inventory.refusals
    var isEmpty = true
    if rows { print(Correction.columns.joined(separator: "\t")) }
    for file in session.inventory.files {
      try session.reader.read(file) { result in
        switch result {
        case .failure(let refusal): failures.append(refusal)
        case .success(let ingested):
          let explanation = explanation(of: ingested.article, explainer)
          if explanation.isEmpty { return }
          isEmpty = false
          try show(explanation)
        }
      }
    }
    if isEmpty { session.console.warning(Self.nothing(whyNot: whyNot)) }
    for refusal in failures { session.console.error("\(refusal)") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private static func nothing(whyNot: Bool) -> String {
    whyNot
      ? "the articles name neither"
      : "nothing of that name; --why-not says what ruled an edge out, entente annotate what there is"
  }

  private func explanation(of article: Article, _ explainer: Explainer) -> Explanation {
    if let node { return explainer.nodes(in: article, named: NameQuery(node)) }
    if whyNot, let from, let to {
      return explainer.refusals(in: article, from: NameQuery(from), to: NameQuery(to))
    }
    return explainer.relations(
      in: article, from: from.map { NameQuery($0) }, to: to.map { NameQuery($0) })
  }

  private func show(_ explanation: Explanation) throws {
    if rows {
      for relation in explanation.relations { print(printable(relation.correction)) }
      return
    }
    guard json else {
      let usesColour = Console.usesColour(Console.isOutputTerminal)
      print(ExplanationText(explanation, usesColour: usesColour).text)
      return
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    print(printable(json: try encoder.encode(explanation)))
  }
}
