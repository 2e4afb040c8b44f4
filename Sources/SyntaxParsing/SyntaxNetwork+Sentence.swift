import ModelFiles

extension SyntaxNetwork {
  /// Computes tag scores, heads and labels of the sentences in `workspace`.
  func run(_ workspace: SyntaxWorkspace) {
    workspace.reserve()
    workspace.words.fill(workspace, self)
    encode(workspace)
    project(workspace)
    for sentence in workspace.sentences {
      let scores = ArcScores(workspace, sentence.rows, self)
      TreeDecoder(scores).decode(into: &workspace.heads, from: sentence.rows.lowerBound)
    }
    classify(workspace)
  }

  /// From states to tag scores and to what arcs and labels are computed from.
  private func project(_ workspace: SyntaxWorkspace) {
    let count = workspace.count
    let states = workspace.states
    let arc = shape.arc
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      func apply(
        _ matrix: PackedMatrices.Matrix, _ bias: NetworkShape.Block,
        _ output: UnsafeMutablePointer<Float>
      ) {
        packed.apply(matrix, to: states, stride: shape.width, rows: count, into: output)
        let width = paddedColumns(matrix.columns)
        addBias(base + bias.offset, to: output, rows: count, width: width, stride: width)
      }
      apply(packed.tags, layout.tagBias, workspace.tagScores)
      apply(packed.arcs, layout.arcBias, workspace.arcs)
      apply(packed.labels, layout.labelBias, workspace.labelInputs)
      for row in 0..<count { rectify(workspace.arcs + row * 2 * arc, count: arc) }
      addBias(
        base + layout.headBias.offset, to: workspace.arcs, rows: count, width: arc,
        stride: 2 * arc)
    }
  }

  /// Chooses the label of every arc in `workspace.heads`.
  private func classify(_ workspace: SyntaxWorkspace) {
    let count = workspace.count
    let width = shape.label
    let hidden = workspace.scratch
    let scores = hidden + count * width
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      for row in 0..<count {
        let head = Int(workspace.heads[row])
        let target = hidden + row * width
        target.update(from: workspace.labelInputs + row * 2 * width, count: width)
        guard head >= 0 else { continue }
        addScaled(workspace.labelInputs + head * 2 * width + width, 1, to: target, count: width)
        let bucket = NetworkShape.distanceBucket(head - row)
        addScaled(
          base + layout.labelDistance.offset + bucket * width, 1, to: target, count: width)
      }
      rectify(hidden, count: count * width)
      let columns = shape.labelColumns
      packed.apply(packed.labelOut, to: hidden, stride: width, rows: count, into: scores)
      addBias(
        base + layout.labelOutBias.offset, to: scores, rows: count, width: columns,
        stride: columns)
      for row in 0..<count {
        workspace.labels[row] = UInt8(
          TagLayout.best(scores + row * columns, 0..<DependencyLabels.count))
      }
    }
  }
}
