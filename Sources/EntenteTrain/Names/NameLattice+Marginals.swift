import Foundation
import Recognition

extension NameLattice {
  /// The logarithm of the sum over all cuts that `allows` lets through, and for each piece and label
  /// its probability among them.
  func marginals(
    where allows: (Int, NameLabel) -> Bool = { _, _ in true }
  ) -> (total: Float, probabilities: [LabelScores]) {
    let open = pieces.indices.map { index in
      NameLabel.allCases.map {
        allows(index, $0) ? pieces[index].scores[$0.rawValue] : -.infinity
      }
    }
    let sums = open.map(logSum)
    var forward = [Float](repeating: -.infinity, count: count + 1)
    var backward = forward
    forward[0] = 0
    backward[count] = 0
    for (index, piece) in pieces.enumerated() {
      let (start, end) = (piece.tokens.lowerBound, piece.tokens.upperBound)
      forward[end] = logSum([forward[end], forward[start] + sums[index]])
    }
    for index in pieces.indices.reversed() {
      let (start, end) = (pieces[index].tokens.lowerBound, pieces[index].tokens.upperBound)
      backward[start] = logSum([backward[start], backward[end] + sums[index]])
    }
    let total = forward[count]
    var probabilities = [LabelScores](repeating: .zero, count: pieces.count)
    guard total > -.infinity else { return (total, probabilities) }
    for (index, piece) in pieces.enumerated() {
      let around = forward[piece.tokens.lowerBound] + backward[piece.tokens.upperBound] - total
      for label in NameLabel.allCases {
        probabilities[index][label.rawValue] = exp(around + open[index][label.rawValue])
      }
    }
    return (total, probabilities)
  }

  private func logSum(_ values: [Float]) -> Float {
    let peak = values.max() ?? -.infinity
    guard peak > -.infinity else { return peak }
    return peak + log(values.reduce(0) { $0 + exp($1 - peak) })
  }
}
