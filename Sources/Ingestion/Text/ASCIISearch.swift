extension StringProtocol {
  /// Whether ASCII `text` stands in it, whatever the case of letters; `text` is in lower case.
  ///
  /// Goes over bytes: `contains` compares characters, which takes a hundred times as long.
  func containsASCII(_ text: StaticString) -> Bool {
    let sought = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return utf8.withContiguousStorageIfAvailable { Self.contains($0, sought) }
      ?? Array(utf8).withUnsafeBufferPointer { Self.contains($0, sought) }
  }

  private static func contains(
    _ bytes: UnsafeBufferPointer<UInt8>, _ sought: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard let first = sought.first, bytes.count >= sought.count else { return false }
    for start in 0...(bytes.count - sought.count) where lower(bytes[start]) == first {
      var length = 1
      while length < sought.count, lower(bytes[start + length]) == sought[length] { length += 1 }
      if length == sought.count { return true }
    }
    return false
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
