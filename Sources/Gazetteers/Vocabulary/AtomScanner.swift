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
    atoms.removeAll(keepingCapacity: true)
    (followsHyphen, endsInDigit) = (false, false)
    let scalars = text.unicodeScalars
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let next = scalars.index(after: index)
      read(FoldedScalar(scalars[index]), rest: scalars[next...], at: &index, next)
    }
    finish()
  }

  private mutating func read(
    _ scalar: FoldedScalar, rest: Substring.UnicodeScalarView, at index: inout String.Index,
    _ next: String.Index
  ) {
    index = next
    switch scalar {
    case .ascii(let letters, let isUpper): add(letters, isUpper: isUpper)
    case .wide(let letter, let isUpper): add(letter, isUpper: isUpper)
    case .apostrophe: readApostrophe(rest, at: &index)
    case .fullStop: readFullStop(rest)
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
  private mutating func readFullStop(_ rest: Substring.UnicodeScalarView) {
    guard !hasher.isEmpty else {
      if rest.first.map({ FoldedScalar($0).isSpaceOrStop }) ?? true { emit(".") }
      return
    }
    if endsInDigit, let next = rest.first, ("0"..."9").contains(next) {
      hasher.add(0x2E)
      return
    }
    if run == 1, initials == length - 1 { initials += 1 }
    run = 0
  }

  /// "'s" at the end of a word is an atom of its own; inside a word an apostrophe is nothing.
  private mutating func readApostrophe(
    _ rest: Substring.UnicodeScalarView, at index: inout String.Index
  ) {
    let letters = rest.prefix { ("a"..."z").contains($0) || ("A"..."Z").contains($0) }
    let end = letters.endIndex
    let isEnd = end == rest.endIndex || !FoldedScalar(rest[end]).isLetter
    if isEnd, letters.count <= 2, Self.clitics.contains(String(letters).lowercased()) {
      finish()
      hasher.add(0x27)
      for letter in letters { add(letter.value | 0x20, isUpper: letter.value & 0x20 == 0) }
      index = end
      finish()
    } else if rest.first.map({ FoldedScalar($0).isLetter }) != true {
      finish()
    }
  }

  private static let clitics: Set<String> = ["s", "d", "m", "re", "ve", "ll"]
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
