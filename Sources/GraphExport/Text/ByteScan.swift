/// Looks at eight bytes at once, which a writer of hundreds of megabytes cannot do without: a scan byte
/// by byte takes a third of its time (Benchmarks/README.md).
enum ByteScan {
  private static let low: UInt64 = 0x0101_0101_0101_0101
  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Eight bytes, the first one lowest.
  @inline(__always)
  static func word(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt64 {
    let start = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped) + index
    return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self))
  }

  /// The high bit of each byte that is `byte`, where no byte has its own high bit set.
  @inline(__always)
  static func matches(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let difference = word ^ (low &* UInt64(byte))
    return ~(difference &+ (low &* 0x7F)) & high
  }

  /// Whether any of the eight bytes is `byte`.
  @inline(__always)
  static func has(_ word: UInt64, _ byte: UInt8) -> Bool {
    let difference = word ^ (low &* UInt64(byte))
    return (difference &- low) & ~difference & high != 0
  }

  /// Whether all of the eight bytes are ASCII.
  @inline(__always)
  static func isASCII(_ word: UInt64) -> Bool { word & high == 0 }

  /// Whether any of the eight bytes is below a space.
  @inline(__always)
  static func hasControl(_ word: UInt64) -> Bool { (word &- (low &* 0x20)) & ~word & high != 0 }

  @inline(__always)
  static func isEqual(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard left.count == right.count else { return false }
    var index = 0
    while index + 8 <= left.count {
      guard word(left, at: index) == word(right, at: index) else { return false }
      index += 8
    }
    while index < left.count {
      guard left[index] == right[index] else { return false }
      index += 1
    }
    return true
  }

  /// Where a byte for which `isWanted` holds stands, from `start` on; the end if there is none.
  ///
  /// - Parameter mayHold: tells for eight bytes whether one of them may be wanted.
  @inline(__always)
  static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, mayHold: (UInt64) -> Bool,
    where isWanted: (UInt8) -> Bool
  ) -> Int {
    var index = start
    while index + 8 <= bytes.count, !mayHold(word(bytes, at: index)) { index += 8 }
    // The last eight, some of them seen a second time, spare a look at each byte of the rest.
    if index + 8 > bytes.count, bytes.count >= 8, !mayHold(word(bytes, at: bytes.count - 8)) {
      return bytes.count
    }
    while index < bytes.count, !isWanted(bytes[index]) { index += 1 }
    return index
  }
}
