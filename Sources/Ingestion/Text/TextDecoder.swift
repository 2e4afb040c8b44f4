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
  ///
  /// - Parameter declared: what the text says about itself, believed after the encoding given.
  func decode(
    _ bytes: [UInt8], declared: TextEncoding? = nil
  ) throws(Refusal.Reason) -> DecodedText {
    let decoded = unchecked(bytes, declared: declared)
    try ByteSurvey(decoded.text).check()
    return decoded
  }

  /// What the first bytes of a file say; the last character may be cut.
  func head(_ bytes: [UInt8]) -> DecodedText { unchecked(bytes, declared: nil) }

  private func unchecked(_ bytes: [UInt8], declared: TextEncoding?) -> DecodedText {
    if let mark = ByteOrderMark(of: bytes) {
      return decode(bytes[mark.count...], as: mark.encoding)
    }
    if let encoding { return decode(bytes[...], as: encoding) }
    if let order = UTF16Text.likelyOrder(of: bytes) {
      return UTF16Text.decode(bytes[...], order, isGuess: true)
    }
    if let declared, !declared.isWide { return decode(bytes[...], as: declared) }
    return decodeUnmarked(bytes[...])
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
