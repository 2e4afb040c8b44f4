import ModelFiles

extension SyntaxNetwork {
  /// Runs the encoder's layers over `count` states in place.
  ///
  /// `states` points at the first of `count` rows of `width` numbers; there is a row of zeros
  /// before and one after, which stay zero. `scratch` holds what the first layer makes of each
  /// word (see `embed`), `count * 3 * width` numbers, and is overwritten.
  func encode(
    _ states: UnsafeMutablePointer<Float>, count: Int, scratch: UnsafeMutablePointer<Float>
  ) {
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      switch shape.layers[0] {
      case .convolution:
        convolveWords(base + layout.layers[0].bias.offset, states, count, scratch)
      case .recurrent: recur(states, count, gates: scratch)
      }
      for index in 1..<max(1, shape.layers.count) {
        let bias = base + layout.layers[index].bias.offset
        switch shape.layers[index] {
        case .convolution: convolve(index, bias, states, count, scratch)
        case .recurrent: recur(index, bias, states, count, scratch)
        }
      }
    }
  }

  /// The first convolution, from each word's contributions to its right neighbour, itself and its
  /// left one.
  private func convolveWords(
    _ bias: UnsafePointer<Float>, _ states: UnsafeMutablePointer<Float>, _ count: Int,
    _ words: UnsafePointer<Float>
  ) {
    let width = shape.width
    for row in 0..<count {
      let word = words + row * 3 * width
      addRectified(
        bias, word + width, row > 0 ? word - 3 * width : nil,
        row + 1 < count ? word + 5 * width : nil, to: states + row * width, count: width)
    }
  }

  private func convolve(
    _ layer: Int, _ bias: UnsafePointer<Float>, _ states: UnsafeMutablePointer<Float>,
    _ count: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    packed.apply(
      packed.layers[layer - 1], to: states - width, stride: width, rows: count, into: scratch)
    addBias(bias, to: scratch, rows: count, width: width, stride: width)
    rectify(scratch, count: count * width)
    addScaled(scratch, 1, to: states, count: count * width)
  }

  private func recur(
    _ layer: Int, _ bias: UnsafePointer<Float>, _ states: UnsafeMutablePointer<Float>,
    _ count: Int, _ scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    packed.apply(packed.layers[layer - 1], to: states, stride: width, rows: count, into: scratch)
    addBias(bias, to: scratch, rows: count, width: 3 * width, stride: 3 * width)
    for row in 0..<count { sigmoid(scratch + row * 3 * width + width, count: 2 * width) }
    recur(states, count, gates: scratch)
  }

  private func recur(
    _ states: UnsafeMutablePointer<Float>, _ count: Int, gates: UnsafePointer<Float>
  ) {
    let width = shape.width
    simpleRecurrence(
      gates: gates, states: states, first: 0, step: 1, count: count, width: width, lanes: 0)
    simpleRecurrence(
      gates: gates, states: states, first: count - 1, step: -1, count: count, width: width,
      lanes: width / 2)
  }
}
