import DocumentModel

/// One item of a cell of aliases, as written.
package struct AliasItem: Hashable {
  package var surface: String
  /// Written with a hyphen before it: taken back.
  package var isRemoval = false
  /// Without `onlyWith`, which takes all tables to resolve.
  package var marks = AliasMarks()
  /// The id behind `@`, and where it stands in the cell, in scalars.
  package var onlyWith: (id: String, offset: Int)?

  package static func == (left: AliasItem, right: AliasItem) -> Bool {
    (left.surface, left.isRemoval, left.marks) == (right.surface, right.isRemoval, right.marks)
      && left.onlyWith?.id == right.onlyWith?.id
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(surface) }
}

/// What is wrong with a cell of aliases, and where in it, in scalars.
package struct AliasCellError: Error, Hashable {
  package var offset: Int
  package var kind: GazetteerError.Kind
}

/// Reads cells such as `Republic of Korea | ROK[=] | the South[@PRK]`.
///
/// Items are parted by `|`; marks stand in square brackets at an item's end, joined by commas; a
/// backslash before `|`, `[`, `]`, `\` or a hyphen at the beginning makes it an ordinary character.
package struct AliasCell {
  private let bytes: [UInt8]

  /// The items of a cell; empty ones are passed over.
  package static func items(_ text: String) throws(AliasCellError) -> [AliasItem] {
    try AliasCell(bytes: Array(text.utf8)).items()
  }

  private func items() throws(AliasCellError) -> [AliasItem] {
    var items: [AliasItem] = []
    var start = 0
    while start < bytes.count {
      let end = position(of: UInt8(ascii: "|"), in: start..<bytes.count) ?? bytes.count
      let range = trimmed(start..<end)
      if !range.isEmpty { items.append(try item(range)) }
      start = end + 1
    }
    return items
  }

  private func item(_ range: Range<Int>) throws(AliasCellError) -> AliasItem {
    var range = range
    var item = AliasItem(surface: "")
    if bytes[range.lowerBound] == UInt8(ascii: "-"), range.count > 1 {
      item.isRemoval = true
      range = range.lowerBound + 1..<range.upperBound
    }
    if let open = position(of: UInt8(ascii: "["), in: range) {
      try readMarks(open, range, into: &item)
      range = trimmed(range.lowerBound..<open)
    }
    item.surface = unescaped(range)
    return item
  }

  private func readMarks(
    _ open: Int, _ range: Range<Int>, into item: inout AliasItem
  ) throws(AliasCellError) {
    guard let close = position(of: UInt8(ascii: "]"), in: open + 1..<range.upperBound) else {
      throw error(at: open, .unclosedMarks)
    }
    guard close == range.upperBound - 1 else { throw error(at: close + 1, .misplacedMarks) }
    var start = open + 1
    while start <= close {
      let end = bytes[start..<close].firstIndex(of: UInt8(ascii: ",")) ?? close
      try readMark(trimmed(start..<end), into: &item)
      start = end + 1
    }
  }

  private func readMark(_ range: Range<Int>, into item: inout AliasItem) throws(AliasCellError) {
    let mark = String(decoding: bytes[range], as: UTF8.self)
    switch mark {
    case "=": item.marks.exactCase = true
    case "~": item.marks.needsEvidence = true
    case "+": item.marks.afterFullForm = true
    case "adj": item.marks.adjective = true
    case "dem": item.marks.demonym = true
    case "met": item.marks.metonym = true
    default:
      if mark.hasPrefix("@"), mark.utf8.count > 1, item.onlyWith == nil {
        item.onlyWith = (String(mark.dropFirst()), offset(of: range.lowerBound))
      } else {
        item.marks.dates.append(try dates(mark, at: range.lowerBound))
      }
    }
  }

  private func dates(_ mark: String, at position: Int) throws(AliasCellError) -> DateRange {
    guard let dots = mark.firstRange(of: "..") else {
      throw error(at: position, .unknownMark(mark))
    }
    let from = mark[..<dots.lowerBound]
    let to = mark[dots.upperBound...]
    guard let first = Self.bound(from), let last = Self.bound(to), first != nil || last != nil
    else {
      throw error(at: position, .malformedDate(mark))
    }
    if let first, let last, first.firstDay > last.lastDay {
      throw error(at: position, .reversedDates(mark))
    }
    return DateRange(from: first, to: last)
  }

  /// An open end is nil, a text that is no date nothing at all.
  private static func bound(_ text: Substring) -> CalendarDate?? {
    if text.isEmpty { return .some(nil) }
    return CalendarDate(text).map { .some($0) }
  }

  // MARK: Bytes

  /// The first such byte without a backslash before it.
  private func position(of byte: UInt8, in range: Range<Int>) -> Int? {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") {
        index += 2
        continue
      }
      if bytes[index] == byte { return index }
      index += 1
    }
    return nil
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (first, last) = (range.lowerBound, range.upperBound)
    while first < last, bytes[first] <= 0x20 { first += 1 }
    while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
    return first..<last
  }

  private func unescaped(_ range: Range<Int>) -> String {
    guard bytes[range].contains(UInt8(ascii: "\\")) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isEscape =
        bytes[index] == UInt8(ascii: "\\") && index + 1 < range.upperBound
        && "|[]\\-".utf8.contains(bytes[index + 1])
      if isEscape { index += 1 }
      result.append(bytes[index])
      index += 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  private func error(at position: Int, _ kind: GazetteerError.Kind) -> AliasCellError {
    AliasCellError(offset: offset(of: position), kind: kind)
  }

  private func offset(of position: Int) -> Int {
    bytes[..<position].count { $0 & 0xC0 != 0x80 }
  }
}
