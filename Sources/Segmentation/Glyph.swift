/// What a scalar is to a tokeniser.
enum Glyph: Equatable {
  case letter
  /// A combining mark, a joiner, a variation selector: belongs to what stands before it.
  case extender
  case digit
  case blank
  case lineBreak
  case apostrophe
  case openQuote, closeQuote
  case hyphen, softHyphen
  case dash
  case ellipsis
  /// A mark that ends sentences in any script: "。".
  case terminal
  case symbol
  case punctuation
}

/// A scalar's class and its length in bytes.
struct ScannedGlyph {
  var kind: Glyph
  var length: Int

  /// Reads the scalar that begins at `index`, which must be a scalar boundary of valid UTF-8.
  init(_ text: Span<UInt8>, at index: Int) {
    let lead = text[index]
    length = lead.scalarLength
    kind =
      switch length {
      case 1: Self.ascii(lead)
      case 2: Self.twoBytes(lead, text[index + 1])
      case 3: Self.threeBytes(lead, text[index + 1], text[index + 2])
      default: Self.fourBytes(lead, text[index + 1], text[index + 2], text[index + 3])
      }
  }

  private static func ascii(_ byte: UInt8) -> Glyph {
    if byte.isASCIILetter { return .letter }
    if byte.isDigit { return .digit }
    if byte == .lineFeed || byte == .carriageReturn { return .lineBreak }
    if byte.isBlank { return .blank }
    switch byte {
    case .apostrophe: return .apostrophe
    case .hyphen: return .hyphen
    case .dot, .question, .exclamation: return .terminal
    case .dollar, .plus, .less, .equals, .greater, 0x5E, .backtick, 0x7C, 0x7E: return .symbol
    default: return .punctuation
    }
  }

  private static func twoBytes(_ lead: UInt8, _ next: UInt8) -> Glyph {
    switch (lead, next) {
    case (0xC2, _): latinOne(next)
    case (0xC3, 0x97), (0xC3, 0xB7): .symbol
    case (0xCC, _), (0xCD, ...0xAF): .extender
    case (0xD8, 0x8C), (0xD8, 0x9B): .punctuation
    case (0xD8, 0x9F), (0xD6, 0x89): .terminal
    default: .letter
    }
  }

  private static func latinOne(_ next: UInt8) -> Glyph {
    switch next {
    case 0x85: .lineBreak
    case 0x80...0xA0: .blank
    case 0xAB: .openQuote
    case 0xBB: .closeQuote
    case 0xAD: .softHyphen
    case 0xA1, 0xA7, 0xB6, 0xB7, 0xBF: .punctuation
    case 0xAA, 0xB5, 0xBA: .letter
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: .digit
    default: .symbol
    }
  }

  private static func threeBytes(_ lead: UInt8, _ second: UInt8, _ third: UInt8) -> Glyph {
    switch (lead, second) {
    case (0xE2, 0x80): generalPunctuation(third)
    case (0xE2, 0x81): third >= 0x9F && third <= 0xAF ? .blank : .punctuation
    case (0xE2, 0x82): third < 0xA0 ? .letter : .symbol
    case (0xE2, 0x83): third < 0x90 ? .symbol : .extender
    case (0xE2, 0x84...0xAF): .symbol
    case (0xE2, 0xB8...0xB9): .punctuation
    case (0xE3, 0x80): cjkPunctuation(third)
    case (0xEF, 0xB8): third <= 0x8F ? .extender : .punctuation
    case (0xEF, 0xBB): third == 0xBF ? .blank : .letter
    case (0xEF, 0xBC...0xBD): fullWidth(second, third)
    case (0xEF, 0xBF): .symbol
    case (0xE1, 0x9A): third == 0x80 ? .blank : .letter
    case (0xE0, 0xA5): third == 0xA4 || third == 0xA5 ? .terminal : .letter
    default: .letter
    }
  }

  private static func generalPunctuation(_ third: UInt8) -> Glyph {
    switch third {
    case 0x8C, 0x8D: .extender
    case 0x80...0x8F, 0xAA...0xAF: .blank
    case 0x90, 0x91: .hyphen
    case 0x92...0x95: .dash
    case 0x98, 0x9A, 0x9B, 0x9C, 0x9E, 0x9F, 0xB9: .openQuote
    case 0x99: .apostrophe
    case 0x9D, 0xBA: .closeQuote
    case 0xA6: .ellipsis
    case 0xA8, 0xA9: .lineBreak
    case 0xBC: .terminal
    case 0xB0...0xB7: .symbol
    default: .punctuation
    }
  }

  private static func cjkPunctuation(_ third: UInt8) -> Glyph {
    switch third {
    case 0x80: .blank
    case 0x82: .terminal
    case 0x85...0x87: .letter
    case 0x88, 0x8A, 0x8C, 0x8E, 0x90: .openQuote
    case 0x89, 0x8B, 0x8D, 0x8F, 0x91: .closeQuote
    default: .punctuation
    }
  }

  private static func fullWidth(_ second: UInt8, _ third: UInt8) -> Glyph {
    switch (second, third) {
    case (0xBC, 0x81), (0xBC, 0x8E), (0xBC, 0x9F): .terminal
    case (0xBC, 0x90...0x99): .digit
    case (0xBC, 0xA1...0xBA), (0xBD, 0x81...0x9A): .letter
    case (0xBD, 0xA6...): .letter
    default: .punctuation
    }
  }

  private static func fourBytes(
    _ lead: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8
  ) -> Glyph {
    switch (lead, second) {
    case (0xF0, 0x9F):
      third == 0x8F && fourth >= 0xBB ? .extender : .symbol
    case (0xF3, 0xA0): .extender
    default: .letter
    }
  }
}
