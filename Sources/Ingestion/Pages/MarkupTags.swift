/// Looks over the tags of HTML and XML before a parser does, whose work grows with the square of the
/// number of attributes.
enum MarkupTags {
  private static let mostAttributes = 1_000
  static let complaint = "an element has more than \(mostAttributes) attributes"

  static func haveTooManyAttributes(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var offset = 0
    while let start = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = start + 1
      guard offset < bytes.count, isLetter(bytes[offset]) else { continue }
      guard let end = endOfTag(bytes, from: offset) else { return true }
      offset = end
    }
    return false
  }

  /// How many tags end an element.
  static func endTags(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var (count, previous) = (0, UInt8(0))
    for byte in bytes {
      if byte == UInt8(ascii: "/"), previous == UInt8(ascii: "<") { count += 1 }
      previous = byte
    }
    return count
  }

  /// Behind the `>` of a tag, a value in quotes being one thing; nil for too many attributes.
  private static func endOfTag(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var (offset, count, isBetween) = (start, 0, false)
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: ">") { return offset }
      if byte <= 0x20 || byte == UInt8(ascii: "/") {
        isBetween = true
      } else {
        if isBetween { count += 1 }
        if count > mostAttributes { return nil }
        isBetween = false
        let isQuote = byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
        guard isQuote, isValue(bytes, before: offset - 1) else { continue }
        offset = bytes[offset...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
        isBetween = true
      }
    }
    return offset
  }

  /// Whether an equals sign comes before `offset`.
  private static func isValue(_ bytes: UnsafeBufferPointer<UInt8>, before offset: Int) -> Bool {
    var offset = offset - 1
    while offset > 0, bytes[offset] <= 0x20 { offset -= 1 }
    return offset >= 0 && bytes[offset] == UInt8(ascii: "=")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
