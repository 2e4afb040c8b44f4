/// Counts the brackets of JSON, byte by byte, without those in strings.
struct JSONBrackets {
  /// Deeper values are not parsed: no record of news is nested like that.
  static let depthLimit = 200

  private(set) var depth = 0
  private(set) var greatestDepth = 0
  private var isInString = false
  private var isEscaped = false

  /// Whether everything that was opened is closed.
  var isOutside: Bool { depth <= 0 && !isInString }

  mutating func take(_ byte: UInt8) {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return
    }
    switch byte {
    case UInt8(ascii: "\""): isInString = true
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      greatestDepth = max(greatestDepth, depth)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
    default: break
    }
  }
}
