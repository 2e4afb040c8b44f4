import ArgumentParser
import DocumentModel
import Foundation
import Segmentation
import SyntaxParsing

/// Tagging, lemmatising and parsing on one core, in this process.
struct ParsingBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parsing",
    abstract: "From raw text to trees, by length of the sentence, and loading of the model.")

  @Option(help: "The model file.")
  var model = "../Models/english.entente"

  @OptionGroup var reading: ReadingOptions

  func run() throws {
    let corpus = try reading.corpus()
    let parser = try SyntaxParser(contentsOf: model)
    print(reading.heading(corpus))
    var answers = AnswerSheet()
    print(textTable(corpus, parser, &answers).text)
    print("")
    print(lengthTable(parser, &answers).text)
    print("")
    print(try loadingTable().text)
    try answers.hand(in: "parsing")
  }

  private func textTable(
    _ corpus: Corpus, _ parser: SyntaxParser, _ answers: inout AnswerSheet
  ) -> ResultTable {
    let segmenter = Segmenter()
    let workspace = parser.makeWorkspace()
    var (tokens, roots, sentences) = (0, 0, 0)
    let timings = ProcessorTime.measure(rounds: reading.rounds) {
      tokens = 0
      roots = 0
      sentences = 0
      for article in corpus.articles {
        let document = segmenter.document(for: article)
        let trees = parser.trees(for: document, using: workspace)
        tokens += trees.heads.count
        roots += trees.heads.count { $0 < 0 }
        sentences += document.sentences.count
      }
    }
    answers.expect("parsing", "the number of roots", roots, is: sentences)
    answers.expect("parsing", "no word without a token", tokens >= corpus.words, is: true)
    var table = ResultTable(["from raw text", "tokens", "median", "range", "tokens a second"])
    table.add([
      "trees", "\(tokens)", Figure.seconds(timings.median),
      Figure.seconds(timings.fastest) + " – " + Figure.seconds(timings.slowest),
      Figure.rate(tokens, in: timings.median),
    ])
    return table
  }

  /// Sentences of one length each, as many tokens in all: linear means one speed.
  private func lengthTable(_ parser: SyntaxParser, _ answers: inout AnswerSheet) -> ResultTable {
    let words = [
      "Officials", "in", "Seoul", "said", "that", "the", "North", "fired", "shells", ",",
    ]
    let workspace = parser.makeWorkspace()
    var table = ResultTable(["tokens a sentence", "median", "tokens a second"])
    let total = 40_000
    for length in [10, 40, 160, 640, 2_500, 10_000] {
      let sentence = (0..<length).map { words[$0 % words.count] }
      var roots = 0
      let timings = ProcessorTime.measure(rounds: reading.rounds) {
        roots = 0
        for _ in 0..<(total / length) {
          roots += parser.tree(of: sentence, using: workspace).heads.count { $0 < 0 }
        }
      }
      answers.expect("parsing", "roots at length \(length)", roots, is: total / length)
      table.add([
        "\(length)", Figure.seconds(timings.median), Figure.rate(total, in: timings.median),
      ])
    }
    return table
  }

  private func loadingTable() throws -> ResultTable {
    let timings = try ProcessorTime.measure(rounds: reading.rounds) {
      _ = try SyntaxParser(contentsOf: model)
    }
    var table = ResultTable(["loading", "median", "range"])
    table.add([
      "the model", Figure.milliseconds(timings.median),
      Figure.milliseconds(timings.fastest) + " – " + Figure.milliseconds(timings.slowest),
    ])
    return table
  }
}
