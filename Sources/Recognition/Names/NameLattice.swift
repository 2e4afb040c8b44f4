import DocumentModel

/// All ways to cut one name run into names and single words that are none, with the score of each
/// piece: a semi-Markov model of order zero (after Sarawagi and Cohen 2004).
package struct NameLattice {
  /// A piece that the run may be cut into.
  package struct Piece: Sendable {
    /// Offsets from the start of the run.
    package var tokens: Range<Int>
    /// By `NameLabel`; minus infinity for what it cannot be.
    package var scores: LabelScores

    package init(tokens: Range<Int>, scores: LabelScores) {
      self.tokens = tokens
      self.scores = scores
    }
  }

  /// Tokens in the run.
  package let count: Int
  package let pieces: [Piece]

  /// - Parameter pieces: in order of their first token, among them every single one.
  package init(count: Int, pieces: [Piece]) {
    self.count = count
    self.pieces = pieces
  }

  /// The cut with the highest sum of scores.
  package func best() -> [(piece: Int, label: NameLabel)] {
    var score = [Float](repeating: -.infinity, count: count + 1)
    var choice = [(piece: Int, label: NameLabel)?](repeating: nil, count: count + 1)
    score[0] = 0
    for (index, piece) in pieces.enumerated() {
      guard let label = piece.best else { continue }
      let sum = score[piece.tokens.lowerBound] + piece.scores[label.rawValue]
      if sum > score[piece.tokens.upperBound] {
        score[piece.tokens.upperBound] = sum
        choice[piece.tokens.upperBound] = (index, label)
      }
    }
    var result: [(piece: Int, label: NameLabel)] = []
    var position = count
    while position > 0, let step = choice[position] {
      result.append(step)
      position = pieces[step.piece].tokens.lowerBound
    }
    return result.reversed()
  }
}

extension NameLattice.Piece {
  /// The likeliest label; nil when it can be nothing.
  var best: NameLabel? {
    var best: NameLabel?
    for label in NameLabel.all where scores[label.rawValue] > -.infinity {
      if best.map({ scores[$0.rawValue] < scores[label.rawValue] }) ?? true { best = label }
    }
    return best
  }
}
