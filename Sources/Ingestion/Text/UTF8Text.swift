import DocumentModel

/// Decodes UTF-8 and puts U+FFFD in the place of what is not.
enum UTF8Text {
  static func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    if let text = String(validating: bytes, as: UTF8.self) {
      return DecodedText(text: text, encoding: .utf8)
    }
    let evidence = UTF8Evidence(bytes)
    let offset = evidence.validPrefix
    let diagnostic = Diagnostic(
      .warning, code: "invalid-utf-8",
      "mostly UTF-8, but \(evidence.faults) places are not; each is read as U+FFFD",
      at: TextSpan(offset, offset + 3))
    return DecodedText(
      text: String(decoding: bytes, as: UTF8.self), encoding: .utf8, diagnostics: [diagnostic])
  }
}

/// What speaks for and against bytes being UTF-8.
struct UTF8Evidence {
  /// Well-formed sequences of several bytes.
  private var sequences = 0
  /// Sequences that begin well, with two bytes or more, and break off.
  private var brokenOff = 0
  /// Bytes that fit nowhere.
  private var strays = 0
  /// The bytes before the first fault.
  private(set) var validPrefix = 0

  init(_ bytes: ArraySlice<UInt8>) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        if encoded.count > 1 { sequences += 1 }
        if faults == 0 { validPrefix += encoded.count }
      case .error(let length):
        if length > 1 { brokenOff += 1 } else { strays += 1 }
      case .emptyInput:
        return
      }
    }
  }

  var faults: Int { brokenOff + strays }

  /// In Windows-1252 every letter beyond ASCII is a stray, and what looks like a sequence ("â€")
  /// is rare.
  var speaksForUTF8: Bool { sequences + brokenOff > strays }
}
