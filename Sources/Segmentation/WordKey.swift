import DocumentModel

/// A word of at most sixteen bytes in lower case (ASCII), packed so that comparing and hashing it
/// needs no `String`. Longer words share the empty key, which no list holds.
struct WordKey: Hashable {
  private(set) var low: UInt64 = 0
  private(set) var high: UInt64 = 0

  init(_ text: Span<UInt8>, _ range: Range<Int>) {
    guard range.count <= 16 else { return }
    for index in range {
      append(text[index].lowercased, at: index - range.lowerBound)
    }
  }

  init(_ word: some StringProtocol) {
    guard word.utf8.count <= 16 else { return }
    for (position, byte) in word.utf8.enumerated() {
      append(byte.lowercased, at: position)
    }
  }

  private mutating func append(_ byte: UInt8, at position: Int) {
    if position < 8 {
      low |= UInt64(byte) &<< UInt64(position &* 8)
    } else {
      high |= UInt64(byte) &<< UInt64((position &- 8) &* 8)
    }
  }

  /// Where a table of `1 << bits` places looks first.
  func slot(bits: UInt64) -> Int {
    let mixed = (low ^ (high &* 0x9E37_79B9_7F4A_7C15)) &* 0xD6E8_FEB8_6659_FD93
    let spread = (mixed ^ (mixed &>> 32)) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: spread &>> (64 &- bits))
  }
}

extension WordKey: ExpressibleByStringLiteral {
  init(stringLiteral value: StaticString) {
    value.withUTF8Buffer { bytes in
      for position in 0..<min(bytes.count, 16) {
        append(bytes[position].lowercased, at: position)
      }
    }
  }
}
