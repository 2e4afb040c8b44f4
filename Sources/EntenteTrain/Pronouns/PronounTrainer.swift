import Coreference
import Evaluation
import Foundation

/// Fits the weights of the pronoun model by gradient ascent on the likelihood of the right
/// antecedents (AdaGrad, Duchi et al. 2011).
struct PronounTrainer {
  typealias Example = PronounTextReader.Example

  let seed: UInt64
  let epochs: Int
  let rate: Float
  let decay: Float

  func weights(for examples: [Example]) -> [Float] {
    var generator = SeededGenerator(seed)
    var values = [Float](repeating: 0, count: PronounModel.weightCount)
    var squares = [Float](repeating: 1e-2, count: values.count)
    for _ in 0..<epochs {
      for example in examples.shuffled(using: &generator) {
        learn(example, &values, &squares)
      }
    }
    return values
  }

  private func learn(_ example: Example, _ values: inout [Float], _ squares: inout [Float]) {
    let probabilities = PronounModel.probabilities(of: example.pronoun, weights: values)
    let mass = example.right.reduce(Float(1e-6)) { $0 + probabilities[$1] }
    var gradient: [Int: Float] = [:]
    for (index, option) in example.pronoun.options.enumerated() {
      let observed = example.right.contains(index) ? probabilities[index] / mass : 0
      for feature in option.features {
        gradient[feature, default: 0] += observed - probabilities[index]
      }
    }
    for (feature, value) in gradient {
      let pulled = value - values[feature] * decay
      squares[feature] += pulled * pulled
      values[feature] += pulled * rate / squares[feature].squareRoot()
    }
  }

  /// Examples of documents taken in turn for `folds` parts, each judged by weights of the others.
  func judged(_ documents: [[Example]], folds: Int) -> [PronounJudgement] {
    (0..<folds).flatMap { fold -> [PronounJudgement] in
      let parts = documents.enumerated()
      let weights = weights(for: parts.filter { $0.offset % folds != fold }.flatMap(\.element))
      return parts.filter { $0.offset % folds == fold }.flatMap(\.element)
        .map { PronounJudgement($0, weights: weights) }
    }
  }
}

/// What a model makes of a pronoun.
struct PronounJudgement {
  let agreement: Int
  /// Of the likeliest entity; 0 when there is none.
  let probability: Float
  let isRight: Bool
  let isNamed: Bool

  init(_ example: PronounTextReader.Example, weights: [Float]) {
    let pronoun = example.pronoun
    let best = pronoun.best(PronounModel.probabilities(of: pronoun, weights: weights))
    agreement = pronoun.agreementNumber
    probability = best?.probability ?? 0
    isRight = pronoun.options.indices.contains {
      example.right.contains($0) && pronoun.options[$0].chains == best?.chains
    }
    isNamed = example.isNamed
  }

  static func score(_ judgements: [Self], thresholds: [Float]) -> PrecisionRecall {
    let answered = judgements.filter { $0.probability >= thresholds[$0.agreement] }
    let right = answered.filter(\.isRight).count
    return PrecisionRecall(
      correct: right, spurious: answered.count - right,
      found: answered.count { $0.isRight && $0.isNamed },
      expected: judgements.count { $0.isNamed })
  }

  /// The lowest probability from which on the answers to each agreement are as precise as asked.
  static func thresholds(_ judgements: [Self], precision: Double) -> [Float] {
    (0..<PronounModel.agreements).map { agreement in
      let steps = stride(from: Float(0.4), to: 0.95, by: 0.02)
      let own = judgements.filter { $0.agreement == agreement }
      return steps.first { step in
        let answered = own.filter { $0.probability >= step }
        let right = answered.count { $0.isRight }
        return Double(right) >= precision * Double(answered.count)
      } ?? 0.95
    }
  }
}
