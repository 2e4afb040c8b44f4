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
}
