/// Several bytes of a text at a time.
extension Span<UInt8> {
  /// Four bytes, the first one lowest; 0 where there are not as many.
  @inlinable @inline(__always)
  package func fourBytes(at index: Int) -> UInt32 {
    guard index >= 0, index &+ 4 <= count else { return 0 }
    return UInt32(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self))
  }

  /// Eight bytes, the first one lowest; zeros behind the end.
  @inlinable @inline(__always)
  package func eightBytes(at index: Int) -> UInt64 {
    guard index >= 0, index &+ 8 <= count else { return lastBytes(from: index) }
    return UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }

  @usableFromInline
  package func lastBytes(from index: Int) -> UInt64 {
    var word: UInt64 = 0
    for offset in 0..<Swift.max(0, count - index) {
      word |= UInt64(self[index + offset]) << UInt64(offset * 8)
    }
    return word
  }
}
