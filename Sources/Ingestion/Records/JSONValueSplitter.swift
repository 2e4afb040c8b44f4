/// Cuts JSON into its values without understanding them: the elements of one array, or values one
/// after the other.
struct JSONValueSplitter {
  private let stream: ByteStream
  private let limit: Int
  private(set) var isInArray = false
  private var isAtStart = true

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// The bytes of the next value, nil at the end.
  ///
  /// - Throws: `tooLong` and `nestedTooDeep` for a value that was passed over; `malformed` where the
  ///   text ends inside a value.
  mutating func next() throws(Refusal.Reason) -> [UInt8]? {
    guard try skipToValue() else { return nil }
    var (value, count, brackets) = ([UInt8](), 0, JSONBrackets())
    while case let part = try stream.chunk(), !part.isEmpty {
      var index = 0
      while index < part.count {
        let byte = part[index]
        if Self.endsValue(byte, brackets) { break }
        brackets.take(byte)
        index += 1
        if brackets.isOutside, Self.closes(byte) { break }
      }
      count += index
      if count <= limit { value += part[..<index] } else { value = [] }
      let isWhole = index < part.count || brackets.isOutside && Self.closes(part[index - 1])
      if isWhole {
        stream.putBack(part.count - index)
        return try checked(value, count, brackets)
      }
    }
    guard brackets.isOutside else { throw .malformed(.json, "it ends inside a value") }
    return try checked(value, count, brackets)
  }

  private func checked(
    _ value: [UInt8], _ count: Int, _ brackets: JSONBrackets
  ) throws(Refusal.Reason) -> [UInt8] {
    if count > limit { throw .tooLong(bytes: count, limit: limit) }
    guard brackets.greatestDepth <= JSONBrackets.depthLimit else {
      throw .nestedTooDeep(limit: JSONBrackets.depthLimit)
    }
    return value
  }

  /// Passes over white space and commas, and at the start the bracket of the array around all.
  private mutating func skipToValue() throws(Refusal.Reason) -> Bool {
    while case let part = try stream.chunk(), !part.isEmpty {
      for (index, byte) in part.enumerated() {
        if byte <= 0x20 || byte == UInt8(ascii: ",")
          || isAtStart && Self.byteOrderMark.contains(byte)
        {
          continue
        }
        if isAtStart, byte == UInt8(ascii: "[") {
          (isInArray, isAtStart) = (true, false)
          continue
        }
        isAtStart = false
        if isInArray, byte == UInt8(ascii: "]") { return false }
        stream.putBack(part.count - index)
        return true
      }
    }
    if isInArray { throw .malformed(.json, "the array is not closed; the end may be missing") }
    return false
  }

  /// A number or word ends before a separator; brackets and strings with their last byte.
  private static func endsValue(_ byte: UInt8, _ brackets: JSONBrackets) -> Bool {
    brackets.isOutside && (byte <= 0x20 || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]"))
  }

  private static func closes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\"")
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
