import ModelFiles
import SyntaxParsing

/// Compares the gradients of a tiny network with differences of its loss.
enum GradientCheck {
  /// The error, relative to the gradient's size, that nineteen in twenty of the parameters drawn
  /// at random stay under. Of the rest some stand where a rectifier bends, where differences say
  /// nothing.
  static func error(seed: UInt64, draws: Int) -> Float {
    var shape = NetworkShape()
    shape.rowWidth = 8
    shape.vectorWidth = 8
    shape.hidden = 16
    shape.width = 16
    shape.layers = [.convolution, .recurrent]
    shape.arc = 8
    shape.label = 8
    shape.buckets = 8
    shape.auxiliaryTags = 3
    var generator = SeededGenerator(seed)
    let parameters = Parameters(shape, rowCount: 20, seed: seed)
    for index in 0..<parameters.dense.count {
      parameters.dense.pointer[index] += (generator.unit() - 0.5) * 0.2
    }
    for index in 0..<parameters.rows.count {
      parameters.rows.pointer[index] = generator.unit() * 2 - 1
    }
    let vectors = Grid(4, 8)
    for index in 0..<vectors.count { vectors.pointer[index] = generator.unit() - 0.5 }
    let types = (0..<12).map { (index: Int32) -> WordType in
      let features = WordFeatures(rows: [index, 19 - index], vector: index % 4)
      return WordType(features: features, frequency: 3)
    }
    let shard = Shard(parameters, types: types, vectors: vectors, weights: LossWeights())
    shard.dropout = Dropout.none
    let sentences = [sentence(5, &generator), sentence(3, &generator), sentence(1, &generator)]
    shard.run(sentences, scale: 1)
    let analytic = shard.gradients.dense.array
    let rows = shard.gradients.rows.array
    var errors: [Float] = []
    func check(_ pointer: UnsafeMutablePointer<Float>, _ gradient: Float) {
      let old = pointer.pointee
      func loss(_ value: Float) -> Double {
        pointer.pointee = value
        shard.gradients.clear()
        shard.totalLoss = 0
        shard.run(sentences, scale: 1)
        return shard.totalLoss
      }
      let numeric = Float((loss(old + 0.004) - loss(old - 0.004)) / 0.008)
      pointer.pointee = old
      errors.append(abs(numeric - gradient) / (0.1 + abs(numeric) + abs(gradient)))
    }
    for _ in 0..<draws {
      let index = Int(generator.next() % UInt64(analytic.count))
      check(parameters.dense.pointer + index, analytic[index])
    }
    for _ in 0..<draws / 4 {
      let index = Int(generator.next() % UInt64(rows.count))
      check(parameters.rows.pointer + index, rows[index])
    }
    return errors.sorted()[errors.count * 19 / 20]
  }

  private static func sentence(
    _ count: Int, _ generator: inout SeededGenerator
  ) -> TrainingSentence {
    TrainingSentence(
      types: (0..<count).map { _ in Int32(generator.next() % 12) },
      tags: (0..<count).map { _ in
        TagLayout.ranges.map { Int32(generator.next() % UInt64($0.count)) } + [1]
      },
      heads: (0..<count).map { $0 == 0 ? -1 : Int32(generator.next() % UInt64($0)) },
      labels: (0..<count).map { $0 == 0 ? -1 : Int32(generator.next() % 40) })
  }
}
