import ArticleGenerator
import Foundation
import Gazetteers

/// Tables of names read from disk, ready for look-up.
struct LoadingBenchmark {
  let folder: URL
  let names: KnownNames

  /// The gazetteer, and how long it took to load.
  func run(rounds: Int, answers: inout AnswerSheet) throws -> (Gazetteer, Timings) {
    let loader = GazetteerLoader()
    var (gazetteer, warnings) = try loader.load(folders: [folder])
    let timings = try ProcessorTime.measure(rounds: rounds) {
      (gazetteer, warnings) = try loader.load(folders: [folder])
    }
    answers.expect(
      "loading", "the number of entities", gazetteer.entities.count, is: names.entities.count)
    answers.expect(
      "loading", "the number of aliases", gazetteer.aliases.count, is: names.aliasCount)
    answers.expect("loading", "the number of warnings", warnings.count, is: 0)
    return (gazetteer, timings)
  }

  /// How long it took to compile the tables into one file.
  func compile(to file: URL, rounds: Int) throws -> Timings {
    try ProcessorTime.measure(rounds: rounds) {
      _ = try Gazetteer.compile(folders: [folder], to: file)
    }
  }

  /// How long it took to open that file.
  func open(_ file: URL, rounds: Int, answers: inout AnswerSheet) throws -> Timings {
    var count = 0
    let timings = try ProcessorTime.measure(rounds: rounds) {
      count = try Gazetteer(contentsOf: file).aliases.count
    }
    answers.expect("opening", "the number of aliases", count, is: names.aliasCount)
    return timings
  }
}
