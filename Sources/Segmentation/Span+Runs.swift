/// Runs of bytes of one kind, eight bytes at a time: the end of a run is found without a branch a
/// byte. Every load lies inside the span.
extension Span<UInt8> {
  /// The end of the ASCII letters from `start`, at most `end`.
  @inline(__always)
  func lettersEnd(from start: Int, before end: Int) -> Int {
    var index = start
    while index &+ 8 <= count {
      let others = Self.others(in: word(at: index))
      if others != 0 { return Swift.min(index &+ others.trailingZeroBitCount &>> 3, end) }
      index &+= 8
      if index >= end { return end }
    }
    while index < end, self[index].isASCIILetter { index += 1 }
    return index
  }

  /// The first byte from `start` that is a control character below 0x0E or not ASCII.
  @inline(__always)
  func plainEnd(from start: Int) -> Int {
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = start
    while index &+ 16 <= count {
      if (Self.unprintable(in: word(at: index)) | Self.unprintable(in: word(at: index &+ 8))) != 0 {
        break
      }
      index &+= 16
    }
    while index &+ 8 <= count {
      let word = word(at: index)
      let isPlain = ((word & ~high) &+ 0x7272_7272_7272_7272) & ~word & high
      if isPlain != high { return index &+ (~isPlain & high).trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count, self[index] >= 0x0E, self[index] < 0x80 { index += 1 }
    return index
  }

  /// The number of scalars in `range`, whose ends are scalar boundaries.
  func scalarCount(in range: Range<Int>) -> Int {
    var continuations = 0
    var index = range.lowerBound
    while index &+ 8 <= range.upperBound {
      let word = word(at: index)
      continuations &+= (word & ~(word &<< 1) & 0x8080_8080_8080_8080).nonzeroBitCount
      index &+= 8
    }
    while index < range.upperBound {
      if self[index].isContinuation { continuations &+= 1 }
      index &+= 1
    }
    return range.count &- continuations
  }

  /// Eight bytes, the first one lowest; `index + 8` must not be past the end.
  @inline(__always)
  private func word(at index: Int) -> UInt64 {
    UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: index, as: UInt64.self))
  }

  /// Zero when no byte is a control character or outside ASCII; otherwise no more than that.
  @inline(__always)
  private static func unprintable(in word: UInt64) -> UInt64 {
    ((word &- 0x2020_2020_2020_2020) | word) & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte that is no ASCII letter, the first byte lowest.
  @inline(__always)
  private static func others(in bytes: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    let lower = (bytes | 0x2020_2020_2020_2020) & ~high
    let fromA = lower &+ 0x1F1F_1F1F_1F1F_1F1F
    let afterZ = lower &+ 0x0505_0505_0505_0505
    return ~(fromA & ~afterZ & ~bytes) & high
  }
}
