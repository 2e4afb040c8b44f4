extension TextScratch {
  /// Appends clean text as it must stand between the quotes of a DOT string.
  ///
  /// Quotes and backslashes are escaped. Graphviz decodes character references in labels, so an
  /// ampersand that would begin one is written as a reference itself; others stay, since Gephi
  /// decodes none.
  func append(dot bytes: UnsafeBufferPointer<UInt8>) {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case UInt8(ascii: "&") where Self.beginsReference(bytes, after: index): append("&amp;")
      case let byte: append(byte: byte)
      }
    }
  }

  /// Whether a name or a number and a semicolon follow.
  private static func beginsReference(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int) -> Bool
  {
    var index = start + 1
    if index < bytes.count, bytes[index] == UInt8(ascii: "#") { index += 1 }
    let first = index
    while index < bytes.count, isAlphanumeric(bytes[index]) { index += 1 }
    return index > first && index < bytes.count && bytes[index] == UInt8(ascii: ";")
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// Cuts to at most `limit` bytes, between scalars, an ellipsis included.
  func shorten(toBytes limit: Int) {
    guard count > limit else { return }
    var end = limit - 3
    while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    truncate(to: end)
    append("…")
  }

  /// Cuts to at most `limit` characters and an ellipsis.
  func shorten(toCharacters limit: Int) {
    guard count > limit else { return }
    let text = text
    guard let end = text.index(text.startIndex, offsetBy: limit, limitedBy: text.endIndex),
      end < text.endIndex
    else { return }
    truncate(to: text.utf8.distance(from: text.startIndex, to: end))
    append("…")
  }
}
