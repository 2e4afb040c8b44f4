/// Questions about single bytes of UTF-8; arithmetic, so that the scanners need no table.
extension UInt8 {
  @inline(__always) var isASCIILetter: Bool { (self | 0x20) &- 0x61 < 26 }
  @inline(__always) var isASCIILower: Bool { self &- 0x61 < 26 }
  @inline(__always) var isASCIIUpper: Bool { self &- 0x41 < 26 }
  @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
  @inline(__always) var isAlphanumeric: Bool { isASCIILetter || isDigit }
  /// A space or a control character: never part of a token.
  @inline(__always) var isBlank: Bool { self <= 0x20 || self == 0x7F }
  @inline(__always) var isContinuation: Bool { self & 0xC0 == 0x80 }
  @inline(__always) var lowercased: UInt8 { isASCIIUpper ? self | 0x20 : self }
  /// The length in bytes of the scalar that begins here.
  @inline(__always) var scalarLength: Int {
    self < 0x80 ? 1 : self < 0xE0 ? 2 : self < 0xF0 ? 3 : 4
  }
}

/// The bytes that the scanners ask for by name.
extension UInt8 {
  static var lineFeed: UInt8 { 0x0A }
  static var carriageReturn: UInt8 { 0x0D }
  static var quote: UInt8 { 0x22 }
  static var hash: UInt8 { 0x23 }
  static var dollar: UInt8 { 0x24 }
  static var percent: UInt8 { 0x25 }
  static var ampersand: UInt8 { 0x26 }
  static var apostrophe: UInt8 { 0x27 }
  static var openParenthesis: UInt8 { 0x28 }
  static var closeParenthesis: UInt8 { 0x29 }
  static var plus: UInt8 { 0x2B }
  static var comma: UInt8 { 0x2C }
  static var hyphen: UInt8 { 0x2D }
  static var dot: UInt8 { 0x2E }
  static var slash: UInt8 { 0x2F }
  static var colon: UInt8 { 0x3A }
  static var semicolon: UInt8 { 0x3B }
  static var less: UInt8 { 0x3C }
  static var equals: UInt8 { 0x3D }
  static var greater: UInt8 { 0x3E }
  static var question: UInt8 { 0x3F }
  static var exclamation: UInt8 { 0x21 }
  static var at: UInt8 { 0x40 }
  static var openBracket: UInt8 { 0x5B }
  static var closeBracket: UInt8 { 0x5D }
  static var underscore: UInt8 { 0x5F }
  static var backtick: UInt8 { 0x60 }
  static var closeBrace: UInt8 { 0x7D }
}
