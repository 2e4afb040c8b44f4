import DocumentModel

/// All ways to cut one name run into names and single words that are none, with the score of each
/// piece: a semi-Markov model of order zero (after Sarawagi and Cohen 2004).
package struct NameLattice {
  /// A piece that the run may be cut into.
  package struct Piece: Sendable {
    /// Offsets from the start of the run; in `NameLattices` those of the document.
    package var tokens: Range<Int>
    /// By `NameLabel`; minus infinity for what it cannot be.
    package var scores: LabelScores

    package init(tokens: Range<Int>, scores: LabelScores) {
      self.tokens = tokens
      self.scores = scores
    }
  }

  /// A piece that a run is cut into, by its index.
  package typealias Cut = (piece: Int, label: NameLabel)

  /// Tokens in the run.
  package let count: Int
  package let pieces: [Piece]

  /// - Parameter pieces: in order of their first token, among them every single one.
  package init(count: Int, pieces: [Piece]) {
    self.count = count
    self.pieces = pieces
  }

  /// The cut with the highest sum of scores.
  package func best() -> [Cut] {
    var cutter = LatticeCutter()
    var cuts: [Cut] = []
    cutter.addBest(of: pieces, pieces.indices, tokens: 0..<count, to: &cuts)
    return cuts
  }
}

/// Cuts runs where the sum of scores is highest, each in the same room.
struct LatticeCutter {
  /// By place between tokens, from the start of the run.
  private var ends: [End] = []

  /// The best cut of the tokens before a place, by its last piece.
  private struct End {
    var score = -Float.infinity
    var piece: Int?
    var label = NameLabel.none
  }

  /// Adds the best cut of a run.
  /// - Parameters:
  ///   - own: which pieces are the run's.
  ///   - tokens: those of the run.
  mutating func addBest(
    of pieces: [NameLattice.Piece], _ own: Range<Int>, tokens: Range<Int>,
    to cuts: inout [NameLattice.Cut]
  ) {
    if tokens.count == 1, let piece = own.first, let label = pieces[piece].best {
      cuts.append((piece, label))
      return
    }
    let start = tokens.lowerBound
    ends.removeAll(keepingCapacity: true)
    for _ in 0...tokens.count { ends.append(End()) }
    ends[0].score = 0
    for index in own {
      guard let label = pieces[index].best else { continue }
      let piece = pieces[index].tokens
      let sum = ends[piece.lowerBound - start].score + pieces[index].scores[label.rawValue]
      if sum > ends[piece.upperBound - start].score {
        ends[piece.upperBound - start] = End(score: sum, piece: index, label: label)
      }
    }
    let first = cuts.count
    var position = tokens.count
    while position > 0, let piece = ends[position].piece {
      cuts.append((piece, ends[position].label))
      position = pieces[piece].tokens.lowerBound - start
    }
    cuts[first...].reverse()
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
