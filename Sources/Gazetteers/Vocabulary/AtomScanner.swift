/// What phrases are matched on: a run of letters and digits without case, accents, full stops and
/// apostrophes, a clitic such as "'s", or a single mark.
///
/// Hyphens and lone apostrophes only part atoms, so that "Al-Qaida" is "Al Qaida"; a full stop
/// counts only between digits, so that "U.S." is "US".
struct Atom: Hashable {
  var key: UInt64
  /// Bit n stands for the n-th letter or digit: whether it is a capital. Of long words the first 32.
  var capitals: UInt32
  /// Directly behind a hyphen.
  var followsHyphen: Bool
  /// The number of letters that have a full stop of their own: 2 in "U.S.", 1 in "J.".
  var initials: UInt8
}

/// Cuts text into atoms. The same rules serve aliases and tokens, so that it does not matter where
/// a tokeniser cuts.
struct AtomScanner {
  private(set) var atoms: [Atom] = []

  private var hasher = WordHasher()
  private var capitals: UInt32 = 0
  private var length = 0
  /// Letters since the last full stop.
  private var run = 0
  private var initials = 0
  private var endsInDigit = false
  private var followsHyphen = false

  /// The atoms of a whole phrase.
  static func atoms(of text: String) -> [Atom] {
    var scanner = AtomScanner()
    scanner.scan(text)
    return scanner.atoms
  }

  /// Reads a whole phrase or token, forgetting what was read before.
  mutating func scan(_ text: String) {
    var text = text
    text.withUTF8 { scan($0.span) }
  }

  /// - Parameter text: valid UTF-8.
  mutating func scan(_ text: Span<UInt8>) {
    atoms.removeAll(keepingCapacity: true)
    (followsHyphen, endsInDigit) = (false, false)
    var index = 0
    while index < text.count {
      let byte = text[index]
      let letter = byte | 0x20
      if letter &- 0x61 < 26 {
        countLetter(isUpper: byte != letter)
        hasher.add(letter)
        endsInDigit = false
        index += 1
      } else {
        read(text, at: &index)
      }
    }
    finish()
  }

  /// Reads anything but a letter of ASCII.
  private mutating func read(_ text: Span<UInt8>, at index: inout Int) {
    let (scalar, length) = Self.scalar(in: text, at: index)
    index += length
    switch FoldedScalar(scalar) {
    case .ascii(let letters, let isUpper): add(letters, isUpper: isUpper)
    case .wide(let letter, let isUpper): add(letter, isUpper: isUpper)
    case .apostrophe: readApostrophe(text, at: &index)
    case .fullStop: readFullStop(text, before: index)
    case .hyphen:
      finish()
      followsHyphen = true
    case .space:
      finish()
      followsHyphen = false
    case .nothing: break
    case .mark(let mark): emit(mark)
    }
  }

  /// The scalar at an index and its length in bytes.
  private static func scalar(in text: Span<UInt8>, at index: Int) -> (Unicode.Scalar, Int) {
    let lead = text[index]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, index + length <= text.count else { return (Unicode.Scalar(lead), 1) }
    var value = UInt32(lead) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The scalar at an index, nil at the end.
  private static func folded(_ text: Span<UInt8>, at index: Int) -> FoldedScalar? {
    index < text.count ? FoldedScalar(scalar(in: text, at: index).0) : nil
  }

  // MARK: Letters

  private mutating func add(_ letters: UInt32, isUpper: Bool) {
    countLetter(isUpper: isUpper)
    var rest = letters
    repeat {
      hasher.add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    } while rest > 0
    endsInDigit = letters < 0x3A
  }

  private mutating func add(_ letter: Unicode.Scalar, isUpper: Bool) {
    countLetter(isUpper: isUpper)
    hasher.add(letter)
    endsInDigit = false
  }

  @inline(__always)
  private mutating func countLetter(isUpper: Bool) {
    if isUpper, length < 32 { capitals |= 1 << UInt32(length) }
    length += 1
    run += 1
  }

  private mutating func finish() {
    guard !hasher.isEmpty else { return }
    let isInitials = initials > 0 && (run == 0 || initials == length - 1 && run == 1)
    atoms.append(
      Atom(
        key: hasher.key, capitals: capitals, followsHyphen: followsHyphen,
        initials: isInitials ? UInt8(min(length, 255)) : 0))
    reset()
    followsHyphen = false
  }

  private mutating func reset() {
    hasher = WordHasher()
    (capitals, length, run, initials, endsInDigit) = (0, 0, 0, 0, false)
  }

  // MARK: Marks

  /// The key of a mark beyond ASCII.
  static func key(ofMark value: UInt32) -> UInt64 {
    var hasher = WordHasher()
    if let mark = Unicode.Scalar(value) { hasher.add(mark) }
    return hasher.key
  }

  private mutating func emit(_ mark: Unicode.Scalar) {
    finish()
    hasher.add(mark)
    finish()
  }

  /// A full stop between digits counts; one after a single letter makes it an initial.
  private mutating func readFullStop(_ text: Span<UInt8>, before next: Int) {
    guard !hasher.isEmpty else {
      if Self.folded(text, at: next)?.isSpaceOrStop ?? true { emit(".") }
      return
    }
    if endsInDigit, next < text.count, text[next] &- 0x30 < 10 {
      hasher.add(0x2E)
      return
    }
    if run == 1, initials == length - 1 { initials += 1 }
    run = 0
  }

  /// "'s" at the end of a word is an atom of its own; inside a word an apostrophe is nothing.
  private mutating func readApostrophe(_ text: Span<UInt8>, at index: inout Int) {
    var end = index
    while end < text.count, (text[end] | 0x20) &- 0x61 < 26 { end += 1 }
    let isEnd = Self.folded(text, at: end)?.isLetter != true
    if isEnd, Self.isClitic(text, index..<end) {
      finish()
      hasher.add(0x27)
      for position in index..<end {
        add(UInt32(text[position] | 0x20), isUpper: text[position] & 0x20 == 0)
      }
      index = end
      finish()
    } else if Self.folded(text, at: index)?.isLetter != true {
      finish()
    }
  }

  /// s, d, m, re, ve, ll.
  private static func isClitic(_ text: Span<UInt8>, _ letters: Range<Int>) -> Bool {
    guard let first = letters.first, letters.count <= 2 else { return false }
    switch (text[first] | 0x20, letters.count == 2 ? text[first + 1] | 0x20 : 0) {
    case (UInt8(ascii: "s"), 0), (UInt8(ascii: "d"), 0), (UInt8(ascii: "m"), 0): return true
    case (UInt8(ascii: "r"), UInt8(ascii: "e")), (UInt8(ascii: "v"), UInt8(ascii: "e")): return true
    case (UInt8(ascii: "l"), UInt8(ascii: "l")): return true
    default: return false
    }
  }
}

extension FoldedScalar {
  fileprivate var isLetter: Bool {
    switch self {
    case .ascii, .wide: true
    default: false
    }
  }

  fileprivate var isSpaceOrStop: Bool {
    switch self {
    case .space, .fullStop: true
    default: false
    }
  }
}
