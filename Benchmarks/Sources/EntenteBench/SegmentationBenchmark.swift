import DocumentModel
import Segmentation

/// Articles cut into paragraphs, sentences and tokens.
struct SegmentationBenchmark {
  let corpus: Corpus

  /// What all documents together hold.
  private struct Counts {
    var tokenBytes = 0
    var tokens = 0
    var paragraphs = 0
    var datelines = 0
    /// Of body and deck, a dateline being one of its own.
    var sentences = 0

    mutating func add(_ document: Document) {
      for token in document.tokens { tokenBytes += token.span.count }
      tokens += document.tokens.count
      paragraphs += document.paragraphs.count
      datelines += document.paragraphs.count { $0.dateline != nil }
      sentences += document.sentences.count {
        [.body, .deck].contains(document.paragraphs[$0.paragraph].kind)
      }
    }
  }

  func run(rounds: Int, answers: inout AnswerSheet) -> Timings {
    let segmenter = Segmenter()
    var counts = Counts()
    for article in corpus.articles { counts.add(segmenter.document(for: article)) }
    verify(counts, &answers)
    var tokens = 0
    let timings = ProcessorTime.measure(rounds: rounds) {
      tokens = 0
      for article in corpus.articles { tokens += segmenter.document(for: article).tokens.count }
    }
    answers.expect("segmentation", "the same number of tokens", tokens, is: counts.tokens)
    return timings
  }

  /// Tokens cover exactly what is no white space. Sentences are as many as were written, but for
  /// the few whose end an abbreviation hides.
  private func verify(_ counts: Counts, _ answers: inout AnswerSheet) {
    let name = "segmentation"
    answers.expect(name, "the number of bytes in tokens", counts.tokenBytes, is: corpus.inkBytes)
    answers.expect(name, "the number of paragraphs", counts.paragraphs, is: corpus.paragraphs)
    answers.expect(name, "the number of datelines", counts.datelines, is: corpus.articles.count)
    answers.expect(
      name, "the number of sentences", counts.sentences - counts.datelines,
      isNear: corpus.sentences, tolerance: 0.02)
    answers.expect(name, "no word without a token", counts.tokens >= corpus.words, is: true)
  }
}
