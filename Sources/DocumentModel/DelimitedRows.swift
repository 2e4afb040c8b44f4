/// The rows of a comma-, semicolon- or tab-separated text, as a spreadsheet saves it.
///
/// ```swift
/// var rows = DelimitedRows(text, commentMark: "#")
/// while let row = try rows.next() { … }
/// ```
/// Line ends of every kind, a byte-order mark and a first line `sep=;` are understood; rows whose
/// cells are all blank are passed over. With commas and semicolons a cell that begins with `"` runs
/// to the closing `"`, over line ends if need be, and `""` in it stands for one (RFC 4180). With
/// tabs quotes are ordinary characters, except that a cell which is quoted as a whole on one line, as
/// LibreOffice and Excel write it, is unquoted. Cells are not trimmed.
///
/// A copy starts where the original stands; nothing is shared that changes.
public struct DelimitedRows: Sendable {
  public let separator: Separator
  private let bytes: [UInt8]
  private let commentMark: UInt8?
  private var cursor: Cursor

  public enum Separator: UInt8, Sendable, CaseIterable {
    case comma = 0x2C
    case semicolon = 0x3B
    case tab = 0x09
  }

  /// - Parameters:
  ///   - separator: nil detects it in the first line that is neither blank nor a comment.
  ///   - commentMark: an ASCII character; a row that begins with it is a comment.
  public init(_ text: String, separator: Separator? = nil, commentMark: Unicode.Scalar? = nil) {
    self.init(valid: Array(text.utf8), separator: separator, commentMark: commentMark)
  }

  /// Reads UTF-8; throws at the first byte that is not.
  public init(
    bytes: [UInt8], separator: Separator? = nil, commentMark: Unicode.Scalar? = nil
  ) throws(DelimitedTextError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw DelimitedTextError(firstInvalidIn: bytes)
    }
    self.init(valid: bytes, separator: separator, commentMark: commentMark)
  }

  private init(valid bytes: [UInt8], separator: Separator?, commentMark: Unicode.Scalar?) {
    self.bytes = bytes
    self.commentMark = commentMark.map { UInt8(truncatingIfNeeded: $0.value) }
    cursor = Cursor(start: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    let declared = Self.declaredSeparator(in: bytes, at: cursor.offset)
    self.separator =
      separator ?? declared
      ?? Self.likelySeparator(in: bytes, from: cursor.offset, commentMark: self.commentMark)
    if declared != nil { skipLine() }
  }

  /// The next row, nil at the end. After an error it goes on with the line after the one where
  /// the faulty cell begins.
  public mutating func next() throws(DelimitedTextError) -> DelimitedRow? {
    while cursor.offset < bytes.count {
      let row = try bytes[cursor.offset] == commentMark ? commentRow() : nextRow()
      if !row.isBlank { return row }
    }
    return nil
  }

  /// All rows that are left.
  public mutating func remaining() throws(DelimitedTextError) -> [DelimitedRow] {
    var rows: [DelimitedRow] = []
    while let row = try next() { rows.append(row) }
    return rows
  }
}

/// One row: its cells and where it begins.
public struct DelimitedRow: Sendable, Hashable {
  /// The line on which the row begins, from 1.
  public let line: Int
  /// Never empty; a comment is one cell, its mark included.
  public let cells: [DelimitedCell]
  public let isComment: Bool

  fileprivate var isBlank: Bool { cells.allSatisfy(\.isBlank) }
}

/// One cell: its text without quotes, and where it begins.
public struct DelimitedCell: Sendable, Hashable {
  public let text: String
  /// From 1; differs from the row's line behind a quoted line end.
  public let line: Int
  /// From 1, in Unicode scalars of the line; of a quoted cell that of the quote.
  public let column: Int

  public var isBlank: Bool { text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } }
}

/// Where and why a delimited text is malformed.
public struct DelimitedTextError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A quote that no other closes at the end of the cell.
    case unclosedQuote
    /// Text between a closing quote and the next separator.
    case textAfterQuote
    case invalidUTF8
  }

  /// From 1.
  public let line: Int
  /// From 1, in Unicode scalars of the line.
  public let column: Int
  public let kind: Kind
}

extension DelimitedTextError: CustomStringConvertible {
  public var description: String { "\(line):\(column): \(kind.words)" }
}

extension DelimitedTextError.Kind {
  /// What is wrong and what to do.
  public var words: String {
    switch self {
    case .unclosedQuote:
      "this quote is not closed at the end of the cell; close it, or quote the cell and double it"
    case .textAfterQuote:
      "text follows the closing quote; double the quotes that are part of the cell"
    case .invalidUTF8: "this is not UTF-8; save the file as UTF-8"
    }
  }
}

/// Where the reader stands.
private struct Cursor: Sendable {
  var offset: Int
  var line = 1
  /// A place on the line whose column is known; counting on from it keeps long lines linear.
  var counted: (offset: Int, column: Int)

  init(start: Int) {
    offset = start
    counted = (start, 1)
  }

  mutating func beginLine(at offset: Int) {
    self.offset = offset
    line += 1
    counted = (offset, 1)
  }
}

extension DelimitedRows {
  /// Reads one line as a comment, without the empty cells that spreadsheets put behind it.
  private mutating func commentRow() -> DelimitedRow {
    let (start, line) = (cursor.offset, cursor.line)
    let end = endOfLine(from: start)
    cursor.offset = end
    skipLineEnd()
    var last = end
    while last > start, bytes[last - 1] == separator.rawValue { last -= 1 }
    let cell = DelimitedCell(text: text(start..<last), line: line, column: 1)
    return DelimitedRow(line: line, cells: [cell], isComment: true)
  }

  private mutating func nextRow() throws(DelimitedTextError) -> DelimitedRow {
    let line = cursor.line
    var cells: [DelimitedCell] = []
    cells.reserveCapacity(8)
    repeat {
      cells.append(try nextCell())
    } while skipSeparator()
    skipLineEnd()
    let isComment = commentMark != nil && cells[0].text.utf8.first == commentMark
    return DelimitedRow(line: line, cells: cells, isComment: isComment)
  }

  private mutating func nextCell() throws(DelimitedTextError) -> DelimitedCell {
    let (line, column) = (cursor.line, column(at: cursor.offset))
    if cursor.offset < bytes.count, bytes[cursor.offset] == quote,
      separator != .tab || isQuotedWhole()
    {
      let text = try quotedText(line: line, column: column)
      return DelimitedCell(text: text, line: line, column: column)
    }
    let start = cursor.offset
    cursor.offset = endOfCell(from: start)
    return DelimitedCell(text: text(start..<cursor.offset), line: line, column: column)
  }

  /// Reads from an opening quote to the end of the cell.
  private mutating func quotedText(line: Int, column: Int) throws(DelimitedTextError) -> String {
    let opening = cursor
    var content: [UInt8] = []
    cursor.offset += 1
    while let end = nextQuote(from: cursor.offset) {
      content += bytes[cursor.offset..<end]
      countLines(in: cursor.offset..<end)
      cursor.offset = end + 1
      guard cursor.offset < bytes.count, bytes[cursor.offset] == quote else {
        try checkCellEnds(openedAt: line, column, opening)
        return String(decoding: content, as: UTF8.self)
      }
      content.append(quote)
      cursor.offset += 1
    }
    cursor = opening
    skipLine()
    throw DelimitedTextError(line: line, column: column, kind: .unclosedQuote)
  }

  /// Behind a closing quote. If that is on a later line, the opening one is the likelier mistake.
  private mutating func checkCellEnds(
    openedAt line: Int, _ column: Int, _ opening: Cursor
  ) throws(DelimitedTextError) {
    guard cursor.offset < bytes.count, !isCellEnd(bytes[cursor.offset]) else { return }
    let error =
      cursor.line == line
      ? DelimitedTextError(
        line: line, column: self.column(at: cursor.offset), kind: .textAfterQuote)
      : DelimitedTextError(line: line, column: column, kind: .unclosedQuote)
    cursor = opening
    skipLine()
    throw error
  }

  /// Whether the cell at the cursor, which begins with a quote, also ends with its closing quote
  /// on the same line.
  private func isQuotedWhole() -> Bool {
    var offset = cursor.offset + 1
    let end = endOfCell(from: offset)
    while offset < end {
      guard bytes[offset] == quote else {
        offset += 1
        continue
      }
      if offset + 1 == end { return true }
      guard bytes[offset + 1] == quote else { return false }
      offset += 2
    }
    return false
  }
}

extension DelimitedRows {
  private var quote: UInt8 { 0x22 }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private func isCellEnd(_ byte: UInt8) -> Bool {
    byte == separator.rawValue || byte == 0x0A || byte == 0x0D
  }

  private func endOfCell(from start: Int) -> Int {
    let (span, separator) = (bytes.span, separator.rawValue)
    var offset = start
    while offset < span.count {
      let byte = span[offset]
      if byte == separator || byte == 0x0A || byte == 0x0D { break }
      offset += 1
    }
    return offset
  }

  private func endOfLine(from start: Int) -> Int {
    let span = bytes.span
    var offset = start
    while offset < span.count, span[offset] != 0x0A, span[offset] != 0x0D { offset += 1 }
    return offset
  }

  private func nextQuote(from start: Int) -> Int? {
    let span = bytes.span
    var offset = start
    while offset < span.count {
      if span[offset] == 0x22 { return offset }
      offset += 1
    }
    return nil
  }

  private mutating func skipSeparator() -> Bool {
    guard cursor.offset < bytes.count, bytes[cursor.offset] == separator.rawValue else {
      return false
    }
    cursor.offset += 1
    return true
  }

  private mutating func skipLine() {
    cursor.offset = endOfLine(from: cursor.offset)
    skipLineEnd()
  }

  private mutating func skipLineEnd() {
    guard cursor.offset < bytes.count else { return }
    let isPair =
      bytes[cursor.offset] == 0x0D && cursor.offset + 1 < bytes.count
      && bytes[cursor.offset + 1] == 0x0A
    cursor.beginLine(at: cursor.offset + (isPair ? 2 : 1))
  }

  /// Notes the line ends inside a quoted cell.
  private mutating func countLines(in range: Range<Int>) {
    for offset in range {
      let endsLine =
        bytes[offset] == 0x0A
        || bytes[offset] == 0x0D && (offset + 1 == bytes.count || bytes[offset + 1] != 0x0A)
      if endsLine { cursor.beginLine(at: offset + 1) }
    }
  }

  private mutating func column(at offset: Int) -> Int {
    let scalars = bytes[cursor.counted.offset..<offset].count { $0 & 0xC0 != 0x80 }
    cursor.counted = (offset, cursor.counted.column + scalars)
    return cursor.counted.column
  }
}

extension DelimitedRows {
  /// What a first line `sep=;` says, which Excel reads and writes.
  private static func declaredSeparator(in bytes: [UInt8], at start: Int) -> Separator? {
    let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    guard line.count == 5, line.starts(with: "sep=".utf8), let last = line.last else { return nil }
    return Separator(rawValue: last)
  }

  /// A tab if the first line with content has one, else whichever of `;` and `,` it has more of.
  private static func likelySeparator(
    in bytes: [UInt8], from start: Int, commentMark: UInt8?
  ) -> Separator {
    let header = firstLine(in: bytes, from: start, commentMark: commentMark)
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for byte in header {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    func count(_ separator: Separator) -> Int { counts[separator.rawValue] ?? 0 }
    if count(.tab) > 0 { return .tab }
    return count(.semicolon) > count(.comma) ? .semicolon : .comma
  }

  private static func firstLine(
    in bytes: [UInt8], from start: Int, commentMark: UInt8?
  ) -> ArraySlice<UInt8> {
    var rest = bytes[start...]
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
      let first = line.first == 0x22 ? line.dropFirst().first : line.first
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !isBlank, commentMark == nil || first != commentMark { return line }
      rest = rest[line.endIndex...].drop { $0 == 0x0A || $0 == 0x0D }
    }
    return rest
  }
}

extension DelimitedTextError {
  /// Finds the first byte that is not UTF-8.
  fileprivate init(firstInvalidIn bytes: [UInt8]) {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var (line, column, follows) = (1, 1, false)
    while case .valid(let encoded) = parser.parseScalar(from: &iterator) {
      let scalar = Unicode.UTF8.decode(encoded)
      switch scalar {
      case "\n" where follows: break
      case "\n", "\r": (line, column) = (line + 1, 1)
      default: column += 1
      }
      follows = scalar == "\r"
    }
    self.init(line: line, column: column, kind: .invalidUTF8)
  }
}
