/// What there is to know of a token of ASCII letters and digits, eight bytes at a time.
///
/// The byte-wise loop that `WordHasher` and `AtomScanner` go through gives the same, at a third of
/// the speed; most tokens of an English text are read here.
struct PlainWord {
  let key: UInt64
  let capitals: UInt32
  let isNumber: Bool

  /// The bytes that a text must have behind its last one.
  static let padding = 8

  /// Nil for a token with anything but ASCII letters and digits.
  @inline(__always)
  init?(_ text: borrowing RawSpan, at offset: Int, count: Int) {
    var state: UInt64 = 0
    var capitals: UInt32 = 0
    var position = 0
    while true {
      let rest = count &- position
      let used = rest >= 8 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* rest)) &- 1
      let bytes = text.unsafeLoadUnaligned(fromByteOffset: offset &+ position, as: UInt64.self)
      let chunk = UInt64(littleEndian: bytes) & used
      let folded = chunk | (Self.each(0x20) & used)
      guard Self.isAlphanumeric(chunk, folded: folded, used: used) else { return nil }
      let upper = folded ^ chunk
      if upper != 0, position < 32 {
        capitals |= Self.packed(upper) &<< UInt32(truncatingIfNeeded: position)
      }
      guard rest > 8 else {
        key = position == 0 ? folded : WordHasher.combined(state, folded) | 1 &<< 63
        self.capitals = capitals
        isNumber = position == 0 && folded & Self.each(0x40) == 0
        return
      }
      state = WordHasher.combined(state, folded)
      position &+= 8
    }
  }

  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  /// Whether every used byte is a letter or digit. Adding to a byte below 128 sets its top bit just
  /// when the byte reaches a bound, and never touches the next byte.
  @inline(__always)
  private static func isAlphanumeric(_ chunk: UInt64, folded: UInt64, used: UInt64) -> Bool {
    guard chunk & each(0x80) == 0 else { return false }
    let letters = (folded &+ each(0x80 - 0x61)) & ~(folded &+ each(0x80 - 0x7B))
    let digits = (chunk &+ each(0x80 - 0x30)) & ~(chunk &+ each(0x80 - 0x3A))
    let isLetter = letters & (chunk &<< 1)
    return (isLetter | digits) & each(0x80) & used == each(0x80) & used
  }

  /// Bit n is bit 5 of byte n.
  @inline(__always)
  private static func packed(_ bits: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: ((bits &>> 5) &* 0x0102_0408_1020_4080) &>> 56)
  }
}
