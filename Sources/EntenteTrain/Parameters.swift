import ModelFiles
import SyntaxParsing

/// Everything that is learnt: the dense matrices in one run, and the table of feature rows.
final class Parameters: @unchecked Sendable {
  let shape: NetworkShape
  let layout: NetworkShape.Layout
  let dense: Grid
  let rows: Grid

  /// Random matrices (uniform, scaled to fan-in and fan-out, Glorot and Bengio 2010), zero biases.
  init(_ shape: NetworkShape, rowCount: Int, seed: UInt64) {
    self.shape = shape
    layout = shape.layout
    dense = Grid(1, layout.count)
    rows = Grid(rowCount, shape.rowWidth)
    var generator = SeededGenerator(seed)
    let matrices =
      [layout.input1, layout.input2] + layout.layers.map(\.weights)
      + [layout.tags, layout.arcs, layout.labels, layout.labelOut]
    for block in matrices {
      let limit = (6 / Float(block.rows + block.columns)).squareRoot()
      fill(dense.pointer + block.offset, block.count, limit, &generator)
    }
    for block in [layout.arcDistance, layout.arcRoot, layout.labelDistance] {
      fill(dense.pointer + block.offset, block.count, 0.1, &generator)
    }
    fill(rows.pointer, rows.count, 0.1, &generator)
  }

  private func fill(
    _ pointer: UnsafeMutablePointer<Float>, _ count: Int, _ limit: Float,
    _ generator: inout SeededGenerator
  ) {
    for index in 0..<count { pointer[index] = (generator.unit() * 2 - 1) * limit }
  }
}

/// Gradients of one shard of a batch; rows that were touched are listed, each once.
final class Gradients: @unchecked Sendable {
  let dense: Grid
  let rows: Grid
  private(set) var touched: [Int32] = []
  private var isTouched: [Bool]

  init(_ parameters: Parameters) {
    dense = Grid(1, parameters.dense.count)
    rows = Grid(parameters.rows.rows, parameters.rows.columns)
    isTouched = Array(repeating: false, count: parameters.rows.rows)
  }

  func addRow(_ row: Int32, _ gradient: UnsafePointer<Float>) {
    if !isTouched[Int(row)] {
      isTouched[Int(row)] = true
      touched.append(row)
    }
    addScaled(gradient, 1, to: rows.row(Int(row)), count: rows.columns)
  }

  /// Adds `other` and empties it.
  func take(_ other: Gradients) {
    addScaled(other.dense.pointer, 1, to: dense.pointer, count: dense.count)
    for row in other.touched { addRow(row, other.rows.row(Int(row))) }
    other.clear()
  }

  func clear() {
    dense.clear()
    for row in touched {
      rows.row(Int(row)).update(repeating: 0, count: rows.columns)
      isTouched[Int(row)] = false
    }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Adam (Kingma and Ba 2015); a feature row is only moved in batches that contain it.
final class Adam {
  private let parameters: Parameters
  private let dense: (mean: Grid, square: Grid)
  private let rows: (mean: Grid, square: Grid)
  private let decay: (mean: Float, square: Float) = (0.9, 0.98)
  private var step = 0

  init(_ parameters: Parameters) {
    self.parameters = parameters
    func twin(_ grid: Grid) -> (mean: Grid, square: Grid) {
      (Grid(grid.rows, grid.columns), Grid(grid.rows, grid.columns))
    }
    dense = twin(parameters.dense)
    rows = twin(parameters.rows)
  }

  /// Moves the parameters against `gradients`, clipped to `limit` in norm, and empties these.
  func update(_ gradients: Gradients, rate: Float, limit: Float) {
    step += 1
    let norm = norm(gradients)
    let factor = norm > limit ? limit / norm : 1
    let correction = (1 - power(decay.square, step)).squareRoot() / (1 - power(decay.mean, step))
    let stepSize = rate * correction
    move(
      parameters.dense.pointer, gradients.dense.pointer, dense.mean.pointer,
      dense.square.pointer, parameters.dense.count, factor, stepSize)
    for row in gradients.touched {
      let row = Int(row)
      move(
        parameters.rows.row(row), gradients.rows.row(row), rows.mean.row(row),
        rows.square.row(row), parameters.rows.columns, factor, stepSize)
    }
    gradients.clear()
  }

  private func norm(_ gradients: Gradients) -> Float {
    var sum = squares(gradients.dense.pointer, gradients.dense.count)
    for row in gradients.touched {
      sum += squares(gradients.rows.row(Int(row)), gradients.rows.columns)
    }
    return sum.squareRoot()
  }

  private func squares(_ values: UnsafePointer<Float>, _ count: Int) -> Float {
    var sums = SIMD8<Float>()
    for index in stride(from: 0, to: count, by: 8) {
      let block = UnsafeRawPointer(values + index).loadUnaligned(as: SIMD8<Float>.self)
      sums += block * block
    }
    return sums.sum()
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Float = 1
    for _ in 0..<min(exponent, 2000) { result *= base }
    return result
  }

  private func move(
    _ values: UnsafeMutablePointer<Float>, _ gradients: UnsafePointer<Float>,
    _ means: UnsafeMutablePointer<Float>, _ squares: UnsafeMutablePointer<Float>, _ count: Int,
    _ factor: Float, _ stepSize: Float
  ) {
    for index in 0..<count {
      let gradient = gradients[index] * factor
      let mean = decay.mean * means[index] + (1 - decay.mean) * gradient
      let square = decay.square * squares[index] + (1 - decay.square) * gradient * gradient
      means[index] = mean
      squares[index] = square
      values[index] -= stepSize * mean / (square.squareRoot() + 1e-8)
    }
  }
}
