import ModelFiles
import SyntaxParsing

/// How much is left out at random during training.
struct Dropout {
  var input: Float
  var hidden: Float
  var layer: Float
  var output: Float
  var arc: Float
  /// A word's own row goes with probability a / (a + frequency).
  var word: Float = 1
  var vector: Float = 0.03

  /// Activations are left out at `rate`, a word's own features half as often.
  init(rate: Float) {
    input = rate / 2
    hidden = rate
    layer = rate
    output = rate
    arc = rate
  }

  static var none: Dropout {
    var result = Dropout(rate: 0)
    result.word = 0
    result.vector = 0
    return result
  }
}

/// What the parts of the loss count for.
struct LossWeights {
  var arc: Float = 1
  var label: Float = 1
  var tag: Float = 0.6
  var feature: Float = 0.2
  var auxiliary: Float = 0.3
}

/// One part of every batch: its activations, its gradient, its randomness. Shards of a batch run
/// side by side; their gradients are added up in the order of the shards.
final class Shard: @unchecked Sendable {
  let parameters: Parameters
  let gradients: Gradients
  private let types: [WordType]
  private let vectors: Grid
  let weights: LossWeights

  var generator = SeededGenerator(0)
  var dropout = Dropout.none

  var shape: NetworkShape { parameters.shape }
  var layout: NetworkShape.Layout { parameters.layout }
  var dense: UnsafeMutablePointer<Float> { parameters.dense.pointer }
  var denseGradient: UnsafeMutablePointer<Float> { gradients.dense.pointer }

  // Activations of the current sentences, one row a token.
  private(set) var sentences: [TrainingSentence] = []
  private(set) var starts: [Int] = []
  private(set) var count = 0
  private var usedRows: [[Int32]] = []
  private let input = Grid()
  private let hidden = Grid()
  private let hiddenMask = Grid()
  private let inputMask = Grid()
  private var states: [Grid] = []
  private var layerInputs: [Grid] = []
  private var layerMasks: [Grid] = []
  private var layerOutputs: [Grid] = []
  private var memories: [Grid] = []
  let output = Grid()
  private let outputMask = Grid()
  let outputGradient = Grid()
  private let panels = Grid()
  private let temporary = Grid()
  private let temporary2 = Grid()
  let heads = HeadBuffers()
  /// Sums of the parts of the loss, unweighted, and of the loss itself.
  var loss = LossParts()
  var totalLoss = 0.0

  init(_ parameters: Parameters, types: [WordType], vectors: Grid, weights: LossWeights) {
    self.parameters = parameters
    self.types = types
    self.vectors = vectors
    self.weights = weights
    gradients = Gradients(parameters)
    for _ in 0..<parameters.shape.layers.count {
      layerInputs.append(Grid())
      layerMasks.append(Grid())
      layerOutputs.append(Grid())
      memories.append(Grid())
    }
    states = (0...parameters.shape.layers.count).map { _ in Grid() }
  }

  /// Forward and backward over `sentences`; gradients are those of the summed loss times `scale`.
  func run(_ sentences: [TrainingSentence], scale: Float) {
    begin(sentences)
    guard count > 0 else { return }
    forward()
    outputGradient.reshape(count, shape.width)
    outputGradient.clear()
    tagLoss(scale: scale)
    arcLoss(scale: scale)
    labelLoss(scale: scale)
    backward()
  }

  private func begin(_ sentences: [TrainingSentence]) {
    self.sentences = sentences
    starts = []
    count = 0
    for sentence in sentences {
      starts.append(count)
      count += sentence.count
    }
  }

  // MARK: - The encoder

  private func forward() {
    gatherInput()
    affine(input, layout.input1, layout.inputBias1, into: hidden)
    rectify(hidden.pointer, count: hidden.count)
    mask(hidden, with: hiddenMask, rate: dropout.hidden)
    affine(hidden, layout.input2, layout.inputBias2, into: states[0])
    for layer in shape.layers.indices {
      layerInputs[layer].copy(states[layer])
      mask(layerInputs[layer], with: layerMasks[layer], rate: dropout.layer)
      switch shape.layers[layer] {
      case .convolution: convolve(layer)
      case .recurrent: recur(layer)
      }
    }
    output.copy(states[shape.layers.count])
    mask(output, with: outputMask, rate: dropout.output)
  }

  private func gatherInput() {
    input.reshape(count, shape.inputWidth)
    input.clear()
    usedRows.removeAll(keepingCapacity: true)
    var token = 0
    for sentence in sentences {
      for type in sentence.types {
        gather(types[Int(type)], token)
        token += 1
      }
    }
    mask(input, with: inputMask, rate: dropout.input)
  }

  private func gather(_ type: WordType, _ token: Int) {
    var rows = type.features.rows
    let rate = dropout.word / (dropout.word + Float(type.frequency) + 1e-6)
    if dropout.word > 0, generator.unit() < rate { rows[0] = unknownRow }
    let target = input.row(token)
    for row in rows {
      addScaled(parameters.rows.row(Int(row)), 1, to: target, count: shape.rowWidth)
    }
    usedRows.append(rows)
    guard type.features.vector >= 0, generator.unit() >= dropout.vector else { return }
    addScaled(
      vectors.row(Int(type.features.vector)), 1, to: target + shape.rowWidth,
      count: shape.vectorWidth)
  }

  var unknownRow: Int32 { Int32(parameters.rows.rows - shape.buckets - 1) }

  private func backward() {
    mask(outputGradient, again: outputMask)
    let gradient = outputGradient
    for layer in shape.layers.indices.reversed() {
      switch shape.layers[layer] {
      case .convolution: convolveBack(layer, gradient)
      case .recurrent: recurBack(layer, gradient)
      }
    }
    temporary.reshape(count, shape.hidden)
    affineBack(hidden, layout.input2, layout.inputBias2, gradient, into: temporary)
    mask(temporary, again: hiddenMask)
    rectifyBack(temporary, hidden)
    temporary2.reshape(count, shape.inputWidth)
    affineBack(input, layout.input1, layout.inputBias1, temporary, into: temporary2)
    mask(temporary2, again: inputMask)
    for (token, rows) in usedRows.enumerated() {
      for row in rows { gradients.addRow(row, temporary2.row(token)) }
    }
  }

  private func convolve(_ layer: Int) {
    let width = shape.width
    let windows = layerOutputs[layer]
    windows.reshape(count, 3 * width)
    gatherWindows(layerInputs[layer], windows)
    let block = layout.layers[layer]
    affine(windows, block.weights, block.bias, into: memories[layer])
    rectify(memories[layer].pointer, count: memories[layer].count)
    states[layer + 1].copy(states[layer])
    states[layer + 1].add(memories[layer])
  }

  /// `gradient` comes in as that of the layer's output and leaves as that of its input.
  private func convolveBack(_ layer: Int, _ gradient: Grid) {
    let width = shape.width
    temporary.copy(gradient)
    rectifyBack(temporary, memories[layer])
    let block = layout.layers[layer]
    affineBack(layerOutputs[layer], block.weights, block.bias, temporary, into: temporary2)
    temporary.reshape(count, width)
    temporary.clear()
    for (sentence, start) in zip(sentences, starts) {
      for row in start..<start + sentence.count {
        for (slot, source) in [row - 1, row, row + 1].enumerated()
        where source >= start && source < start + sentence.count {
          addScaled(temporary2.row(row) + slot * width, 1, to: temporary.row(source), count: width)
        }
      }
    }
    mask(temporary, again: layerMasks[layer])
    gradient.add(temporary)
  }

  private func gatherWindows(_ source: Grid, _ windows: Grid) {
    let width = shape.width
    for (sentence, start) in zip(sentences, starts) {
      for row in start..<start + sentence.count {
        for (slot, neighbour) in [row - 1, row, row + 1].enumerated() {
          let target = windows.row(row) + slot * width
          if neighbour >= start, neighbour < start + sentence.count {
            target.update(from: source.row(neighbour), count: width)
          } else {
            target.update(repeating: 0, count: width)
          }
        }
      }
    }
  }

  private func recur(_ layer: Int) {
    let width = shape.width
    let gates = layerOutputs[layer]
    let block = layout.layers[layer]
    affine(layerInputs[layer], block.weights, block.bias, into: gates)
    for row in 0..<count { sigmoid(gates.row(row) + width, count: 2 * width) }
    states[layer + 1].copy(states[layer])
    memories[layer].reshape(count, width)
    for (sentence, start) in zip(sentences, starts) {
      for half in 0..<2 {
        remember(layer, start, sentence.count, isReverse: half == 1)
      }
    }
  }

  private func remember(_ layer: Int, _ start: Int, _ length: Int, isReverse: Bool) {
    let width = shape.width
    let gates = layerOutputs[layer]
    for lane in (isReverse ? width / 2 : 0)..<(isReverse ? width : width / 2) {
      var memory: Float = 0
      for step in 0..<length {
        let row = isReverse ? start + length - 1 - step : start + step
        let gate = gates.row(row) + lane
        memory = gate[0] + gate[width] * (memory - gate[0])
        memories[layer].row(row)[lane] = memory
        let x = states[layer].row(row)[lane]
        states[layer + 1].row(row)[lane] = x + gate[2 * width] * (memory - x)
      }
    }
  }

  private func recurBack(_ layer: Int, _ gradient: Grid) {
    temporary.reshape(count, 3 * shape.width)
    for (sentence, start) in zip(sentences, starts) {
      for half in 0..<2 {
        rememberBack(layer, start, sentence.count, isReverse: half == 1, gradient)
      }
    }
    let block = layout.layers[layer]
    temporary2.reshape(count, shape.width)
    affineBack(layerInputs[layer], block.weights, block.bias, temporary, into: temporary2)
    mask(temporary2, again: layerMasks[layer])
    gradient.add(temporary2)
  }

  /// Writes the gradients of the gates' sums to `temporary`; `gradient` becomes that of the state
  /// carried past the layer.
  private func rememberBack(
    _ layer: Int, _ start: Int, _ length: Int, isReverse: Bool, _ gradient: Grid
  ) {
    let width = shape.width
    for lane in (isReverse ? width / 2 : 0)..<(isReverse ? width : width / 2) {
      var carry: Float = 0
      for step in (0..<length).reversed() {
        let row = isReverse ? start + length - 1 - step : start + step
        let before = isReverse ? row + 1 : row - 1
        let gate = layerOutputs[layer].row(row) + lane
        let (update, forget, reset) = (gate[0], gate[width], gate[2 * width])
        let memory = memories[layer].row(row)[lane]
        let previous = step == 0 ? 0 : memories[layer].row(before)[lane]
        let x = states[layer].row(row)[lane]
        let out = gradient.row(row)[lane]
        let inner = out * reset + carry
        let target = temporary.row(row) + lane
        target[0] = inner * (1 - forget)
        target[width] = inner * (previous - update) * forget * (1 - forget)
        target[2 * width] = out * (memory - x) * reset * (1 - reset)
        carry = inner * forget
        gradient.row(row)[lane] = out * (1 - reset)
      }
    }
  }

  // MARK: - Parts shared with the heads

  /// `result` = `input` · weights + bias.
  func affine(
    _ input: Grid, _ weights: NetworkShape.Block, _ bias: NetworkShape.Block, into result: Grid
  ) {
    panels.reshape(weights.rows, paddedColumns(weights.columns))
    packPanels(
      dense + weights.offset, rowStride: weights.columns, columnStride: 1, inner: weights.rows,
      columns: weights.columns, into: panels.pointer)
    result.reshape(input.rows, weights.columns)
    multiply(
      input.pointer, rowStride: input.columns, panels: panels.pointer, rows: input.rows,
      inner: weights.rows, columns: weights.columns, into: result.pointer,
      stride: weights.columns)
    addBias(
      dense + bias.offset, to: result.pointer, rows: input.rows, width: weights.columns,
      stride: weights.columns)
  }

  /// Adds the gradients of weights and bias; writes that of the input to `result`, or adds it.
  func affineBack(
    _ input: Grid, _ weights: NetworkShape.Block, _ bias: NetworkShape.Block, _ gradient: Grid,
    into result: Grid, adding: Bool = false
  ) {
    let columns = weights.columns
    for row in 0..<gradient.rows {
      addScaled(gradient.row(row), 1, to: denseGradient + bias.offset, count: columns)
    }
    panels.reshape(gradient.rows, columns)
    packPanels(
      gradient.pointer, rowStride: gradient.columns, columnStride: 1, inner: gradient.rows,
      columns: columns, into: panels.pointer)
    multiply(
      input.pointer, rowStride: 1, columnStride: input.columns, panels: panels.pointer,
      rows: weights.rows, inner: gradient.rows, columns: columns,
      into: denseGradient + weights.offset, stride: columns, adding: true)
    panels.reshape(columns, weights.rows)
    packPanels(
      dense + weights.offset, rowStride: 1, columnStride: columns, inner: columns,
      columns: weights.rows, into: panels.pointer)
    if !adding { result.reshape(gradient.rows, weights.rows) }
    multiply(
      gradient.pointer, rowStride: gradient.columns, panels: panels.pointer, rows: gradient.rows,
      inner: columns, columns: weights.rows, into: result.pointer, stride: weights.rows,
      adding: adding)
  }

  func mask(_ grid: Grid, with mask: Grid, rate: Float) {
    mask.reshape(rate > 0 ? grid.rows : 0, grid.columns)
    guard rate > 0 else { return }
    generator.fill(mask, rate: rate)
    grid.scale(by: mask)
  }

  func mask(_ grid: Grid, again mask: Grid) {
    if mask.rows > 0 { grid.scale(by: mask) }
  }

  /// Clears the gradient wherever the rectified activation is zero.
  func rectifyBack(_ gradient: Grid, _ activation: Grid) {
    for index in 0..<gradient.count where activation.pointer[index] <= 0 {
      gradient.pointer[index] = 0
    }
  }
}
