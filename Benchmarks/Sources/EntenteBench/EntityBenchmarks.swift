import ArgumentParser
import Coreference
import DocumentModel
import Foundation
import Gazetteers
import Recognition
import Segmentation
import SyntaxParsing

/// Recognition and coreference on one core, in this process, beside the stages before them.
struct EntityBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entities",
    abstract: "From trees to mentions and chains, with the shipped gazetteers and models.")

  @Option(help: "The folder that holds Gazetteers and Models.")
  var data = ".."

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let folder = URL(filePath: data, directoryHint: .isDirectory)
    let stages = try EntityStages(folder)
    let corpus = try reading.corpus()
    print(reading.heading(corpus))
    var answers = AnswerSheet()
    print(table(corpus, stages, &answers).text)
    try answers.hand(in: "entities")
  }

  private func table(
    _ corpus: Corpus, _ stages: EntityStages, _ answers: inout AnswerSheet
  ) -> ResultTable {
    var parsed: [ParsedArticle] = []
    let parsing = ProcessorTime.measure(rounds: reading.rounds) {
      let workspace = stages.parser.makeWorkspace()
      parsed = corpus.articles.map { stages.parsed($0, using: workspace) }
    }
    var mentions: [[Mention]] = []
    // Warm from round to round, as a worker's is over a folder of articles.
    let workspace = RecognitionWorkspace()
    let recognition = ProcessorTime.measure(rounds: reading.rounds) {
      mentions = parsed.map { stages.mentions(in: $0, using: workspace) }
    }
    var layers: [EntityLayer] = []
    let coreference = ProcessorTime.measure(rounds: reading.rounds) {
      layers = zip(mentions, parsed).map(stages.entities)
    }
    answers.expect(
      "coreference", "articles with chains", layers.count { !$0.chains.isEmpty },
      is: corpus.articles.count)
    answers.expect(
      "recognition", "articles with names", mentions.count { !$0.isEmpty },
      is: corpus.articles.count)

    let tokens = parsed.reduce(0) { $0 + $1.document.tokens.count }
    var table = ResultTable(["stage", "median", "range", "tokens a second", "speed"])
    func add(_ name: String, _ seconds: Double, _ range: String) {
      table.add([
        name, Figure.seconds(seconds), range, Figure.rate(tokens, in: seconds),
        Figure.megabytes(Int(Double(corpus.bytes) / seconds)) + "/s",
      ])
    }
    for (name, timings) in [
      ("segmentation, matching, parsing", parsing), ("recognition", recognition),
      ("coreference", coreference),
    ] {
      let range = Figure.seconds(timings.fastest) + " – " + Figure.seconds(timings.slowest)
      add(name, timings.median, range)
    }
    add("recognition and coreference", recognition.median + coreference.median, "")
    return table
  }
}

/// An article as recognition finds it.
private struct ParsedArticle {
  var document: Document
  var matches: [PhraseMatch]
  var wordIDs: [Int32]
  var syntax: SyntaxLayer
}

/// The stages up to chains, with the gazetteers and models of a folder.
private struct EntityStages {
  let parser: SyntaxParser
  private let segmenter = Segmenter()
  private let matcher: PhraseMatcher
  private let recognizer: MentionRecognizer
  private let resolver: ChainResolver

  init(_ folder: URL) throws {
    let (gazetteer, _) = try GazetteerLoader().load(
      folders: [folder.appending(path: "Gazetteers").resolvingSymlinksInPath()])
    let models = folder.appending(path: "Models")
    parser = try SyntaxParser(contentsOf: models.appending(path: "english.entente").path)
    matcher = PhraseMatcher(gazetteer: gazetteer)
    recognizer = MentionRecognizer(
      gazetteer: gazetteer,
      names: try NameModel(contentsOf: models.appending(path: "names.entente").path))
    resolver = ChainResolver(
      gazetteer: gazetteer,
      pronouns: try PronounModel(contentsOf: models.appending(path: "pronouns.entente").path))
  }

  func parsed(_ article: Article, using workspace: SyntaxWorkspace) -> ParsedArticle {
    let document = segmenter.document(for: article).withForms()
    let words = matcher.words(in: document)
    return ParsedArticle(
      document: document, matches: matcher.matches(in: words), wordIDs: words.ids,
      syntax: parser.trees(for: document, using: workspace))
  }

  func mentions(in article: ParsedArticle, using workspace: RecognitionWorkspace) -> [Mention] {
    recognizer.mentions(
      in: article.document, matches: article.matches, wordIDs: article.wordIDs,
      syntax: article.syntax, using: workspace)
  }

  func entities(for mentions: [Mention], in article: ParsedArticle) -> EntityLayer {
    resolver.entities(for: mentions, syntax: article.syntax, in: article.document)
  }
}
