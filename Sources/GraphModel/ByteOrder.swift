/// Byte order of strings, which no locale changes: the order of everything that graphs are sorted by.
package func precedes(_ left: String, _ right: String) -> Bool {
  let answer = left.utf8.withContiguousStorageIfAvailable { left in
    right.utf8.withContiguousStorageIfAvailable { right in precedes(left, right) }
  }
  return (answer ?? nil) ?? left.utf8.lexicographicallyPrecedes(right.utf8)
}

/// Ids have long beginnings in common, so eight bytes are compared at once.
private func precedes(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
) -> Bool {
  let shared = min(left.count, right.count)
  let (leftBytes, rightBytes) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
  var index = 0
  while index + 8 <= shared,
    leftBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      == rightBytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
  {
    index += 8
  }
  while index < shared {
    if left[index] != right[index] { return left[index] < right[index] }
    index += 1
  }
  return left.count < right.count
}
