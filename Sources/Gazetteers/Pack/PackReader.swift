import DocumentModel

/// Reads the columns and tables of a pack in the order in which they were written.
struct PackReader {
  /// What the pack was made from.
  let stamp: UInt64
  private let bytes: PackBytes
  private let sectionCount: Int
  private var next = 0
  private var records: PackRecords?

  /// Checks the header, and the checksum of everything behind it.
  init(_ bytes: PackBytes) throws(PackFault) {
    let memory = bytes.bytes
    func field(_ number: Int) -> UInt64 {
      memory.loadUnaligned(fromByteOffset: number * 8, as: UInt64.self)
    }
    guard memory.count >= PackFormat.headerLength, field(0) == PackFormat.magic else {
      throw .foreign
    }
    guard field(1) == PackFormat.fingerprint else { throw .otherVersion }
    guard field(2) == UInt64(memory.count) else { throw .truncated }
    guard field(3) == StableHash.checksum(of: memory, from: PackFormat.checked) else {
      throw .damaged
    }
    stamp = field(4)
    sectionCount = Int(truncatingIfNeeded: field(5))
    let directoryEnd = PackFormat.headerLength + sectionCount * PackFormat.entryLength
    guard (3...64).contains(sectionCount), directoryEnd <= memory.count else { throw .damaged }
    self.bytes = bytes
    records = PackRecords(
      fields: try column(), textStarts: try column(), text: try column())
  }

  mutating func column<Element: BitwiseCopyable & Sendable>() throws(PackFault)
    -> PackColumn<Element>
  {
    guard next < sectionCount else { throw .damaged }
    let entry = PackFormat.headerLength + next * PackFormat.entryLength
    next += 1
    let start = bytes.bytes.loadUnaligned(fromByteOffset: entry, as: UInt64.self)
    let count = bytes.bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt64.self)
    let length = UInt64(bytes.bytes.count)
    guard start <= length, count <= length - start,
      let column = PackColumn<Element>(bytes, Int(start)..<Int(start + count))
    else { throw .damaged }
    return column
  }

  mutating func table<Record: PackRecord>() throws(PackFault) -> PackTable<Record> {
    guard let records else { throw .damaged }
    return PackTable(starts: try column(), records: records)
  }
}

/// The fields and strings that the records of all tables share.
final class PackRecords: Sendable {
  fileprivate let fields: PackColumn<UInt32>
  private let textStarts: PackColumn<UInt32>
  private let text: PackColumn<UInt8>

  init(fields: PackColumn<UInt32>, textStarts: PackColumn<UInt32>, text: PackColumn<UInt8>) {
    self.fields = fields
    self.textStarts = textStarts
    self.text = text
  }

  fileprivate func isString(_ index: Int, _ text: String) -> Bool {
    let (start, end) = (Int(textStarts[index]), Int(textStarts[index + 1]))
    guard text.utf8.count == end - start else { return false }
    var place = start
    for byte in text.utf8 {
      guard self.text[place] == byte else { return false }
      place += 1
    }
    return true
  }

  fileprivate func string(_ index: Int) -> String {
    String(decoding: text.bytes(Int(textStarts[index])..<Int(textStarts[index + 1])), as: UTF8.self)
  }
}

/// Something that is written as a row of a pack's table.
protocol PackRecord: Sendable {
  /// Reads what `write(to:)` wrote.
  init(from fields: inout FieldReader)
  func write(to pack: inout PackWriter)
}

/// The fields of one record, one after the other.
struct FieldReader {
  private let records: PackRecords
  private var next: Int

  init(_ records: PackRecords, at start: Int) {
    self.records = records
    next = start
  }

  mutating func number() -> UInt32 {
    defer { next += 1 }
    return records.fields[next]
  }

  mutating func skip() { next += 1 }
  mutating func index() -> Int32 { Int32(bitPattern: number()) }
  mutating func count() -> Int { Int(number()) }
  mutating func flag() -> Bool { number() != 0 }

  mutating func wideNumber() -> UInt64 {
    let low = UInt64(number())
    return low | UInt64(number()) << 32
  }

  mutating func double() -> Double? {
    let isSet = flag()
    let value = Double(bitPattern: wideNumber())
    return isSet ? value : nil
  }

  mutating func string() -> String { records.string(count()) }

  /// Whether the next field is that string.
  mutating func isString(_ text: String) -> Bool { records.isString(count(), text) }

  mutating func optionalString() -> String? {
    let index = count()
    return index == 0 ? nil : records.string(index - 1)
  }

  mutating func strings() -> [String] {
    let count = count()
    return (0..<count).map { _ in string() }
  }

  mutating func stringsByKey() -> [String: String] {
    var result: [String: String] = [:]
    for _ in 0..<count() {
      let key = string()
      result[key] = string()
    }
    return result
  }

  mutating func date() -> CalendarDate? {
    let packed = count()
    let (month, day) = (packed >> 5 & 15, packed & 31)
    return CalendarDate(
      year: packed >> 9, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
  }
}
