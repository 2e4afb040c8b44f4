/// A column of a pack: values of one width, read where they lie.
///
/// A pointer and not an array, since a mapped file cannot be one without a copy. Every subscript
/// but the unchecked one looks at its bounds.
struct PackColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
  private let start: UnsafePointer<Element>
  let count: Int
  private let owner: PackBytes

  /// - Parameter range: of bytes; nil when they are no whole number of elements.
  init?(_ owner: PackBytes, _ range: Range<Int>) {
    let stride = MemoryLayout<Element>.stride
    guard range.count.isMultiple(of: stride), range.lowerBound % PackBytes.alignment == 0,
      let base = owner.bytes.baseAddress
    else { return nil }
    start = (base + range.lowerBound).assumingMemoryBound(to: Element.self)
    count = range.count / stride
    self.owner = owner
  }

  @inline(__always)
  subscript(index: Int) -> Element {
    precondition(index >= 0 && index < count, "an index of the column")
    return start[index]
  }

  /// For an index that a mask keeps below the count, as in `WordTable`.
  @inline(__always)
  subscript(unchecked index: Int) -> Element { start[index] }

  /// The memory of some elements.
  func bytes(_ range: Range<Int>) -> UnsafeRawBufferPointer {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the column")
    return UnsafeRawBufferPointer(
      UnsafeBufferPointer(start: start + range.lowerBound, count: range.count))
  }
}
