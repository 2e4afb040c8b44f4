import DocumentModel
import Foundation

/// A table file that is being read.
struct TableFile {
  /// Relative to its folder, `/`-separated.
  let name: String
  /// As errors name it.
  let path: String
  /// The number of its folder, in the order in which folders were given.
  let folder: Int
  let kind: TableKind
  let columns: [String]
  private(set) var rows: DelimitedRows
  /// The date the file says it describes.
  private(set) var asOf: CalendarDate?

  /// Reads up to the line that names the columns; nil for a file that holds only comments.
  init?(name: String, path: String, folder: Int, bytes: [UInt8]) throws(GazetteerError) {
    self.name = name
    self.path = path
    self.folder = folder
    do {
      rows = try DelimitedRows(bytes: bytes, commentMark: "#")
    } catch {
      throw GazetteerError(error, in: path)
    }
    var header: DelimitedRow?
    while header == nil {
      guard let row = try Self.next(&rows, path) else { return nil }
      if row.isComment {
        asOf = Self.date(inComment: row.cells[0].text) ?? asOf
      } else {
        header = row
      }
    }
    guard let header else { return nil }
    columns = try Self.columns(of: header, path)
    guard let kind = TableKind(columns: columns) else {
      throw GazetteerError(
        place: TablePlace(file: path, line: header.line, column: header.cells[0].column),
        kind: .unknownTable(columns: columns))
    }
    self.kind = kind
  }

  /// The next row that is no comment, nil at the end. After an error the next call goes on.
  mutating func next() throws(GazetteerError) -> TableRow? {
    while let row = try Self.next(&rows, path) {
      if row.isComment {
        asOf = Self.date(inComment: row.cells[0].text) ?? asOf
      } else {
        try checkWidth(of: row)
        return TableRow(row: row, path: path)
      }
    }
    return nil
  }

  /// The position of a column, nil when the file has none of that name.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  func origin(of row: TableRow) -> Origin { Origin(file: name, line: row.line) }

  private static func next(
    _ rows: inout DelimitedRows, _ path: String
  ) throws(GazetteerError) -> DelimitedRow? {
    do {
      return try rows.next()
    } catch {
      throw GazetteerError(error, in: path)
    }
  }

  /// The names of the columns, without empty ones at the end.
  private static func columns(of row: DelimitedRow, _ path: String) throws(GazetteerError)
    -> [String]
  {
    var names = row.cells.map { $0.text.trimmed.lowercased() }
    while names.count > 1, names.last?.isEmpty == true { names.removeLast() }
    for (index, name) in names.enumerated() where !name.isEmpty && names[..<index].contains(name) {
      throw GazetteerError(
        place: TablePlace(file: path, line: row.line, column: row.cells[index].column),
        kind: .repeatedColumn(name))
    }
    return names
  }

  /// Empty cells behind the last column are no fault, nor are missing ones at the end: spreadsheets
  /// write the ones and leave out the others.
  private func checkWidth(of row: DelimitedRow) throws(GazetteerError) {
    let count = row.cells.count
    guard count > columns.count else { return }
    if row.cells[columns.count...].allSatisfy(\.isBlank) { return }
    let cell = row.cells[columns.count]
    throw GazetteerError(
      place: TablePlace(file: path, line: cell.line, column: cell.column),
      kind: .columnCount(found: count, expected: columns.count))
  }

  /// The date of "# as-of: 2026-11-23".
  private static func date(inComment text: String) -> CalendarDate? {
    let words = text.dropFirst().split(separator: " ", maxSplits: 2)
    guard words.count > 1, words[0] == "as-of:" else { return nil }
    return CalendarDate(words[1])
  }
}

/// A row of a table, whose cells are asked for by column.
struct TableRow {
  let row: DelimitedRow
  let path: String

  var line: Int { row.line }

  /// The trimmed text of a cell; empty when the table or the row has no such cell.
  func text(_ column: Int?) -> String {
    guard let column, column < row.cells.count else { return "" }
    return row.cells[column].text.trimmed
  }

  /// The trimmed text of a cell, nil when that is empty.
  func value(_ column: Int?) -> String? {
    let text = text(column)
    return text.isEmpty ? nil : text
  }

  /// The text of a cell as it stands.
  func raw(_ column: Int?) -> String {
    guard let column, column < row.cells.count else { return "" }
    return row.cells[column].text
  }

  func place(_ column: Int?) -> TablePlace {
    guard let column, column < row.cells.count else {
      return TablePlace(file: path, line: row.line, column: 1)
    }
    let cell = row.cells[column]
    return TablePlace(file: path, line: cell.line, column: cell.column)
  }

  /// The place `offset` scalars into a cell.
  func place(_ column: Int?, offset: Int) -> TablePlace {
    let place = place(column)
    return TablePlace(file: path, line: place.line, column: place.column + offset)
  }

  func error(_ column: Int?, _ kind: GazetteerError.Kind) -> GazetteerError {
    GazetteerError(place: place(column), kind: kind)
  }

  /// The trimmed text of a cell that may not be empty.
  func required(_ column: Int?, named name: String) throws(GazetteerError) -> String {
    guard let value = value(column) else { throw error(column, .missingValue(column: name)) }
    return value
  }
}

extension GazetteerError {
  init(_ error: DelimitedTextError, in path: String) {
    self.init(
      place: TablePlace(file: path, line: error.line, column: error.column),
      kind: .malformed(error.kind))
  }
}

extension String {
  /// Without blanks at both ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    if first > 0x20, last > 0x20, first != 0xC2, last != 0xA0 { return self }
    return trimmingCharacters(in: .whitespaces)
  }
}

extension Substring {
  /// Without blanks at both ends.
  var trimmed: String { String(self).trimmed }
}
