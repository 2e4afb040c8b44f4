/// Packs a folded word into 64 bits.
///
/// Words of up to eight ASCII bytes are their own key. Longer ones, and those in other scripts, are
/// hashed to 63 bits with the top bit set. The words of a vocabulary are told apart by that alone:
/// among a billion distinct long words of text one would be taken for one of 100,000 known ones
/// with a probability of about 1 in 100,000.
public struct WordHasher: Sendable {
  private var chunk: UInt64 = 0
  private var shift: UInt64 = 0
  private var state: UInt64 = 0
  private var isWide = false

  public init() {}

  /// Adds a byte of the folded word.
  @inline(__always)
  public mutating func add(_ byte: UInt8) {
    if shift == 64 {
      state = Self.combined(state, chunk)
      (chunk, shift) = (0, 0)
    }
    chunk |= UInt64(byte) &<< shift
    shift &+= 8
  }

  /// Adds a scalar that is no ASCII letter.
  public mutating func add(_ scalar: Unicode.Scalar) {
    guard scalar.value >= 0x80 else { return add(UInt8(truncatingIfNeeded: scalar.value)) }
    isWide = true
    for shift in [UInt32(0), 8, 16] { add(UInt8(truncatingIfNeeded: scalar.value &>> shift)) }
  }

  public var isEmpty: Bool { shift == 0 }

  /// Never 0, unless empty.
  @inline(__always)
  public var key: UInt64 {
    if state == 0, !isWide { return chunk }
    return Self.combined(state, chunk) | 1 << 63
  }

  /// The key of a word of ASCII letters alone; nil for any other.
  static func key(ofLetters word: Span<UInt8>) -> UInt64? {
    var hasher = WordHasher()
    for index in word.indices {
      let letter = word[index] | 0x20
      guard letter &- 0x61 < 26 else { return nil }
      hasher.add(letter)
    }
    return hasher.isEmpty ? nil : hasher.key
  }

  /// A key that no word has.
  static let numberKey: UInt64 = 1

  /// Whether a key is that of one to eight digits.
  @inline(__always)
  static func isNumber(_ key: UInt64) -> Bool {
    guard key != 0, key &>> 63 == 0 else { return false }
    let used = ~0 &>> UInt64(truncatingIfNeeded: key.leadingZeroBitCount & ~7)
    let threes = 0x3030_3030_3030_3030 & used
    let isBelow = (key &+ (0x0606_0606_0606_0606 & used)) & 0xF0F0_F0F0_F0F0_F0F0 == threes
    return isBelow && key & 0xF0F0_F0F0_F0F0_F0F0 == threes
  }

  /// Spreads `value` and mixes it into `state`; the result is never 0.
  @inline(__always)
  static func combined(_ state: UInt64, _ value: UInt64) -> UInt64 {
    var mixed = (state ^ value) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed &>> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    return (mixed ^ (mixed &>> 29)) &+ (state &<< 1) | 1
  }
}
