import SyntaxParsing
import Testing

@Suite struct ShapeTests {
  @Test func shapesComeBack() {
    var shape = NetworkShape()
    shape.layers = [.convolution, .recurrent, .recurrent]
    shape.width = 64
    #expect(NetworkShape(shape.numbers) == shape)
  }

  static let nonsense: [[UInt32]] = [
    [], [1, 2, 3], [96, 56, 160, 120, 64, 64, 9, 0, 1, 0], [96, 56, 160, 128, 64, 64, 9, 0, 0],
    [96, 56, 160, 128, 64, 64, 9, 0, 1, 7], [0, 56, 160, 128, 64, 64, 9, 0, 1, 0],
    [96, 56, .max, 128, 64, 64, 9, 0, 1, 0],
  ]

  @Test(arguments: nonsense) func nonsenseIsRefused(numbers: [UInt32]) {
    #expect(NetworkShape(numbers) == nil)
  }

  @Test func matricesDoNotOverlap() {
    let layout = NetworkShape().layout
    let blocks =
      [layout.input1, layout.inputBias1, layout.input2, layout.inputBias2]
      + layout.layers.flatMap { [$0.weights, $0.bias] }
      + [
        layout.tags, layout.tagBias, layout.arcs, layout.arcBias, layout.arcDistance,
        layout.arcRoot, layout.headBias, layout.labels, layout.labelBias, layout.labelDistance,
        layout.labelOut, layout.labelOutBias,
      ]
    var end = 0
    for block in blocks {
      #expect(block.offset == end)
      end += block.count
    }
    #expect(end == layout.count)
  }
}
