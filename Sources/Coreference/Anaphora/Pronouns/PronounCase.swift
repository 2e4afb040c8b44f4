/// Indices of weights, in the place where they are: lists of their own would cost more than they hold.
package struct PronounFeatures: Sendable, RandomAccessCollection {
  private var weights = InlineArray<20, Int16>(repeating: 0)
  package private(set) var endIndex = 0

  package var startIndex: Int { 0 }

  package subscript(position: Int) -> Int { Int(weights[position]) }

  mutating func append(_ index: Int) {
    weights[endIndex] = Int16(index)
    endIndex += 1
  }
}

/// What a pronoun may stand for, with the evidence for each.
package struct PronounCase: Sendable {
  package struct Option: Sendable {
    /// What it would refer to; empty for a common noun and for nothing that the text names.
    package var chains: [Int]
    /// The head of the antecedent; nil for nothing that the text names.
    package var token: Int?
    /// Indices of the weights that speak for or against it.
    package var features: PronounFeatures
  }

  /// The pronoun.
  package var token: Int
  /// The latest antecedent first; "nothing" is the last.
  package var options: [Option]
  var agreement: Pronoun.Agreement

  package var agreementNumber: Int { agreement.rawValue }

  /// The likeliest entities, the probabilities of all options that lead to them added up.
  package func best(_ probabilities: [Float]) -> (chains: [Int], probability: Float)? {
    var best: (option: Int, probability: Float)?
    for option in options.indices where !options[option].chains.isEmpty {
      let chains = options[option].chains
      guard !options[..<option].contains(where: { $0.chains == chains }) else { continue }
      var sum: Float = 0
      for other in option..<options.count where options[other].chains == chains {
        sum += probabilities[other]
      }
      if best.map({ sum > $0.probability }) ?? true { best = (option, sum) }
    }
    return best.map { (options[$0.option].chains, $0.probability) }
  }
}
