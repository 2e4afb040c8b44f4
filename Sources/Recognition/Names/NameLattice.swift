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
    if count == 1, let label = pieces[0].best { return [(0, label)] }
    var ends = [End](repeating: End(), count: count + 1)
    ends[0].score = 0
    for (index, piece) in pieces.enumerated() {
      guard let label = piece.best else { continue }
      let sum = ends[piece.tokens.lowerBound].score + piece.scores[label.rawValue]
      if sum > ends[piece.tokens.upperBound].score {
        ends[piece.tokens.upperBound] = End(score: sum, piece: index, label: label)
      }
    }
    var result: [(piece: Int, label: NameLabel)] = []
    var position = count
    while position > 0, let piece = ends[position].piece {
      result.append((piece, ends[position].label))
      position = pieces[piece].tokens.lowerBound
    }
    result.reverse()
    return result
  }

  /// The best cut of the tokens before a place, by its last piece.
  private struct End {
    var score = -Float.infinity
    var piece: Int?
    var label = NameLabel.none
  }
}

extension NameLattice.Piece {
  /// The likeliest label; nil when it can be nothing.
  var best: NameLabel? {
    var best = NameLabel.person
    for label in NameLabel.all where scores[label.rawValue] > scores[best.rawValue] { best = label }
    return scores[best.rawValue] > -.infinity ? best : nil
  }
}
