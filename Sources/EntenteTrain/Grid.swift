import DocumentModel
import ModelFiles

/// A matrix of numbers, row by row, whose memory grows and is kept from batch to batch.
final class Grid: @unchecked Sendable {
  private(set) var pointer: UnsafeMutablePointer<Float>
  private(set) var rows = 0
  private(set) var columns = 0
  private var capacity = 8

  init(_ rows: Int = 0, _ columns: Int = 0) {
    pointer = .allocate(capacity: capacity)
    pointer.initialize(repeating: 0, count: capacity)
    reshape(rows, columns)
    clear()
  }

  deinit { pointer.deallocate() }

  var count: Int { rows * columns }

  /// Changes the shape; the content is undefined afterwards.
  func reshape(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    guard count > capacity else { return }
    pointer.deallocate()
    capacity = count
    pointer = .allocate(capacity: capacity)
    pointer.initialize(repeating: 0, count: capacity)
  }

  func clear() { pointer.update(repeating: 0, count: count) }

  func copy(_ other: Grid) {
    reshape(other.rows, other.columns)
    pointer.update(from: other.pointer, count: count)
  }

  func row(_ row: Int) -> UnsafeMutablePointer<Float> { pointer + row * columns }

  /// Multiplies by `other`, number by number.
  func scale(by other: Grid) {
    for index in 0..<count { pointer[index] *= other.pointer[index] }
  }

  func add(_ other: Grid) { addScaled(other.pointer, 1, to: pointer, count: count) }

  var array: [Float] { Array(UnsafeBufferPointer(start: pointer, count: count)) }
}

/// SplitMix64: small, fast, the same everywhere for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return StableHash.mixed(state)
  }

  /// Evenly from 0 up to, not including, 1.
  mutating func unit() -> Float { Float(next() >> 40) / 16_777_216 }

  /// Fills `mask` with 0 (at that rate) or 1 / (1 - rate).
  mutating func fill(_ mask: Grid, rate: Float) {
    let threshold = UInt64(rate * 65_536)
    let keep = 1 / (1 - rate)
    var index = 0
    while index < mask.count {
      var bits = next()
      for _ in 0..<min(4, mask.count - index) {
        mask.pointer[index] = bits & 0xFFFF < threshold ? 0 : keep
        bits >>= 16
        index += 1
      }
    }
  }
}
