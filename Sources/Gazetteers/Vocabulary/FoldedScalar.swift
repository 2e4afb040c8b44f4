/// How a scalar counts in a word: letters without case and accents, marks by kind.
enum FoldedScalar {
  /// One to three small ASCII letters or digits, in the low bytes.
  case ascii(UInt32, isUpper: Bool)
  /// A letter or digit of another script, in lower case.
  case wide(Unicode.Scalar, isUpper: Bool)
  case apostrophe
  case hyphen
  case fullStop
  case space
  /// An accent by itself, an invisible mark: nothing.
  case nothing
  /// Punctuation, symbols.
  case mark(Unicode.Scalar)

  init(_ scalar: Unicode.Scalar) {
    self = scalar.value < 0x80 ? Self.ascii(scalar) : Self.beyondASCII(scalar)
  }

  private static func ascii(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar {
    case "a"..."z", "0"..."9": .ascii(scalar.value, isUpper: false)
    case "A"..."Z": .ascii(scalar.value | 0x20, isUpper: true)
    case "'", "`": .apostrophe
    case "-": .hyphen
    case ".": .fullStop
    case " ", "\t", "\n", "\r", "\u{B}", "\u{C}": .space
    default: .mark(scalar)
    }
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> FoldedScalar {
    switch scalar.value {
    case 0xC0..<0x250: folded(latin[Int(scalar.value - 0xC0)], scalar)
    case 0x1E00..<0x1F00: folded(latin[Int(scalar.value - 0x1E00 + 0x190)], scalar)
    case 0x2018, 0x2019, 0x201B, 0x02B9...0x02BF, 0x02C8, 0x2032, 0xFF07: .apostrophe
    case 0x2010...0x2013, 0x2212, 0xFE63, 0xFF0D: .hyphen
    case 0x0300...0x036F, 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: .nothing
    default: general(scalar)
    }
  }

  private static func folded(_ letters: UInt32, _ scalar: Unicode.Scalar) -> FoldedScalar {
    letters == 0 ? general(scalar) : .ascii(letters, isUpper: scalar.properties.isUppercase)
  }

  private static func general(_ scalar: Unicode.Scalar) -> FoldedScalar {
    let properties = scalar.properties
    if properties.isWhitespace { return .space }
    if properties.isAlphabetic || properties.numericType == .decimal {
      let lower = properties.lowercaseMapping.unicodeScalars.first ?? scalar
      return .wide(lower, isUpper: properties.isUppercase)
    }
    return properties.generalCategory == .nonspacingMark ? .nothing : .mark(scalar)
  }

  // MARK: Latin letters with accents

  /// The letters that U+00C0–U+024F and U+1E00–U+1EFF come down to; 0 for what is no letter.
  private static let latin: [UInt32] =
    (Array(0xC0..<0x250) + Array(0x1E00..<0x1F00)).map { Unicode.Scalar($0).map(baseLetters) ?? 0 }

  /// Reads them off the scalar's name: LATIN SMALL LETTER O WITH STROKE is o.
  private static func baseLetters(_ scalar: Unicode.Scalar) -> UInt32 {
    if let special = specials[scalar] { return packed(special) }
    guard let name = scalar.properties.name, name.hasPrefix("LATIN ") else { return 0 }
    let words = name.split(separator: " ")
    guard let position = words.firstIndex(of: "LETTER"), position + 1 < words.count else {
      return 0
    }
    let letters = words[position + 1]
    return letters.utf8.count <= 2 ? packed(letters.lowercased()) : 0
  }

  private static let specials: [Unicode.Scalar: String] = [
    "ß": "ss", "ẞ": "ss", "ı": "i", "ð": "d", "Ð": "d", "þ": "th", "Þ": "th", "ə": "a", "Ə": "a",
    "ŋ": "n", "Ŋ": "n",
  ]

  private static func packed(_ letters: String) -> UInt32 {
    letters.utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
  }
}
