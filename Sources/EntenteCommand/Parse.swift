import ArgumentParser
import DocumentModel
import Entente
import Foundation
import Ingestion
import Segmentation
import SyntaxParsing

/// `entente parse`: tags, lemmas and trees as CoNLL-U.
struct Parse: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the sentences of articles with tags, lemmas and trees as CoNLL-U.",
    discussion: """
      EXAMPLES
        entente parse article.txt > article.conllu
        entente parse - < article.txt
        entente parse --tokens gold.conllu > parsed.conllu     the tokens as given
        entente parse --score gold.conllu                      scores on a treebank
      """)

  @Argument(help: "Articles: files, folders, or - for standard input.", completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "Parse the sentences and tokens of a CoNLL-U file as they are.", valueName: "file"),
    completion: .file(extensions: ["conllu"]))
  var tokens: String?

  @Option(
    help: ArgumentHelp(
      "Print the scores on a treebank, on its own tokens and from its raw text.",
      valueName: "file"),
    completion: .file(extensions: ["conllu"]))
  var score: String?

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard [!paths.isEmpty, tokens != nil, score != nil].count(where: { $0 }) == 1 else {
      throw ValidationError("name articles, or a CoNLL-U file with --tokens or --score")
    }
  }

  func run() async throws {
    let console = Console(log)
    let folder = try Session.failing { try DataFolder.locate(option: data.data) }
    let parser = try Session.failing { try SyntaxParser(contentsOf: folder.model.path) }
    if let tokens {
      try Session.failing { try parseTokens(of: tokens, with: parser) }
    } else if let score {
      try Session.failing { try printScores(on: score, of: parser) }
    } else {
      try parseArticles(with: parser, console: console)
    }
  }

  private func printScores(on path: String, of parser: SyntaxParser) throws {
    let sentences = try Self.sentences(of: path)
    let scorer = TreebankScorer(parser: parser)
    let table = TreebankScoreTable(
      goldTokens: try scorer.scoresOnGoldTokens(sentences),
      rawText: try scorer.scoresFromRawText(sentences))
    print(table.text)
  }

  private static func sentences(of path: String) throws -> [CoNLLUSentence] {
    let bytes =
      path == "-"
      ? FileHandle.standardInput.readDataToEndOfFile() : try Data(contentsOf: URL(filePath: path))
    return try CoNLLU.read(String(decoding: bytes, as: UTF8.self))
  }

  private func parseTokens(of path: String, with parser: SyntaxParser) throws {
    let workspace = parser.makeWorkspace()
    let sentences = try Self.sentences(of: path).map { sentence in
      sentence.annotated(with: parser.tree(of: sentence.forms, using: workspace))
    }
    Self.show(CoNLLU.write(sentences))
  }

  private func parseArticles(with parser: SyntaxParser, console: Console) throws {
    let inventory = ArticleSource(paths: paths).inventory()
    let reader = ArticleReader()
    let segmenter = Segmenter()
    let workspace = parser.makeWorkspace()
    var failures = inventory.refusals
    for file in inventory.files {
      reader.read(file) { result in
        switch result {
        case .failure(let refusal): failures.append(refusal)
        case .success(let ingested):
          let document = segmenter.document(for: ingested.article)
          let trees = parser.trees(for: document, using: workspace)
          let sentences = CoNLLUSentence.sentences(of: document, syntax: trees)
          Self.show(CoNLLU.write(sentences))
        }
      }
    }
    for refusal in failures { console.error("\(refusal)") }
    if !failures.isEmpty { throw ExitCode(1) }
  }

  /// What a reader of the format wants as it is; a terminal gets no control characters.
  private static func show(_ text: String) {
    print(Console.isOutputTerminal ? printable(text) : text, terminator: "")
  }
}
