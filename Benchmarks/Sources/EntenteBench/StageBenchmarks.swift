import ArgumentParser
import ArticleGenerator
import DocumentModel
import Foundation
import Gazetteers
import Recognition
import Segmentation

/// The first stages on one core, in this process.
struct StageBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages", abstract: "Segmentation, matching of names, loading of names.")

  @Option(help: "How many articles to read.")
  var articles = 10_000

  @Option(help: "How many aliases the gazetteer has.")
  var aliases = 100_000

  @Option(help: "How often each benchmark runs; the median counts.")
  var rounds = 7

  @Option(help: "The same seed gives the same articles.")
  var seed: UInt64 = 1

  func validate() throws {
    guard articles > 0, aliases > 0, rounds > 0 else {
      throw ValidationError("--articles, --aliases and --rounds must be above 0")
    }
  }

  func run() throws {
    let names = KnownNames(aliasCount: aliases)
    let corpus = Corpus(count: articles, from: ArticleGenerator(seed: seed, names: names))
    print(
      "\(articles) articles, \(corpus.words) words, \(Figure.megabytes(corpus.bytes)), "
        + "\(aliases) aliases, \(corpus.mentions) mentions; \(rounds) rounds\n")
    var answers = AnswerSheet()
    print(try withTemporaryFolder { try measure(corpus, names, in: $0, &answers).text })
    try answers.hand(in: "stages")
  }

  private func measure(
    _ corpus: Corpus, _ names: KnownNames, in folder: URL, _ answers: inout AnswerSheet
  ) throws -> ResultTable {
    let text = folder.appendingPathComponent("all.text")
    try corpus.write(to: text)
    let wordCount = try WordCount(of: text, rounds: rounds)
    answers.expect("wc -w", "the number of words", wordCount.words, is: corpus.words)

    var report = StageReport(bytes: corpus.bytes, wordCount: wordCount.timings)
    report.add("wc -w", wordCount.timings)
    let segmentation = SegmentationBenchmark(corpus: corpus)
    report.add("segmentation", segmentation.run(rounds: rounds, answers: &answers))

    let tables = folder.appendingPathComponent("Gazetteers", isDirectory: true)
    try FileManager.default.createDirectory(at: tables, withIntermediateDirectories: true)
    try GazetteerFile.write(names, to: tables)
    let loading = LoadingBenchmark(folder: tables, names: names)
    let (gazetteer, loadingTimings) = try loading.run(rounds: rounds, answers: &answers)
    let matching = MatchingBenchmark(corpus: corpus, gazetteer: gazetteer)
    report.add("segmentation and matching", matching.run(rounds: rounds, answers: &answers))
    report.addLoading("loading \(aliases) aliases", loadingTimings)
    let compiled = folder.appendingPathComponent("all.gazetteer")
    report.addLoading("compiling them", try loading.compile(to: compiled, rounds: rounds))
    report.addLoading(
      "opening them compiled", try loading.open(compiled, rounds: rounds, answers: &answers))
    return report.table
  }
}

/// The table of the stages, a row a benchmark.
private struct StageReport {
  let bytes: Int
  let wordCount: Timings
  var table = ResultTable(
    ["benchmark", "speed", "ratio to wc -w", "median", "range", "peak memory"])

  init(bytes: Int, wordCount: Timings) {
    self.bytes = bytes
    self.wordCount = wordCount
  }

  mutating func add(_ name: String, _ timings: Timings) {
    table.add(
      [
        name, Figure.speed(bytes, in: timings.median),
        Figure.ratio(wordCount.median / timings.median),
      ] + common(timings))
  }

  mutating func addLoading(_ name: String, _ timings: Timings) {
    table.add([name, "", ""] + common(timings))
  }

  private func common(_ timings: Timings) -> [String] {
    [
      Figure.seconds(timings.median),
      Figure.seconds(timings.fastest) + " – " + Figure.seconds(timings.slowest),
      Figure.megabytes(PeakMemory.bytes),
    ]
  }
}
