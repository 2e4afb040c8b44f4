import DocumentModel
import Gazetteers
import Recognition
import Segmentation

/// Articles cut up and searched for every name of a gazetteer.
struct MatchingBenchmark {
  let corpus: Corpus
  let gazetteer: Gazetteer

  func run(rounds: Int, answers: inout AnswerSheet) -> Timings {
    let segmenter = Segmenter()
    let matcher = PhraseMatcher(gazetteer: gazetteer)
    var found = 0
    let timings = ProcessorTime.measure(rounds: rounds) {
      found = 0
      for article in corpus.articles {
        found += matcher.matches(in: segmenter.document(for: article)).count
      }
    }
    answers.expect("matching", "the number of names found", found, is: corpus.mentions)
    return timings
  }
}
