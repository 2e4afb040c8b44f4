import ModelFiles

/// The trained network, ready to run: tables mapped, matrices packed for the kernels.
///
/// A word's features are added up (hashed rows as in Bohnet et al. 2018's lexical input, beside
/// GloVe vectors, Pennington et al. 2014) and go through one hidden layer; layers of convolution
/// and of simple recurrent units (Lei et al. 2018) read the sentence. Tags are chosen from the
/// encoder's state; every pair of tokens gets a score as head and dependent (after Dozat and
/// Manning 2017, with a product of rank `arc` and a term for distance).
struct SyntaxNetwork: Sendable {
  let shape: NetworkShape
  let extractor: WordFeatureExtractor
  private let rows: QuantizedRows
  private let vectors: QuantizedRows
  let dense: [Float]
  let layout: NetworkShape.Layout
  let packed: PackedMatrices

  init(_ file: ModelFile) throws(ModelFileError) {
    guard let shape = NetworkShape(try file.array("shape", of: UInt32.self)) else {
      throw ModelFileError(file.origin, .corrupt("the network's shape makes no sense"))
    }
    guard try file.lines("labels") == SyntaxLabels.names else {
      throw ModelFileError(file.origin, .corrupt("it was trained for other labels"))
    }
    self.shape = shape
    layout = shape.layout
    dense = try file.array("dense", of: Float.self)
    extractor = WordFeatureExtractor(
      words: try HashedVocabulary(file, "words"), vectors: try HashedVocabulary(file, "vectors"),
      buckets: shape.buckets)
    rows = try QuantizedRows(file, "features", width: shape.rowWidth)
    vectors = try QuantizedRows(file, "vector", width: shape.vectorWidth)
    guard dense.count == layout.count, rows.count == extractor.rowCount,
      vectors.count == extractor.vectors.count
    else {
      throw ModelFileError(file.origin, .corrupt("the network's tables do not fit its shape"))
    }
    packed = PackedMatrices(dense, shape)
  }

  /// Writes the sum of the word's feature rows and its vector, `inputWidth` numbers, to `input`.
  func gather(_ word: [UInt8], into input: UnsafeMutablePointer<Float>) {
    input.update(repeating: 0, count: shape.inputWidth)
    let features = extractor.features(of: word)
    for row in features.rows { rows.add(Int(row), to: input) }
    if features.vector >= 0 {
      vectors.add(Int(features.vector), to: input + shape.rowWidth)
    }
  }

  /// Computes for `count` words what depends on the word alone: `4 * width` numbers each, the
  /// encoder's input and what the first layer makes of it (see `PackedMatrices.first`).
  ///
  /// `scratch` has room for `count * max(hidden, 3 * width)` numbers.
  func embed(
    _ inputs: UnsafePointer<Float>, count: Int, into outputs: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutablePointer<Float>
  ) {
    let width = shape.width
    dense.withUnsafeBufferPointer { dense in
      guard let base = dense.baseAddress else { return }
      packed.apply(
        packed.input1, to: inputs, stride: shape.inputWidth, rows: count, into: scratch)
      addBias(
        base + layout.inputBias1.offset, to: scratch, rows: count, width: shape.hidden,
        stride: shape.hidden)
      rectify(scratch, count: count * shape.hidden)
      packed.apply(
        packed.input2, to: scratch, stride: shape.hidden, rows: count, into: outputs,
        outputStride: 4 * width)
      addBias(
        base + layout.inputBias2.offset, to: outputs, rows: count, width: width,
        stride: 4 * width)
      packed.apply(
        packed.first, to: outputs, stride: 4 * width, rows: count, into: outputs + width,
        outputStride: 4 * width)
      guard shape.layers[0] == .recurrent else { return }
      addBias(
        base + layout.layers[0].bias.offset, to: outputs + width, rows: count,
        width: 3 * width, stride: 4 * width)
      for row in 0..<count {
        sigmoid(outputs + row * 4 * width + 2 * width, count: 2 * width)
      }
    }
  }
}

/// The matrices of a network in panels, one after the other.
struct PackedMatrices: Sendable {
  struct Matrix: Sendable {
    var offset: Int
    var inner: Int
    var columns: Int
  }

  private(set) var numbers: [Float] = []
  let input1, input2, tags, arcs, labels, labelOut, distances: Matrix
  /// The first layer as one matrix of `3 * width` columns: the three gates of a recurrent layer,
  /// or a convolution's weights for a word seen from its right neighbour, itself and its left one.
  let first: Matrix
  /// The layers after the first, of the same form.
  let layers: [Matrix]

  init(_ dense: [Float], _ shape: NetworkShape) {
    let layout = shape.layout
    var numbers: [Float] = []
    func pack(
      _ block: NetworkShape.Block, columns: Int? = nil, transposed: Bool = false
    ) -> Matrix {
      let inner = transposed ? block.columns : block.rows
      let outer = columns ?? (transposed ? block.rows : block.columns)
      let matrix = Matrix(offset: numbers.count, inner: inner, columns: outer)
      numbers += packedPanels(
        dense, from: block.offset, rowStride: transposed ? 1 : block.columns,
        columnStride: transposed ? block.columns : 1, inner: inner, columns: outer)
      return matrix
    }
    input1 = pack(layout.input1)
    input2 = pack(layout.input2)
    func pack(layer index: Int) -> Matrix {
      var block = layout.layers[index].weights
      guard shape.layers[index] == .convolution else { return pack(block) }
      // Three matrices under each other become three beside each other.
      block.rows = shape.width
      let matrix = Matrix(offset: numbers.count, inner: shape.width, columns: 3 * shape.width)
      for _ in 0..<3 {
        _ = pack(block)
        block.offset += block.count
      }
      return matrix
    }
    first = pack(layer: 0)
    layers = shape.layers.indices.dropFirst().map { pack(layer: $0) }
    tags = pack(layout.tags, columns: shape.tagColumns)
    arcs = pack(layout.arcs)
    distances = pack(layout.arcDistance, transposed: true)
    labels = pack(layout.labels)
    labelOut = pack(layout.labelOut)
    self.numbers = numbers
  }

  /// Writes input · matrix to `output`, whose rows follow one another without a gap unless
  /// `outputStride` says otherwise.
  func apply(
    _ matrix: Matrix, to input: UnsafePointer<Float>, stride: Int, rows: Int,
    into output: UnsafeMutablePointer<Float>, outputStride: Int? = nil
  ) {
    numbers.withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      multiply(
        input, rowStride: stride, panels: base + matrix.offset, rows: rows, inner: matrix.inner,
        columns: matrix.columns, into: output,
        stride: outputStride ?? paddedColumns(matrix.columns))
    }
  }
}
