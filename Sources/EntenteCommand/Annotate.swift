import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Ingestion
import SyntaxParsing

/// `entente annotate`: an article with what was found in it.
struct Annotate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show the entities and relations found in articles.",
    discussion: """
      EXAMPLES
        entente annotate article.txt                  in colour on a terminal, [marked]person in a pipe
        entente annotate article.txt --reasons        with the evidence for every mention
        entente annotate articles/ --format json
        entente annotate - --format conllu < article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, conllu
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  @Option(help: "text, json or conllu.")
  var format: Format = .text

  @Flag(help: "Say for each mention why it is what it is.")
  var reasons = false

  func run() async throws {
    let session = try Session(data: data, input: input, log: log)
    var failures = session.inventory.refusals
    for file in session.inventory.files {
      switch session.reader.read(file) {
      case .failure(let refusal): failures.append(refusal)
      case .success(let ingested):
        try show(session.pipeline.analysis(of: ingested.article), session)
      }
    }
    for refusal in failures { session.console.error("\(refusal)") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func show(_ analysis: DocumentAnalysis, _ session: Session) throws {
    switch format {
    case .text:
      let style: AnnotatedText.Style =
        Console.usesColour(Console.isOutputTerminal) ? .colour : .brackets
      print(AnnotatedText(analysis: analysis, style: style, showsReasons: reasons).text)
    case .json:
      print(try AnnotationJSON(analysis, gazetteer: session.pipeline.gazetteer).text)
    case .conllu:
      print(CoNLLU.write(analysis.sentences), terminator: "")
    }
  }
}
