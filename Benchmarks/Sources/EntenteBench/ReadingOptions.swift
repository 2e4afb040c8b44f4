import ArgumentParser
import ArticleGenerator
import Foundation

/// How much a benchmark of one stage reads, and how often.
struct ReadingOptions: ParsableArguments {
  @Option(help: "How many articles to read.")
  var articles = 500

  @Option(help: "How often each benchmark runs; the median counts.")
  var rounds = 5

  @Option(help: "The same seed gives the same articles.")
  var seed: UInt64 = 1

  @Option(help: "A folder of .txt files to read in place of generated articles.")
  var texts: String?

  /// The articles, generated or read.
  func corpus() throws -> Corpus {
    if let texts { return try Corpus(of: URL(filePath: texts, directoryHint: .isDirectory)) }
    return Corpus(
      count: articles,
      from: ArticleGenerator(seed: seed, names: KnownNames(aliasCount: 1_000)))
  }

  func heading(_ corpus: Corpus) -> String {
    "\(corpus.articles.count) articles, \(Figure.megabytes(corpus.bytes)); \(rounds) rounds\n"
  }

  func validate() throws {
    guard articles > 0, rounds > 0 else {
      throw ValidationError("--articles and --rounds must be above 0")
    }
  }
}
