/// Runs of bytes of one kind, eight bytes at a time: the end of a run is found without a branch a
/// byte. Every load lies inside the span.
extension Span<UInt8> {
  /// The end of the ASCII letters from `start`, at most `end`.
  @inline(__always)
  func lettersEnd(from start: Int, before end: Int) -> Int {
    var index = start
    while index &+ 8 <= end {
      let others = Self.others(
        in: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      if others != 0 { return index &+ others.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < end, self[index].isASCIILetter { index += 1 }
    return index
  }

  /// The first byte from `start` that is a control character below 0x0E or not ASCII.
  @inline(__always)
  func plainEnd(from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index &+ 8 <= count {
      let word = UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
      let isPlain = ((word & ~high) &+ 0x7272_7272_7272_7272) & ~word & high
      if isPlain != high { return index &+ (~isPlain & high).trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count, self[index] >= 0x0E, self[index] < 0x80 { index += 1 }
    return index
  }

  /// The high bit of every byte that is no ASCII letter, the first byte lowest.
  @inline(__always)
  private static func others(in word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let bytes = UInt64(littleEndian: word)
    let lower = (bytes | 0x2020_2020_2020_2020) & ~high
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = lower &+ 0x0505_0505_0505_0505
    return ~(fromA & ~afterZ & ~bytes) & high
  }
}
