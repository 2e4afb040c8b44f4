import DocumentModel

/// Collects columns and tables and lays them out as a pack.
///
/// What is written is read back by `PackReader` in the same order.
struct PackWriter {
  private var columns: [[UInt8]] = []
  /// The fields of all records.
  private(set) var fields: [UInt32] = []
  private var strings = StringTable()

  mutating func add<Element: BitwiseCopyable>(column: [Element]) {
    columns.append(column.withUnsafeBytes { Array($0) })
  }

  /// Adds records, and a column of where each begins.
  mutating func add(table: some Sequence<some PackRecord>) {
    var starts: [UInt32] = []
    for record in table {
      starts.append(UInt32(fields.count))
      record.write(to: &self)
    }
    add(column: starts)
  }

  /// The pack; the same columns and tables give the same bytes.
  consuming func pack(stamp: UInt64) -> PackBytes {
    let records = [fields.bytes, strings.starts.bytes, strings.text]
    let sections = records + columns
    var end = PackFormat.headerLength + sections.count * PackFormat.entryLength
    let ranges = sections.map { section in
      let start = (end + PackBytes.alignment - 1) / PackBytes.alignment * PackBytes.alignment
      end = start + section.count
      return start..<end
    }
    return PackBytes(count: end) { memory in
      for (index, range) in ranges.enumerated() {
        let entry = PackFormat.headerLength + index * PackFormat.entryLength
        memory.storeBytes(of: UInt64(range.lowerBound), toByteOffset: entry, as: UInt64.self)
        memory.storeBytes(of: UInt64(range.count), toByteOffset: entry + 8, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: memory[range]).copyBytes(from: sections[index])
      }
      let header = [
        PackFormat.magic, PackFormat.fingerprint, UInt64(end), 0, stamp, UInt64(sections.count),
      ]
      for (index, value) in header.enumerated() {
        memory.storeBytes(of: value, toByteOffset: index * 8, as: UInt64.self)
      }
      let checksum = StableHash.checksum(
        of: UnsafeRawBufferPointer(memory), from: PackFormat.checked)
      memory.storeBytes(of: checksum, toByteOffset: 24, as: UInt64.self)
    }
  }
}

extension Array where Element: BitwiseCopyable {
  fileprivate var bytes: [UInt8] { withUnsafeBytes { Array<UInt8>($0) } }
}

/// The fields of records.
extension PackWriter {
  mutating func add(_ number: UInt32) { fields.append(number) }
  mutating func add(_ number: Int32) { fields.append(UInt32(bitPattern: number)) }
  mutating func add(_ number: Int) { fields.append(UInt32(number)) }
  mutating func add(_ isSet: Bool) { fields.append(isSet ? 1 : 0) }

  mutating func add(_ number: UInt64) {
    fields.append(UInt32(truncatingIfNeeded: number))
    fields.append(UInt32(truncatingIfNeeded: number >> 32))
  }

  mutating func add(_ number: Double?) {
    add(number != nil)
    add((number ?? 0).bitPattern)
  }

  mutating func add(_ string: String) { fields.append(strings.index(of: string)) }

  mutating func add(_ string: String?) {
    fields.append(string.map { strings.index(of: $0) + 1 } ?? 0)
  }

  mutating func add(_ strings: [String]) {
    add(strings.count)
    for string in strings { add(string) }
  }

  mutating func add(_ strings: [String: String]) {
    add(strings.count)
    for (key, value) in strings.sorted(by: { $0.key < $1.key }) {
      add(key)
      add(value)
    }
  }

  mutating func add(_ date: CalendarDate?) {
    guard let date else { return add(0 as UInt32) }
    add(UInt32(date.year << 9 | (date.month ?? 0) << 5 | (date.day ?? 0)))
  }
}
