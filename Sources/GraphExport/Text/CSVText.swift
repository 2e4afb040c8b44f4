/// Comma-separated values written straight into an output: every field that is not empty is quoted,
/// lines end in LF.
struct CSVText {
  /// What a reader makes of a backslash.
  enum Dialect {
    /// RFC 4180: nothing special.
    case plain
    /// Gephi takes it for an escape.
    case gephi
  }

  let output: OutputBuffer
  let dialect: Dialect

  /// Names of columns: letters, digits, underscores.
  func header(_ names: [String]) {
    output.append(names.joined(separator: ","))
    output.append(byte: 10)
  }

  func header(_ names: [StaticString]) {
    for index in names.indices {
      if index > 0 { output.append(byte: UInt8(ascii: ",")) }
      output.append(names[index])
    }
    output.append(byte: 10)
  }

  func endRow() { output.append(byte: 10) }

  func separator() { output.append(byte: UInt8(ascii: ",")) }

  /// A field of text from outside. A spreadsheet would run what begins with `=`, `+`, `-` or `@`; an
  /// apostrophe before it is its own mark for text. Gephi would take a column of digits for numbers.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first else { return }
    guard Self.beginsFormula(first) || dialect == .gephi && Self.isNumber(bytes) else {
      return value(bytes)
    }
    output.append(byte: Self.quote)
    output.append(byte: UInt8(ascii: "'"))
    escaped(bytes, from: firstDoubled(in: bytes, from: 0))
    output.append(byte: Self.quote)
  }

  /// A field that this program made: a number, a date, an id.
  func value(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard !bytes.isEmpty else { return }
    let next = firstDoubled(in: bytes, from: 0)
    if next == bytes.count { return output.append(bytes, between: Self.quote) }
    output.append(byte: Self.quote)
    escaped(bytes, from: next)
    output.append(byte: Self.quote)
  }

  private static let quote = UInt8(ascii: "\"")

  /// A byte that is doubled, the first at `next`, ends one piece and begins the next.
  private func escaped(_ bytes: UnsafeBufferPointer<UInt8>, from next: Int) {
    var (start, next) = (0, next)
    while next < bytes.count {
      output.append(UnsafeBufferPointer(rebasing: bytes[start...next]))
      start = next
      next = firstDoubled(in: bytes, from: next + 1)
    }
    output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  private func firstDoubled(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let other = dialect == .gephi ? UInt8(ascii: "\\") : Self.quote
    return ByteScan.first(
      in: bytes, from: start,
      mayHold: { ByteScan.has($0, Self.quote) || ByteScan.has($0, other) },
      where: { $0 == Self.quote || $0 == other })
  }

  private static func beginsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
    default: false
    }
  }

  private static func isNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
  }
}
