import DocumentModel

/// Decodes UTF-16 and puts U+FFFD in the place of what is not.
enum UTF16Text {
  enum ByteOrder {
    case little, big
  }

  static func decode(
    _ bytes: ArraySlice<UInt8>, _ order: ByteOrder, isGuess: Bool = false
  ) -> DecodedText {
    let units = units(of: bytes, order)
    let encoding = order == .little ? TextEncoding.utf16LittleEndian : .utf16BigEndian
    var decoded = DecodedText(
      text: String(decoding: units, as: UTF16.self), encoding: encoding)
    if isGuess {
      decoded.diagnostics.append(
        Diagnostic(
          .note, code: "guessed-encoding", "read as \(encoding.rawValue), though nothing says so"))
    }
    if bytes.count % 2 == 1 || String(validating: units, as: UTF16.self) == nil {
      decoded.diagnostics.append(
        Diagnostic(
          .warning, code: "invalid-utf-16", "parts are not UTF-16; each is read as U+FFFD"))
    }
    return decoded
  }

  /// The byte order of UTF-16 without a mark, nil if the bytes are something else.
  ///
  /// In UTF-16 every blank and line end has a NUL, all of them on one side, and pairs of printable
  /// ASCII bytes are rarer than they, unlike in an ASCII text with a stray NUL. The start of the
  /// file must also decode to a text without control characters.
  static func likelyOrder(of bytes: [UInt8]) -> ByteOrder? {
    let sample = bytes.prefix(4096)
    guard sample.contains(0) else { return nil }
    let pairs = stride(from: 0, to: sample.count - 1, by: 2).map { (sample[$0], sample[$0 + 1]) }
    let even = pairs.count { $0.0 == 0 }
    let odd = pairs.count { $0.1 == 0 }
    let ascii = pairs.count { isPrintable($0.0) && isPrintable($0.1) }
    guard even == 0 || odd == 0, even + odd > ascii else { return nil }
    let order = odd > 0 ? ByteOrder.little : .big
    return isPlainText(units(of: sample.prefix(sample.count & ~1), order)) ? order : nil
  }

  private static func isPrintable(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) }

  /// The last unit may be the first half of a pair that the sample cut.
  private static func isPlainText(_ units: [UInt16]) -> Bool {
    let whole = units.last.map(UTF16.isLeadSurrogate) == true ? units.dropLast() : units[...]
    guard !whole.isEmpty, let text = String(validating: whole, as: UTF16.self) else { return false }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: (0x09...0x0D).contains(scalar.value)
      case .unassigned, .privateUse: false
      default: true
      }
    }
  }

  /// A last odd byte becomes a lone surrogate, and that U+FFFD.
  private static func units(of bytes: ArraySlice<UInt8>, _ order: ByteOrder) -> [UInt16] {
    let low = order == .little ? 0 : 1
    var units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2).map {
      UInt16(bytes[$0 + low]) | UInt16(bytes[$0 + 1 - low]) << 8
    }
    if bytes.count % 2 == 1 { units.append(0xD800) }
    return units
  }
}
