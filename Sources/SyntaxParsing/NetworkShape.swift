import ModelFiles

/// The sizes of the network, and from them where each of its matrices lies among the dense
/// parameters. Trainer and parser share it; a model file carries it in the section `shape`.
package struct NetworkShape: Sendable, Equatable {
  /// A layer of the encoder; both keep the width and the sequence.
  package enum Layer: UInt32, Sendable {
    /// x + relu(W · [x before, x, x after] + b).
    case convolution = 0
    /// A simple recurrent unit (Lei et al. 2018), half of it reading each way.
    case recurrent = 1
  }

  /// Numbers a trained feature row has.
  package var rowWidth = 96
  /// Numbers a pretrained word vector has, padded to a multiple of eight.
  package var vectorWidth = 56
  /// The hidden layer of a word's own features.
  package var hidden = 160
  /// The width of the encoder.
  package var width = 128
  package var layers: [Layer] = [.convolution, .recurrent]
  /// The width in which dependents and heads are compared.
  package var arc = 64
  /// The hidden layer of the label classifier.
  package var label = 64
  /// The number of hashed feature rows after those of the words.
  package var buckets = 16_384
  /// Outputs of the tagger only training looks at (language-specific tags).
  package var auxiliaryTags = 0

  package init() {}

  /// Columns of the tagger that the parser computes: tags, then features, padded.
  package var tagColumns: Int { paddedColumns(TagLayout.count) }
  package var labelColumns: Int { paddedColumns(DependencyLabels.count) }

  /// Numbers of a word's own features.
  package var inputWidth: Int { rowWidth + vectorWidth }

  package static let distanceBuckets = 16

  /// Which of the distance rows belongs to a head `offset` tokens to the right (left if negative).
  package static func distanceBucket(_ offset: Int) -> Int {
    let side = offset > 0 ? 8 : 0
    switch abs(offset) {
    case 0...1: return side
    case 2: return side + 1
    case 3: return side + 2
    case 4: return side + 3
    case 5...6: return side + 4
    case 7...10: return side + 5
    case 11...18: return side + 6
    default: return side + 7
    }
  }

  /// A matrix among the dense parameters: rows are inputs, columns outputs.
  package struct Block: Sendable, Equatable {
    package var offset: Int
    package var rows: Int
    package var columns: Int
    package var count: Int { rows * columns }
  }

  /// All matrices, in the order in which they are stored.
  package struct Layout: Sendable {
    package var input1, inputBias1, input2, inputBias2: Block
    package var layers: [(weights: Block, bias: Block)]
    package var tags, tagBias: Block
    package var arcs, arcBias, arcDistance, arcRoot, headBias: Block
    package var labels, labelBias, labelDistance, labelOut, labelOutBias: Block
    package var count: Int
  }

  package var layout: Layout {
    var end = 0
    func block(_ rows: Int, _ columns: Int) -> Block {
      defer { end += rows * columns }
      return Block(offset: end, rows: rows, columns: columns)
    }
    let input = (
      block(inputWidth, hidden), block(1, hidden), block(hidden, width), block(1, width)
    )
    let encoder = layers.map { layer in
      switch layer {
      case .convolution: (weights: block(3 * width, width), bias: block(1, width))
      case .recurrent: (weights: block(width, 3 * width), bias: block(1, 3 * width))
      }
    }
    let allTags = tagColumns + paddedColumns(auxiliaryTags)
    let buckets = Self.distanceBuckets
    return Layout(
      input1: input.0, inputBias1: input.1, input2: input.2, inputBias2: input.3,
      layers: encoder,
      tags: block(width, allTags), tagBias: block(1, allTags),
      arcs: block(width, 2 * arc), arcBias: block(1, 2 * arc),
      arcDistance: block(buckets, arc), arcRoot: block(1, arc), headBias: block(1, arc),
      labels: block(width, 2 * label), labelBias: block(1, 2 * label),
      labelDistance: block(buckets, label),
      labelOut: block(label, labelColumns), labelOutBias: block(1, labelColumns),
      count: end)
  }

  /// The numbers of the section `shape`.
  package var numbers: [UInt32] {
    [rowWidth, vectorWidth, hidden, width, arc, label, buckets, auxiliaryTags, layers.count]
      .map(UInt32.init) + layers.map(\.rawValue)
  }

  /// Reads what `numbers` wrote; nil when it makes no network.
  package init?(_ numbers: [UInt32]) {
    guard numbers.count >= 9, numbers.allSatisfy({ $0 < 1 << 24 }) else { return nil }
    let sizes = numbers.map(Int.init)
    let kinds = numbers[9...].compactMap(Layer.init(rawValue:))
    guard kinds.count == sizes[8], numbers.count == 9 + kinds.count else { return nil }
    let widths = sizes[0...5]
    guard widths.allSatisfy({ $0 > 0 && $0.isMultiple(of: 8) && $0 <= 4096 }),
      sizes[3].isMultiple(of: 16), sizes[6] > 0, sizes[7] <= 4096, (1...16).contains(kinds.count)
    else { return nil }
    rowWidth = sizes[0]
    vectorWidth = sizes[1]
    hidden = sizes[2]
    width = sizes[3]
    arc = sizes[4]
    label = sizes[5]
    buckets = sizes[6]
    auxiliaryTags = sizes[7]
    layers = kinds
  }
}
