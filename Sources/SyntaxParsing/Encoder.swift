import ModelFiles

extension SyntaxNetwork {
  /// Runs the encoder's layers over `count` states in place.
  ///
  /// `states` points at the first of `count` rows of `width` numbers; there is a row of zeros
  /// before and one after, which stay zero. `scratch` has room for `count * 3 * width` numbers.
  func encode(
    _ states: UnsafeMutablePointer<Float>, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      for (index, layer) in shape.layers.enumerated() {
        let bias = base + layout.layers[index].bias.offset
        switch layer {
        case .convolution: convolve(index, bias, states, count, scratch)
        case .recurrent: recur(index, bias, states, count, scratch)
        }
      }
    }
  }

  private func convolve(
    _ layer: Int, _ bias: UnsafePointer<Float>, _ states: UnsafeMutablePointer<Float>,
    _ count: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    packed.apply(
      packed.layers[layer], to: states - width, stride: width, rows: count, into: scratch)
    addBias(bias, to: scratch, rows: count, width: width, stride: width)
    rectify(scratch, count: count * width)
    addScaled(scratch, 1, to: states, count: count * width)
  }

  private func recur(
    _ layer: Int, _ bias: UnsafePointer<Float>, _ states: UnsafeMutablePointer<Float>,
    _ count: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    packed.apply(packed.layers[layer], to: states, stride: width, rows: count, into: scratch)
    addBias(bias, to: scratch, rows: count, width: 3 * width, stride: 3 * width)
    for row in 0..<count { sigmoid(scratch + row * 3 * width + width, count: 2 * width) }
    simpleRecurrence(
      gates: scratch, states: states, first: 0, step: 1, count: count, width: width, lanes: 0)
    simpleRecurrence(
      gates: scratch, states: states, first: count - 1, step: -1, count: count, width: width,
      lanes: width / 2)
  }
}
