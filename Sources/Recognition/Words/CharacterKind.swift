/// What a character of a word is. Letters of scripts without case count as small ones.
enum CharacterKind: Equatable {
  case upper, lower, digit
  /// By the first byte of its UTF-8.
  case mark(UInt8)

  fileprivate init(ascii byte: UInt8) {
    self =
      switch byte {
      case 0x41...0x5A: .upper
      case 0x61...0x7A: .lower
      case 0x30...0x39: .digit
      default: .mark(byte)
      }
  }

  fileprivate init(_ scalar: Unicode.Scalar, first: UInt8) {
    let properties = scalar.properties
    self =
      if properties.isUppercase { .upper } else if properties.isAlphabetic { .lower } else {
        .mark(first)
      }
  }
}

/// The kinds of a word's characters, from UTF-8.
struct CharacterKinds<Bytes: IteratorProtocol<UInt8>>: IteratorProtocol {
  private var bytes: Bytes

  init<Word: Sequence<UInt8>>(_ word: Word) where Word.Iterator == Bytes {
    bytes = word.makeIterator()
  }

  mutating func next() -> CharacterKind? {
    guard let first = bytes.next() else { return nil }
    if first < 0x80 { return CharacterKind(ascii: first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for _ in 1..<length { value = value << 6 | UInt32((bytes.next() ?? 0) & 0x3F) }
    return Unicode.Scalar(value).map { CharacterKind($0, first: first) } ?? .mark(first)
  }
}
