import DocumentModel

/// The lattices of all runs of an article with their best cuts, one behind the other: a list for each
/// run would cost more than it holds.
struct NameLattices {
  private let runs: [NameRun]
  private(set) var pieces: [NameLattice.Piece] = []
  /// Where the pieces of each run begin; one more at the end.
  private var starts: [Int] = [0]
  private var cuts: [NameLattice.Cut] = []
  /// Which of the cuts are each run's.
  private var cutRanges: [Range<Int>] = []
  private var cutter = LatticeCutter()

  init(_ runs: [NameRun]) {
    self.runs = runs
    pieces.reserveCapacity(3 * runs.count)
    cuts.reserveCapacity(2 * runs.count)
    starts.reserveCapacity(runs.count + 1)
    cutRanges.reserveCapacity(runs.count)
  }

  /// Adds a piece of the next run.
  mutating func add(_ piece: Range<Int>, _ scores: LabelScores) {
    pieces.append(NameLattice.Piece(tokens: piece, scores: scores))
  }

  /// Cuts the next run, whose pieces were added.
  mutating func cutNext() {
    starts.append(pieces.count)
    cutRanges.append(bestCut(of: cutRanges.count))
  }

  /// The pieces that a run is cut into, in order.
  func cut(_ run: Int) -> ArraySlice<NameLattice.Cut> { cuts[cutRanges[run]] }

  /// Adds to the scores of a run's pieces and cuts it again, unless there is nothing to add.
  mutating func raise(_ run: Int, by bonus: (Range<Int>) -> LabelScores?) {
    var isRaised = false
    for piece in starts[run]..<starts[run + 1] {
      guard let bonus = bonus(pieces[piece].tokens) else { continue }
      pieces[piece].scores += bonus
      isRaised = true
    }
    if isRaised { cutRanges[run] = bestCut(of: run) }
  }

  private mutating func bestCut(of run: Int) -> Range<Int> {
    let first = cuts.count
    cutter.addBest(
      of: pieces, starts[run]..<starts[run + 1], tokens: runs[run].tokens, to: &cuts)
    return first..<cuts.count
  }
}
