import CKernels

/// Replaces `count` numbers by 1 / (1 + e^-x).
public func sigmoid(_ values: UnsafeMutablePointer<Float>, count: Int) {
  entente_sigmoid(values, count)
}

/// Replaces `count` numbers (a multiple of eight) by max(x, 0).
public func rectify(_ values: UnsafeMutablePointer<Float>, count: Int) {
  let zero = SIMD8<Float>()
  var index = 0
  while index < count {
    let x = load8(values + index)
    store8(x.replacing(with: zero, where: x .< zero), values + index)
    index += 8
  }
}

/// `target += max(a + b + c + d, 0)`, `count` numbers (a multiple of eight); a missing one is zero.
public func addRectified(
  _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafePointer<Float>?,
  _ d: UnsafePointer<Float>?, to target: UnsafeMutablePointer<Float>, count: Int
) {
  let zero = SIMD8<Float>()
  var index = 0
  while index < count {
    var sum = load8(a + index) + load8(b + index)
    if let c { sum += load8(c + index) }
    if let d { sum += load8(d + index) }
    store8(load8(target + index) + sum.replacing(with: zero, where: sum .< zero), target + index)
    index += 8
  }
}

/// Adds the row `bias` of `width` numbers (a multiple of eight) to each row of `values`.
public func addBias(
  _ bias: UnsafePointer<Float>, to values: UnsafeMutablePointer<Float>, rows: Int, width: Int,
  stride: Int
) {
  for row in 0..<rows {
    let target = values + row * stride
    var index = 0
    while index < width {
      store8(load8(target + index) + load8(bias + index), target + index)
      index += 8
    }
  }
}

/// `target += source · factor`, `count` numbers (a multiple of eight).
public func addScaled(
  _ source: UnsafePointer<Float>, _ factor: Float, to target: UnsafeMutablePointer<Float>,
  count: Int
) {
  var index = 0
  while index < count {
    store8(load8(target + index) + load8(source + index) * factor, target + index)
    index += 8
  }
}

/// Turns `count` scores into probabilities in place; returns the logarithm of their sum.
@discardableResult
public func softmax(_ scores: UnsafeMutablePointer<Float>, count: Int) -> Float {
  var peak = -Float.infinity
  for index in 0..<count { peak = max(peak, scores[index]) }
  for index in 0..<count { scores[index] -= peak }
  entente_exponential(scores, count)
  var sum: Float = 0
  for index in 0..<count { sum += scores[index] }
  for index in 0..<count { scores[index] /= sum }
  return sum.logarithm + peak
}

extension Float {
  /// The natural logarithm of a positive number, from its exponent and atanh's series.
  var logarithm: Float {
    let m = significand > 1.414_213_6 ? significand / 2 : significand
    let e = Float(significand > 1.414_213_6 ? exponent + 1 : exponent)
    let t = Double((m - 1) / (m + 1))
    let square = t * t
    let series = 1 + square * (1.0 / 3 + square * (0.2 + square * (1.0 / 7 + square / 9)))
    return Float(2 * t * series + Double(e) * 0.693_147_180_559_945_3)
  }
}

/// One direction of a simple recurrent unit (Lei et al. 2018) over `count` rows, in place:
/// c = f · c + (1 - f) · u and x = r · c + (1 - r) · x, for `width / 2` numbers from `lanes` on.
///
/// A row of `gates` holds u, f and r, `width` numbers each; the gates are sigmoids already.
public func simpleRecurrence(
  gates: UnsafePointer<Float>, states: UnsafeMutablePointer<Float>, first: Int, step: Int,
  count: Int, width: Int, lanes: Int
) {
  var lane = lanes
  while lane < lanes + width / 2 {
    var memory = SIMD8<Float>()
    var row = first
    for _ in 0..<count {
      let gate = gates + row * 3 * width + lane
      let state = states + row * width + lane
      let update = load8(gate)
      let forget = load8(gate + width)
      let reset = load8(gate + 2 * width)
      memory = update + forget * (memory - update)
      let x = load8(state)
      store8(x + reset * (memory - x), state)
      row += step
    }
    lane += 8
  }
}
