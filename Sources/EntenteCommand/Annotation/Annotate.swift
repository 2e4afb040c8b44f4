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
        entente annotate articles/ --format html > articles.html
        entente annotate articles/ --format brat -o collection/
        entente annotate articles/ --format json
        entente annotate - --format conllu < article.txt
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html, json, brat, conllu
  }

  @OptionGroup var input: InputOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  @Option(help: "text, html (one page), json, brat (standoff) or conllu.")
  var format: Format = .text

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "With --format brat: the folder of the collection, a .txt and an .ann file an article.",
      valueName: "dir"), completion: .directory)
  var output: String?

  @Flag(help: "Say for each mention why it is what it is.")
  var reasons = false

  func validate() throws {
    if output != nil, format != .brat {
      throw ValidationError("-o goes with --format brat; the other formats go to standard output")
    }
  }

  func run() async throws {
    let session = try Session(data: data, input: input, log: log)
    let folder = try output.map { path in try Session.failing { try BratFolder(path) } }
    var failures = session.inventory.refusals
    if format == .html { print(AnnotationPage.head) }
    for file in session.inventory.files {
      try session.reader.read(file) { result in
        switch result {
        case .failure(let refusal): failures.append(refusal)
        case .success(let ingested):
          let analysis = session.pipeline.analysis(of: ingested.article)
          if let folder {
            try Session.failing {
              try folder.write(AnnotationStandoff(analysis), id: analysis.document.article.id)
            }
          } else {
            try show(analysis, session)
          }
        }
      }
    }
    if format == .html { print(AnnotationPage.foot) }
    for refusal in failures { session.console.error("\(refusal)") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  private func show(_ analysis: DocumentAnalysis, _ session: Session) throws {
    switch format {
    case .text:
      let style: AnnotatedText.Style =
        Console.usesColour(Console.isOutputTerminal) ? .colour : .brackets
      print(AnnotatedText(analysis: analysis, style: style, showsReasons: reasons).text)
    case .html: print(AnnotationPage(analysis: analysis).section)
    case .json: print(try AnnotationJSON(analysis, gazetteer: session.pipeline.gazetteer).text)
    case .brat: print(AnnotationStandoff(analysis).annotations, terminator: "")
    case .conllu:
      let text = CoNLLU.write(analysis.sentences)
      print(Console.isOutputTerminal ? printable(text) : text, terminator: "")
    }
  }
}
