import CKernels

/// Which bytes of a text are letters, marks and so on: a bit for each byte, made in one pass without
/// a branch.
///
/// The scanners then go from one byte that matters to the next by counting zeros, instead of
/// looking at every byte.
struct ByteMap {
  /// 64 bytes each, and one more than the text fills, so that there is a next one to every byte's.
  private let kinds: [entente_byte_kinds]

  init(_ text: Span<UInt8>) {
    let count = (text.count + 63) / 64 + 1
    kinds = Array(unsafeUninitializedCapacity: count) { kinds, initialized in
      text.withUnsafeBufferPointer {
        entente_map_bytes($0.baseAddress, $0.count, kinds.baseAddress)
      }
      kinds.initializeElement(at: count - 1, to: entente_byte_kinds())
      initialized = count
    }
  }

  /// 64 bytes from anywhere, a bit for each, the first one lowest.
  struct Window {
    /// Letters of ASCII.
    var letters: UInt64
    /// Commas, double quotation marks, parentheses: a token wherever they stand.
    var marks: UInt64
    /// Neither letters nor marks nor white space: what takes a closer look.
    var others: UInt64
    /// The last letters of "nt", "ot", "na" and "ta".
    var tails: UInt64
  }

  /// The bytes from `index` on, which lies in the text.
  @inline(__always)
  func window(at index: Int) -> Window {
    let kinds = kinds.span
    let low = kinds[index &>> 6]
    let high = kinds[index &>> 6 &+ 1]
    let shift = UInt64(truncatingIfNeeded: index & 63)
    func joined(_ low: UInt64, _ high: UInt64) -> UInt64 {
      low &>> shift | (high &<< 1) &<< (63 &- shift)
    }
    return Window(
      letters: joined(low.letters, high.letters), marks: joined(low.marks, high.marks),
      others: joined(low.others, high.others), tails: joined(low.tails, high.tails))
  }

  /// Calls `body` for each byte that may be the last one of a line end.
  @inline(__always)
  func forEachBreak(_ body: (Int) -> Void) {
    for (number, kinds) in kinds.enumerated() {
      var breaks = kinds.breaks
      while breaks != 0 {
        body(number &* 64 &+ breaks.trailingZeroBitCount)
        breaks &= breaks &- 1
      }
    }
  }

  /// The number of scalars in `range`, whose ends are scalar boundaries.
  func scalarCount(in range: Range<Int>) -> Int {
    guard let last = range.last else { return 0 }
    let blocks = range.lowerBound / 64...last / 64
    var continuations = 0
    for block in blocks {
      var bits = kinds[block].continuations
      if block == blocks.lowerBound { bits &= ~0 << UInt64(range.lowerBound % 64) }
      if block == blocks.upperBound { bits &= ~0 >> UInt64(63 - last % 64) }
      continuations += bits.nonzeroBitCount
    }
    return range.count - continuations
  }
}
