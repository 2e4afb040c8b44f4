/// JSON written straight into an output. The caller keeps commas and brackets in order.
struct JSONText {
  let output: OutputBuffer
  /// Whether strings are cleaned, so that all formats show the same text; off for the lossless form.
  var cleansText = true

  func raw(_ text: StaticString) { output.append(text) }

  /// `"name":`, after a comma unless it is the first of its object.
  func name(_ name: StaticString, isFirst: Bool = false) {
    output.append(isFirst ? "\"" : ",\"")
    output.append(name)
    output.append("\":")
  }

  func string(_ text: String) {
    output.append(byte: UInt8(ascii: "\""))
    if cleansText {
      TextCleaning.cleaned(text).withUTF8Bytes(escaped)
    } else {
      text.withUTF8Bytes(escaped)
    }
    output.append(byte: UInt8(ascii: "\""))
  }

  func strings(_ texts: [String]) {
    array(texts) { string($0) }
  }

  func array<Element>(_ elements: [Element], _ body: (Element) -> Void) {
    output.append(byte: UInt8(ascii: "["))
    for index in elements.indices {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      body(elements[index])
    }
    output.append(byte: UInt8(ascii: "]"))
  }

  func strings(_ pairs: [(name: String, value: String)]) {
    output.append(byte: UInt8(ascii: "{"))
    for index in pairs.indices {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      string(pairs[index].name)
      output.append(byte: UInt8(ascii: ":"))
      string(pairs[index].value)
    }
    output.append(byte: UInt8(ascii: "}"))
  }

  /// Runs that need no escape are copied as they are. `<` is escaped although JSON does not ask for
  /// it, so that a text cannot end a script element that the file is pasted into.
  private func escaped(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while true {
      let next = ByteScan.first(
        in: bytes, from: start, mayHold: Self.mayNeedEscape, where: Self.needsEscape)
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<next]))
      guard next < bytes.count else { return }
      escape(bytes[next])
      start = next + 1
    }
  }

  @inline(__always)
  private static func mayNeedEscape(_ word: UInt64) -> Bool {
    ByteScan.hasControl(word) || ByteScan.has(word, UInt8(ascii: "\""))
      || ByteScan.has(word, UInt8(ascii: "\\")) || ByteScan.has(word, UInt8(ascii: "<"))
      || ByteScan.has(word, 0x7F)
  }

  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<") || byte == 0x7F
  }

  private func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): output.append("\\\"")
    case UInt8(ascii: "\\"): output.append("\\\\")
    default:
      output.append("\\u00")
      for digit in [byte >> 4, byte & 0xF] {
        output.append(byte: digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
      }
    }
  }
}
