import DocumentModel

/// A word of at most sixteen bytes in lower case (ASCII), packed so that comparing and hashing it
/// needs no `String`. Longer words share the empty key, which no list holds.
struct WordKey: Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  @inline(__always)
  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    let count = range.upperBound &- range.lowerBound
    guard count <= 16 else { return }
    low = Self.packed(text, range.lowerBound, min(count, 8))
    if count > 8 { high = Self.packed(text, range.lowerBound &+ 8, count &- 8) }
  }

  /// At most eight bytes, the first one lowest.
  @inline(__always)
  private static func packed(_ text: Span<UInt8>, _ first: Int, _ count: Int) -> UInt64 {
    let used = UInt64.max &>> UInt64(64 &- count &* 8)
    return count == 0 ? 0 : lowercased(text.eightBytes(at: first) & used)
  }

  /// Eight bytes at a time: capitals of ASCII become small letters.
  @inline(__always)
  static func lowercased(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let afterZ = low &+ 0x2525_2525_2525_2525
    let isCapital = fromA & ~afterZ & ~word & 0x8080_8080_8080_8080
    return word | (isCapital &>> 2)
  }

  init(_ word: some Collection<UInt8>) {
    guard word.count <= 16 else { return }
    for (position, byte) in word.enumerated() {
      append(byte.lowercased, at: position)
    }
  }

  @inline(__always)
  private mutating func append(_ byte: UInt8, at position: Int) {
    if position < 8 {
      low |= UInt64(byte) &<< UInt64(position &* 8)
    } else {
      high |= UInt64(byte) &<< UInt64((position &- 8) &* 8)
    }
  }

  var isEmpty: Bool { low == 0 }

  /// Well mixed in its upper bits.
  @inline(__always)
  var hash: UInt64 { (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93 }
}

extension WordKey: ExpressibleByStringLiteral {
  /// Inlined, so that a literal in a `switch` is a constant.
  @inline(__always)
  init(stringLiteral value: StaticString) {
    value.withUTF8Buffer { bytes in
      for position in 0..<min(bytes.count, 16) {
        append(bytes[position].lowercased, at: position)
      }
    }
  }
}
