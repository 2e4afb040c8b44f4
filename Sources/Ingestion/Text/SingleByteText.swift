import DocumentModel

/// Decodes an encoding that has one byte a character: Latin-1 but for some.
struct SingleByteText: Sendable {
  let encoding: TextEncoding
  /// The UTF-8 of each byte from 0x80 on; of U+FFFD where the encoding has no character.
  private let upper: [[UInt8]]

  private init(_ encoding: TextEncoding, differences: [UInt8: Unicode.Scalar]) {
    self.encoding = encoding
    upper = (UInt8(0x80)...0xFF).map { byte in
      Array(String(differences[byte] ?? Unicode.Scalar(byte)).utf8)
    }
  }

  func decode(_ bytes: ArraySlice<UInt8>, isGuess: Bool = false) -> DecodedText {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 16)
    var unassigned = 0
    for byte in bytes {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        let character = upper[Int(byte - 0x80)]
        if character == Self.replacement { unassigned += 1 }
        utf8 += character
      }
    }
    return DecodedText(
      text: String(decoding: utf8, as: UTF8.self), encoding: encoding,
      diagnostics: diagnostics(isGuess: isGuess, unassigned: unassigned))
  }

  private func diagnostics(isGuess: Bool, unassigned: Int) -> [Diagnostic] {
    let guess = Diagnostic(
      .warning, code: "guessed-encoding",
      "not UTF-8; read as \(encoding.rawValue). Name the encoding if that is wrong")
    let fault = Diagnostic(
      .warning, code: "invalid-\(encoding.rawValue)",
      "\(unassigned) bytes have no meaning in \(encoding.rawValue); each is read as U+FFFD")
    return (isGuess ? [guess] : []) + (unassigned > 0 ? [fault] : [])
  }

  private static let replacement = Array("\u{FFFD}".utf8)
}

extension SingleByteText {
  /// unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT
  static let windows1252 = SingleByteText(
    .windows1252,
    differences: [
      0x80: "€", 0x81: "\u{FFFD}", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†",
      0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ", 0x8D: "\u{FFFD}",
      0x8E: "Ž", 0x8F: "\u{FFFD}", 0x90: "\u{FFFD}", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”",
      0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›", 0x9C: "œ",
      0x9D: "\u{FFFD}", 0x9E: "ž", 0x9F: "Ÿ",
    ])

  /// unicode.org/Public/MAPPINGS/ISO8859/8859-15.TXT
  static let latin9 = SingleByteText(
    .latin9,
    differences: [
      0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ])
}
