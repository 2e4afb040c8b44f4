import DocumentModel
import Gazetteers

/// What is known of a written word however and wherever it stands.
struct WordForm {
  let shape: TokenShape
  let sign: WordSign
  let classes: WordClasses
  /// Of the form with ASCII and Latin-1 letters in lower case, as the name model knows words.
  let hash: UInt64
  /// Of the word as it is written, whole where a line end breaks it, and of that in small letters.
  let written, inSmallLetters: UInt64
  /// The number of the lower-case form; alike for "Said" and "said".
  let small: Int32
  /// The path of its cluster, 0 for none.
  let path: UInt16
  /// The classes that say something about names, packed; the lowest three are those of names of
  /// persons.
  let nameClasses: UInt16
  /// Kinds of characters in order, repetitions once: "McDonald" is upper, lower, upper, lower.
  let pattern: UInt64
  /// "SpaceIL", "Belgazprombank".
  let looksLikeFirm: Bool
  /// The first and last three bytes, and the last two.
  let prefix3, suffix3, suffix2: UInt32

  /// - Parameter normal: the word that the bytes stand for, where it differs from them.
  init(
    _ word: Span<UInt8>, normal: String?, hash: UInt64, small: Int32, classes: WordClasses,
    path: UInt16
  ) {
    let bytes = word.indices.map { word[$0] }
    shape = TokenShape(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    let word = normal ?? text
    sign = WordSign(word)
    written = StableHash.value(of: word)
    inSmallLetters = Self.hash(inSmallLetters: word)
    self.classes = classes.plausible(for: shape)
    self.hash = hash
    self.small = small
    self.path = path
    nameClasses = self.classes.ofNames
    pattern = Self.pattern(of: bytes)
    looksLikeFirm =
      shape == .capitalised && FirmSpelling.fits(text)
    prefix3 = Self.packed(bytes.prefix(3), of: 3)
    suffix3 = Self.packed(bytes.suffix(3), of: 3)
    suffix2 = Self.packed(bytes.suffix(2), of: 2)
  }

  /// The cluster's path down to `bits`, with their number.
  func cluster(bits: Int) -> UInt64 {
    guard path > 0 else { return 0 }
    let length = 15 - path.leadingZeroBitCount
    return UInt64(length > bits ? path >> UInt16(length - bits) : path)
  }

  /// The hash of a word in small letters, as in `inSmallLetters`.
  static func hash(inSmallLetters word: some StringProtocol) -> UInt64 {
    StableHash.value(of: String(word).inSmallLetters)
  }

  private static func packed(_ bytes: ArraySlice<UInt8>, of count: Int) -> UInt32 {
    bytes.reduce(bytes.count < count ? 1 : 0) { $0 << 8 | UInt32($1) }
  }

  private static func pattern(of word: [UInt8]) -> UInt64 {
    var pattern: UInt64 = 1
    var last: UInt64 = 0
    var characters = CharacterKinds(word)
    for _ in 0..<12 {
      guard let character = characters.next() else { break }
      let kind: UInt64 =
        switch character {
        case .lower: 1
        case .upper: 2
        case .digit: 3
        case .mark(0x2E): 4
        case .mark(0x26), .mark(0x27), .mark(0x2D): 5
        case .mark: 7
        }
      if kind != last { pattern = pattern << 3 | kind }
      last = kind
    }
    return pattern << 2 | UInt64(min(3, word.count / 3))
  }
}

extension WordClasses {
  /// Small words are no nouns, though some end one ("stand-in", "passer-by"), and no names in small
  /// letters.
  fileprivate func plausible(for shape: TokenShape) -> WordClasses {
    guard contains(.functionWord) || contains(.locative) else { return self }
    let nouns: WordClasses = [.roleNoun, .orgNoun, .titleWord, .placeNoun, .eventNoun]
    let isName = shape.isUpper && !contains(.locative)
    return subtracting(isName ? nouns : nouns.union([.givenName, .surname]))
  }

  /// As in `WordForm.nameClasses`.
  fileprivate var ofNames: UInt16 {
    Self.namePlaces.enumerated().reduce(into: 0) { bits, place in
      bits |= UInt16(truncatingIfNeeded: rawValue &>> place.element & 1) &<< UInt16(place.offset)
    }
  }

  private static let namePlaces = [
    givenName, surname, commonWord, orgNoun, placeNoun, titleWord, roleNoun, particle, nameJoint,
    temporal, functionWord, honorific, locative, speechVerb, eventNoun, memberNoun,
  ].map { UInt64($0.rawValue.trailingZeroBitCount) }
}
