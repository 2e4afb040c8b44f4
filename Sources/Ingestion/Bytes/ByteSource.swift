/// Something that hands out bytes, in order and once.
protocol ByteSource: AnyObject {
  /// Fills the front of `buffer`; returns how many bytes came, 0 at the end and ever after.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal.Reason) -> Int
}

/// Bytes that are in memory already.
final class MemoryBytes: ByteSource {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    rest = bytes[...]
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let part = rest.prefix(buffer.count)
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
