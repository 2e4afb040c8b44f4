import ModelFiles
import Testing

/// The kernels against the loops they stand for, on seeded random input.
@Suite struct KernelTests {
  /// Rows, inner size, columns: remainders of the blocks of up to eight rows and of one and two
  /// panels of columns on every side.
  static let shapes = [
    (1, 1, 1), (3, 5, 7), (4, 8, 8), (5, 16, 24), (9, 3, 17), (12, 40, 9), (15, 20, 32),
    (16, 7, 40),
  ]

  @Test(arguments: shapes) func productsMatchTheNaiveLoop(shape: (Int, Int, Int)) {
    let (rows, inner, columns) = shape
    var generator = TestGenerator(seed: UInt64(rows * 1000 + inner * 10 + columns))
    let a = (0..<rows * inner).map { _ in generator.number() }
    let b = (0..<inner * columns).map { _ in generator.number() }
    let stride = paddedColumns(columns)
    let panels = packedPanels(
      b, from: 0, rowStride: columns, columnStride: 1, inner: inner, columns: columns)
    var c = [Float](repeating: 1, count: rows * stride)
    var sums = [Float](repeating: 0, count: rows * columns)
    for isAdding in [false, true] {
      multiply(
        a, rowStride: inner, panels: panels, rows: rows, inner: inner, columns: columns,
        into: &c, stride: stride, adding: isAdding)
      for row in 0..<rows {
        for column in 0..<columns {
          for k in 0..<inner {
            sums[row * columns + column] += a[row * inner + k] * b[k * columns + column]
          }
          // The same bits, whatever the processor.
          #expect(c[row * stride + column] == sums[row * columns + column])
        }
      }
    }
  }

  @Test func sigmoidsAreClose() {
    var values: [Float] = [-100, -20, -3, -0.5, 0, 0.5, 3, 100]
    sigmoid(&values, count: 8)
    let right: [Float] = [0, 2.0612e-9, 0.0474259, 0.3775407, 0.5, 0.6224593, 0.9525741, 1]
    for (value, expected) in zip(values, right) { #expect(abs(value - expected) < 1e-6) }
  }

  @Test func softmaxSumsToOneAndReturnsTheLogarithm() {
    var scores: [Float] = [1, 2, 3, -1e9, 0.5]
    let logSum = softmax(&scores, count: 5)
    #expect(abs(scores.reduce(0, +) - 1) < 1e-6)
    #expect(scores[3] < 1e-30)
    #expect(abs(logSum - 3.46078) < 1e-4)
  }

  @Test func quantizedRowsLoseLittle() throws {
    var generator = TestGenerator(seed: 7)
    let values = (0..<80).map { _ in generator.number() } + [Float](repeating: 0, count: 8)
    var writer = ModelFileWriter()
    QuantizedRows.write(values, width: 8, to: &writer, as: "table")
    let rows = try QuantizedRows(ModelFile(bytes: writer.bytes()), "table", width: 8)
    #expect(rows.count == 11)
    for row in 0..<11 {
      let original = Array(values[row * 8..<row * 8 + 8])
      let peak = original.map(abs).max() ?? 0
      var sum = [Float](repeating: 0, count: 8)
      rows.add(row, to: &sum)
      for (value, expected) in zip(sum, original) {
        #expect(abs(value - expected) <= peak / 254 * 1.001)
      }
    }
  }

  @Test(arguments: [0, 1, 2, 1000, 5000]) func vocabularyFindsItsWordsAndNoOthers(count: Int) throws
  {
    var generator = TestGenerator(seed: UInt64(count))
    let hashes = (0..<count).map { _ in generator.next() }
    let built = HashedVocabulary(hashes)
    var writer = ModelFileWriter()
    built.write(to: &writer, as: "words")
    let read = try HashedVocabulary(ModelFile(bytes: writer.bytes()), "words")
    #expect(Set(hashes.map(built.row)).count == count)
    #expect(hashes.allSatisfy { read.row($0) == built.row($0) && read.row($0) >= 0 })
    #expect((0..<1000).allSatisfy { _ in read.row(generator.next()) == -1 })
  }
}

/// SplitMix64.
struct TestGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z &>> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z &>> 31)
  }

  /// Between -1 and 1.
  mutating func number() -> Float { Float(Int32(truncatingIfNeeded: next())) / 2_147_483_648 }
}
