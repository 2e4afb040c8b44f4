/// Takes apart what `ByteWriter` put together. Never reads past the end: damaged bytes throw.
struct ByteReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0
  private var known: [String] = []

  init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    known.reserveCapacity(128)
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func byte() throws(PackError) -> UInt8 {
    guard position < bytes.count else { throw .damaged }
    position += 1
    return bytes[position - 1]
  }

  mutating func number() throws(PackError) -> UInt64 {
    var (result, shift): (UInt64, UInt64) = (0, 0)
    while true {
      let byte = try byte()
      guard shift < 63 || byte < 2 else { throw .damaged }
      result |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return result }
      shift += 7
    }
  }

  mutating func int() throws(PackError) -> Int {
    guard let number = Int(exactly: try number()) else { throw .damaged }
    return number
  }

  mutating func flag() throws(PackError) -> Bool { try byte() != 0 }

  mutating func double() throws(PackError) -> Double {
    var bits: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) { bits |= UInt64(try byte()) << UInt64(shift) }
    return Double(bitPattern: bits)
  }

  mutating func optionalText() throws(PackError) -> String? {
    let number = try int()
    switch number {
    case 0: return nil
    case 1:
      let count = try int()
      guard count <= bytes.count - position else { throw .damaged }
      let text = String(
        decoding: UnsafeRawBufferPointer(rebasing: bytes[position..<position + count]),
        as: UTF8.self)
      position += count
      known.append(text)
      return text
    default:
      guard number - 2 < known.count else { throw .damaged }
      return known[number - 2]
    }
  }

  mutating func text() throws(PackError) -> String {
    guard let text = try optionalText() else { throw .damaged }
    return text
  }

  mutating func list<Value>(
    _ body: (inout ByteReader) throws(PackError) -> Value
  ) throws(PackError) -> [Value] {
    let count = try int()
    // Each takes a byte at least.
    guard count <= bytes.count - position else { throw .damaged }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try body(&self)) }
    return values
  }

  mutating func texts() throws(PackError) -> [String] {
    try list { (reader) throws(PackError) in try reader.text() }
  }

  mutating func pairs() throws(PackError) -> [String: String] {
    let count = try int()
    guard count <= bytes.count - position else { throw .damaged }
    var pairs = [String: String](minimumCapacity: count)
    for _ in 0..<count {
      let name = try text()
      pairs[name] = try text()
    }
    return pairs
  }

  mutating func optionalCase<Case: CaseIterable>(
    of _: Case.Type
  ) throws(PackError) -> Case? where Case.AllCases == [Case] {
    let place = Int(try byte())
    guard place > 0 else { return nil }
    let cases = Case.allCases
    guard place <= cases.count else { throw .damaged }
    return cases[place - 1]
  }

  mutating func aCase<Case: CaseIterable>(
    of type: Case.Type
  ) throws(PackError) -> Case where Case.AllCases == [Case] {
    guard let value = try optionalCase(of: type) else { throw .damaged }
    return value
  }
}

/// Bytes that are no packed article.
public enum PackError: Error, Equatable, Sendable {
  case damaged
}
