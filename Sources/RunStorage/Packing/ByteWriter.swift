/// Puts numbers and texts together as bytes; `ByteReader` takes them apart.
///
/// Whole numbers take a byte for every seven bits. A text is written once, where it first stands, and
/// after that named by its number.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []
  private var texts: [String: UInt64] = [:]

  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func write(_ number: UInt64) {
    var rest = number
    while rest > 0x7F {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Not below zero.
  mutating func write(_ number: Int) { write(UInt64(number)) }

  mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func write(_ number: Double) {
    let bits = number.bitPattern
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(shift)))
    }
  }

  /// Zero is nil, one a new text with its bytes, two and more one that was there.
  mutating func write(_ text: String?) {
    guard let text else { return write(0) }
    if let known = texts[text] { return write(known) }
    texts[text] = UInt64(texts.count) + 2
    write(1)
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func write<Value>(_ values: [Value], _ body: (inout ByteWriter, Value) -> Void) {
    write(values.count)
    for value in values { body(&self, value) }
  }

  mutating func write(_ texts: [String]) { write(texts) { $0.write($1) } }

  /// Sorted by name, so that the same pairs are the same bytes.
  mutating func write(_ pairs: [String: String]) {
    let names = pairs.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    write(names) { writer, name in
      writer.write(name)
      writer.write(pairs[name])
    }
  }

  /// A case by its place among all cases, from one; zero is nil. A new case in their midst changes
  /// what the bytes mean: `PackedArticle.version` counts up then.
  mutating func write<Case: CaseIterable & Equatable>(_ value: Case?) {
    var place = 0
    if let value {
      for (index, other) in Case.allCases.enumerated() where other == value { place = index + 1 }
    }
    bytes.append(UInt8(place))
  }
}
