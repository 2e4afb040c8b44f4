/// Several bytes at a time. Every load lies inside the span.
extension Span<UInt8> {
  /// Four bytes, the first one lowest; 0 where there are not as many.
  @inline(__always)
  func fourBytes(at index: Int) -> UInt32 {
    guard index &+ 4 <= count else { return 0 }
    return UInt32(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self))
  }

  /// Eight bytes, the first one lowest; zeros behind the end.
  @inline(__always)
  func eightBytes(at index: Int) -> UInt64 {
    guard index &+ 8 > count else {
      return UInt64(
        littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
    }
    var word: UInt64 = 0
    for offset in 0..<Swift.max(0, count - index) {
      word |= UInt64(self[index + offset]) << UInt64(offset * 8)
    }
    return word
  }
}
