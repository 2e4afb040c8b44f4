import DocumentModel

/// Turns the bytes of a file into text.
///
/// A byte-order mark decides, then the encoding that was given. Failing both: UTF-16 if NUL bytes
/// stand where it would have them; UTF-8 if the bytes are valid, or if more of them speak for it
/// than against it; else Windows-1252, which every byte fits.
struct TextDecoder: Sendable {
  /// Nil detects it.
  let encoding: TextEncoding?

  /// Throws `nul` and `binary`.
  func decode(_ bytes: [UInt8]) throws(Refusal.Reason) -> DecodedText {
    let decoded: DecodedText
    if let mark = ByteOrderMark(of: bytes) {
      decoded = decode(bytes[mark.count...], as: mark.encoding)
    } else if let encoding {
      decoded = decode(bytes[...], as: encoding)
    } else if let order = UTF16Text.likelyOrder(of: bytes) {
      decoded = UTF16Text.decode(bytes[...], order, isGuess: true)
    } else {
      decoded = decodeUnmarked(bytes[...])
    }
    try ByteSurvey(decoded.text).check()
    return decoded
  }

  private func decode(_ bytes: ArraySlice<UInt8>, as encoding: TextEncoding) -> DecodedText {
    switch encoding {
    case .utf8: UTF8Text.decode(bytes)
    case .utf16: UTF16Text.decode(bytes, UTF16Text.likelyOrder(of: Array(bytes)) ?? .little)
    case .utf16LittleEndian: UTF16Text.decode(bytes, .little)
    case .utf16BigEndian: UTF16Text.decode(bytes, .big)
    case .windows1252: SingleByteText.windows1252.decode(bytes)
    case .latin9: SingleByteText.latin9.decode(bytes)
    }
  }

  private func decodeUnmarked(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    if let text = String(validating: bytes, as: UTF8.self) {
      return DecodedText(text: text, encoding: .utf8)
    }
    if UTF8Evidence(bytes).speaksForUTF8 { return UTF8Text.decode(bytes) }
    return SingleByteText.windows1252.decode(bytes, isGuess: true)
  }
}

/// A text and how it was come by.
struct DecodedText {
  var text: String
  var encoding: TextEncoding
  var diagnostics: [Diagnostic] = []
}

/// The mark with which some programs begin a text.
private struct ByteOrderMark {
  let encoding: TextEncoding
  let count: Int

  init?(of bytes: [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      (encoding, count) = (.utf8, 3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      (encoding, count) = (.utf16LittleEndian, 2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      (encoding, count) = (.utf16BigEndian, 2)
    } else {
      return nil
    }
  }
}
