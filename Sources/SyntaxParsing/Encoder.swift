import ModelFiles

extension SyntaxNetwork {
  /// Runs the encoder's layers over the states in `workspace`, in place. Its scratch holds what
  /// the first layer makes of each word (see `embed`), and is overwritten.
  func encode(_ workspace: SyntaxWorkspace) {
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      let firstBias = base + layout.layers[0].bias.offset
      switch shape.layers[0] {
      case .convolution:
        for sentence in workspace.sentences { convolve(workspace, sentence.rows, firstBias) }
      case .recurrent: recur(workspace)
      }
      for index in 1..<max(1, shape.layers.count) {
        let bias = base + layout.layers[index].bias.offset
        switch shape.layers[index] {
        case .convolution: convolve(workspace, layer: index, bias)
        case .recurrent: recur(workspace, layer: index, bias)
        }
      }
    }
  }

  /// The first convolution, from each word's contributions to its right neighbour, itself and its
  /// left one.
  private func convolve(
    _ workspace: SyntaxWorkspace, _ rows: Range<Int>, _ bias: UnsafePointer<Float>
  ) {
    let width = shape.width
    for row in rows {
      let word = workspace.scratch + row * 3 * width
      addRectified(
        bias, word + width, row > rows.lowerBound ? word - 3 * width : nil,
        row + 1 < rows.upperBound ? word + 5 * width : nil,
        to: workspace.states + row * width, count: width)
    }
  }

  /// A later convolution: the three parts of its matrix are applied to all rows one by one.
  private func convolve(
    _ workspace: SyntaxWorkspace, layer: Int, _ bias: UnsafePointer<Float>
  ) {
    packed.apply(
      packed.layers[layer - 1], to: workspace.states, stride: shape.width, rows: workspace.count,
      into: workspace.scratch)
    for sentence in workspace.sentences { convolve(workspace, sentence.rows, bias) }
  }

  private func recur(_ workspace: SyntaxWorkspace, layer: Int, _ bias: UnsafePointer<Float>) {
    let width = shape.width
    let gates = workspace.scratch
    let count = workspace.count
    packed.apply(
      packed.layers[layer - 1], to: workspace.states, stride: width, rows: count, into: gates)
    addBias(bias, to: gates, rows: count, width: 3 * width, stride: 3 * width)
    for row in 0..<count { sigmoid(gates + row * 3 * width + width, count: 2 * width) }
    recur(workspace)
  }

  private func recur(_ workspace: SyntaxWorkspace) {
    let width = shape.width
    for sentence in workspace.sentences {
      let states = workspace.states + sentence.rows.lowerBound * width
      let gates = workspace.scratch + sentence.rows.lowerBound * 3 * width
      let count = sentence.rows.count
      simpleRecurrence(
        gates: gates, states: states, first: 0, step: 1, count: count, width: width, lanes: 0)
      simpleRecurrence(
        gates: gates, states: states, first: count - 1, step: -1, count: count, width: width,
        lanes: width / 2)
    }
  }
}
