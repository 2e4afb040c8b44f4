/// JSON written straight into an output. The caller keeps commas and brackets in order.
struct JSONText {
  let output: OutputBuffer
  /// Whether strings are cleaned, so that all formats show the same text; off for the lossless form.
  var cleansText = true

  func raw(_ text: StaticString) { output.append(text) }

  /// `"name":`, after a comma unless it is the first of its object.
  func name(_ name: StaticString, isFirst: Bool = false) {
    let count = name.utf8CodeUnitCount
    output.append(count: count + (isFirst ? 3 : 4)) { room in
      var next = room
      if !isFirst {
        next[0] = UInt8(ascii: ",")
        next += 1
      }
      next[0] = Self.quote
      (next + 1).update(from: name.utf8Start, count: count)
      next[count + 1] = Self.quote
      next[count + 2] = UInt8(ascii: ":")
    }
  }

  func string(_ text: String) {
    let isDone = text.withUTF8Bytes { bytes in
      guard !cleansText || TextCleaning.isSurelyClean(bytes) else { return false }
      string(bytes)
      return true
    }
    if !isDone { TextCleaning.cleaned(text).withUTF8Bytes(string) }
  }

  /// A string that this program made, in which there is nothing to clean.
  func token(_ text: String) { text.withUTF8Bytes(string) }

  func integer(_ number: Int) {
    if number < 0 { output.append(byte: UInt8(ascii: "-")) }
    let digits = DecimalDigits(number.magnitude)
    output.append(count: digits.count) { digits.write(to: $0) }
  }

  func strings(_ texts: [String]) {
    array(texts) { string($0) }
  }

  func array<Element>(_ elements: [Element], _ body: (Element) -> Void) {
    array(count: elements.count) { body(elements[$0]) }
  }

  /// By index, for elements that are large enough to be looked at where they lie.
  func array(count: Int, _ body: (Int) -> Void) {
    output.append(byte: UInt8(ascii: "["))
    for index in 0..<count {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      body(index)
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

  private static let quote = UInt8(ascii: "\"")

  /// Runs that need no escape are copied as they are. `<` is escaped although JSON does not ask for
  /// it, so that a text cannot end a script element that the file is pasted into.
  private func string(_ bytes: UnsafeBufferPointer<UInt8>) {
    var next = Self.firstToEscape(in: bytes, from: 0)
    if next == bytes.count { return output.append(bytes, between: Self.quote) }
    output.append(byte: Self.quote)
    var start = 0
    while next < bytes.count {
      output.append(UnsafeBufferPointer(rebasing: bytes[start..<next]))
      escape(bytes[next])
      start = next + 1
      next = Self.firstToEscape(in: bytes, from: start)
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    output.append(byte: Self.quote)
  }

  private static func firstToEscape(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    ByteScan.first(in: bytes, from: start, mayHold: mayNeedEscape, where: needsEscape)
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
