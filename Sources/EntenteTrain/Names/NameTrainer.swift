import DocumentModel
import Evaluation
import Foundation
import Recognition

/// The runs of all texts with their features as numbers.
struct NameTrainingSet {
  /// A run whose features are indices of weights; -1 for features too rare to be trained.
  struct Run {
    var count: Int
    var pieces: [Piece]
  }

  struct Piece {
    var tokens: Range<Int>
    var features: [Int32]
    var allowed: Set<NameLabel>
  }

  private(set) var training: [Run] = []
  /// By file.
  private(set) var heldOut: [(file: String, runs: [Run])] = []
  /// The hash of each feature.
  private(set) var features: [UInt64] = []

  var featureCount: Int { features.count }

  /// Every tenth text of a file is held out.
  init(_ files: [[NameTextReader.Text]], includesAll: Bool) {
    var counts: [UInt64: Int32] = [:]
    for text in files.joined() {
      for feature in text.runs.flatMap({ $0.pieces }).flatMap(\.features) {
        counts[feature, default: 0] += 1
      }
    }
    features = counts.filter { $0.value > 1 }.keys.sorted()
    let indices = Dictionary(uniqueKeysWithValues: features.enumerated().map { ($1, Int32($0)) })
    for file in files {
      var held: [Run] = []
      for (index, text) in file.enumerated() {
        let runs = text.runs.map { Self.numbered($0, indices) }
        if index % 10 == 9 { held += runs }
        if index % 10 != 9 || includesAll { training += runs }
      }
      if let name = file.first?.file { heldOut.append((name, held)) }
    }
  }

  private static func numbered(_ run: NameTextReader.Run, _ indices: [UInt64: Int32]) -> Run {
    Run(
      count: run.count,
      pieces: run.pieces.map { piece in
        Piece(
          tokens: piece.tokens, features: piece.features.map { indices[$0] ?? -1 },
          allowed: piece.allowed)
      })
  }
}

/// Fits the weights of the name model to annotated runs by gradient ascent on their likelihood
/// (AdaGrad, Duchi et al. 2011); annotation that leaves several cuts open counts as their sum.
struct NameTrainer {
  private let set: NameTrainingSet
  private let rate: Float
  private let dropout: Float
  private let decay: Float
  private var generator: SeededGenerator
  private var values: [LabelScores]
  private var squares: [LabelScores]

  init(_ set: NameTrainingSet, seed: UInt64, rate: Float, dropout: Float, decay: Float) {
    self.set = set
    self.rate = rate
    self.dropout = dropout
    self.decay = decay
    generator = SeededGenerator(seed)
    values = Array(repeating: .zero, count: set.featureCount)
    squares = Array(repeating: LabelScores(repeating: 1e-2), count: set.featureCount)
  }

  /// One pass in random order; returns the mean loss of a run.
  mutating func runEpoch() -> Float {
    var order = Array(set.training.indices)
    order.shuffle(using: &generator)
    var loss: Float = 0
    for index in order { loss += learn(set.training[index]) }
    return loss / Float(max(1, order.count))
  }

  private mutating func learn(_ run: NameTrainingSet.Run) -> Float {
    let salt = generator.next()
    let lattice = lattice(run, salt: salt)
    let (free, expected) = lattice.marginals()
    let (bound, observed) = lattice.marginals { run.pieces[$0].allowed.contains($1) }
    guard bound > -.infinity else { return 0 }
    for (index, piece) in run.pieces.enumerated() {
      let gradient = observed[index] - expected[index]
      guard (gradient * gradient).sum() > 1e-6 else { continue }
      for feature in piece.features where isKept(feature, salt) {
        update(Int(feature), by: gradient)
      }
    }
    return free - bound
  }

  private mutating func update(_ feature: Int, by gradient: LabelScores) {
    let pulled = gradient - values[feature] * (decay * 0.01)
    squares[feature] += pulled * pulled
    values[feature] += pulled * rate / squares[feature].squareRoot()
  }

  private func isKept(_ feature: Int32, _ salt: UInt64) -> Bool {
    guard feature >= 0 else { return false }
    guard dropout > 0, salt > 0 else { return true }
    let draw = StableHash.mixed(UInt64(feature) &+ salt) >> 40
    return Float(draw) >= dropout * Float(1 << 24)
  }

  private func lattice(_ run: NameTrainingSet.Run, salt: UInt64) -> NameLattice {
    let scale = salt > 0 ? 1 / (1 - dropout) : 1
    let pieces = run.pieces.map { piece in
      var sum = LabelScores.zero
      for feature in piece.features where isKept(feature, salt) { sum += values[Int(feature)] }
      sum *= scale
      if piece.tokens.count > 1 { sum[NameLabel.none.rawValue] = -.infinity }
      for column in NameLabel.count..<sum.scalarCount { sum[column] = 0 }
      return NameLattice.Piece(tokens: piece.tokens, scores: sum)
    }
    return NameLattice(count: run.count, pieces: pieces)
  }

  // MARK: Results

  /// The weights with at least one number above `threshold`.
  func weights(above threshold: Float) -> [(feature: UInt64, values: [Float])] {
    zip(set.features, values).compactMap { feature, value in
      let numbers = (0..<NameLabel.count).map { value[$0] }
      return numbers.contains { abs($0) > threshold } ? (feature, numbers) : nil
    }
  }

  /// Typed spans on what was held out, a line a file.
  func scores() -> [String] {
    var total = PrecisionRecall()
    var lines = set.heldOut.map { file, runs in
      let sum = runs.reduce(PrecisionRecall()) { $0 + score($1) }
      total = total + sum
      return line(file, sum)
    }
    lines.append(line("all held out", total))
    return lines
  }

  private func score(_ run: NameTrainingSet.Run) -> PrecisionRecall {
    let kinds: Set<NameLabel> = [.person, .organisation, .place]
    let lattice = lattice(run, salt: 0)
    let gold = Set(
      run.pieces.enumerated().flatMap { index, piece in
        piece.allowed.intersection(kinds).map { [index, $0.rawValue] }
      })
    let found = Set(
      lattice.best().filter { kinds.contains($0.label) }.map { [$0.piece, $0.label.rawValue] })
    let correct = gold.intersection(found).count
    return PrecisionRecall(
      correct: correct, spurious: found.count - correct, found: correct, expected: gold.count)
  }

  private func line(_ name: String, _ score: PrecisionRecall) -> String {
    let figures = [score.precision, score.recall, score.f1].map { String(format: "%.3f", $0) }
    return "\(name): typed spans P \(figures[0]) R \(figures[1]) F1 \(figures[2])"
  }
}
