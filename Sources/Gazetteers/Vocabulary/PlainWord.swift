import DocumentModel

/// What there is to know of a token of ASCII letters and digits, eight bytes at a time.
///
/// The byte-wise loop that `WordHasher` and `AtomScanner` go through gives the same, at a third of
/// the speed; most tokens of an English text are read here. Up to eight bytes, as most are, take no
/// branch that depends on them: what a token is cannot be predicted.
struct PlainWord {
  let key: UInt64
  let capitals: UInt32
  /// Whether all bytes are ASCII letters and digits; if not, the rest says nothing.
  let isPlain: Bool
  let isNumber: Bool
}

extension PlainWord {
  @inline(__always)
  init(_ text: Span<UInt8>, at offset: Int, count: Int) {
    guard count &- 1 < 8, count > 0 else {
      self.init(long: text, at: offset, count: count)
      return
    }
    let used = (2 &<< UInt64(truncatingIfNeeded: 8 &* count &- 1)) &- 1
    let chunk = text.eightBytes(at: offset) & used
    let folded = chunk | (Self.each(0x20) & used)
    let isPlain = Self.isAlphanumeric(chunk, folded: folded, used: used)
    self.init(
      key: folded, capitals: Self.packed(folded ^ chunk), isPlain: isPlain,
      isNumber: isPlain && folded & Self.each(0x40) == 0)
  }

  /// A token of any length.
  private init(long text: Span<UInt8>, at offset: Int, count: Int) {
    var state: UInt64 = 0
    var capitals: UInt32 = 0
    var isPlain = count > 0
    var folded: UInt64 = 0
    var position = 0
    while position < count {
      if position > 0 { state = WordHasher.combined(state, folded) }
      let rest = count &- position
      let used = rest >= 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* rest)) &- 1
      let chunk = text.eightBytes(at: offset &+ position) & used
      folded = chunk | (Self.each(0x20) & used)
      isPlain = isPlain && Self.isAlphanumeric(chunk, folded: folded, used: used)
      if position < 32 {
        capitals |= Self.packed(folded ^ chunk) &<< UInt32(truncatingIfNeeded: position)
      }
      position &+= 8
    }
    let key = WordHasher.combined(state, folded) | 1 &<< 63
    self.init(key: key, capitals: capitals, isPlain: isPlain, isNumber: false)
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Whether every used byte is a letter or digit. Adding to a byte below 128 sets its top bit just
  /// when the byte reaches a bound, and never touches the next byte.
  @inline(__always)
  private static func isAlphanumeric(_ chunk: UInt64, folded: UInt64, used: UInt64) -> Bool {
    let letters = (folded &+ each(0x80 - 0x61)) & ~(folded &+ each(0x80 - 0x7B))
    let digits = (chunk &+ each(0x80 - 0x30)) & ~(chunk &+ each(0x80 - 0x3A))
    return ((~(letters | digits) & used) | chunk) & each(0x80) == 0
  }

  /// Bit n is bit 5 of byte n.
  @inline(__always)
  private static func packed(_ bits: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: ((bits &>> 5) &* 0x0102_0408_1020_4080) &>> 56)
  }
}
