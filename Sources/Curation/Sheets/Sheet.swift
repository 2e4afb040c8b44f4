import DocumentModel
import Foundation
import Gazetteers

/// A table file as a person keeps it: comments, the line of columns, rows. What the workbench reads
/// for places, and changes and writes back.
public struct Sheet: Sendable {
  /// As messages name it.
  public let path: String
  public let separator: DelimitedRows.Separator
  /// The comments above the line that names the columns.
  public internal(set) var head: [String]
  /// The columns as the file names them, small letters, without empty ones at the end.
  public internal(set) var columns: [String]
  public internal(set) var body: [Line]
  let headerLine: Int
  let headerCells: [DelimitedCell]

  /// A line below the columns.
  public enum Line: Sendable {
    case comment(String)
    case row(Row)

    var row: Row? {
      if case .row(let row) = self { row } else { nil }
    }
  }

  /// A row: its cells, and where they stood.
  public struct Row: Sendable {
    /// From 1; 0 for a row that was not read from a file.
    public let line: Int
    public internal(set) var cells: [String]
    /// Where each cell began, in scalars of its line.
    let starts: [Int]

    init(line: Int = 0, cells: [String], starts: [Int] = []) {
      self.line = line
      self.cells = cells
      self.starts = starts
    }

    /// The trimmed text of a cell; empty when the row has no such cell.
    func text(_ column: Int?) -> String {
      guard let column, column < cells.count else { return "" }
      return cells[column].trimmingCharacters(in: .whitespaces)
    }
  }

  /// Reads a table; nil when it holds nothing but comments.
  public init?(path: String, bytes: [UInt8]) throws(DelimitedTextError) {
    var rows = try DelimitedRows(bytes: bytes, commentMark: "#")
    self.path = path
    separator = rows.separator
    head = []
    body = []
    var header: DelimitedRow?
    while let row = try rows.next() {
      if row.isComment {
        let text = row.cells[0].text
        if header == nil { head.append(text) } else { body.append(.comment(text)) }
      } else if header == nil {
        header = row
      } else {
        body.append(.row(Row(row)))
      }
    }
    guard let header else { return nil }
    headerLine = header.line
    headerCells = header.cells
    columns = header.cells.map { $0.text.trimmingCharacters(in: .whitespaces).lowercased() }
    while columns.count > 1, columns.last?.isEmpty == true { columns.removeLast() }
  }

  /// A new table without rows.
  init(path: String, separator: DelimitedRows.Separator, head: [String], columns: [String]) {
    self.path = path
    self.separator = separator
    self.head = head
    self.columns = columns
    body = []
    headerLine = 0
    headerCells = []
  }

  /// What it holds, as its columns tell; nil when no table has such columns.
  var kind: TableKind? { TableKind(columns: columns) }

  var rows: some Sequence<Row> { body.lazy.compactMap(\.row) }

  var comments: [String] {
    head
      + body.compactMap { line in
        if case .comment(let text) = line { text } else { nil }
      }
  }

  /// The position of a column, nil when there is none of that name.
  func column(_ name: String) -> Int? { columns.firstIndex(of: name) }

  /// The date of its comment `# as-of: 2026-11-23`.
  var asOf: CalendarDate? {
    comments.lazy.compactMap { Self.value(of: "as-of", in: $0).flatMap { CalendarDate($0) } }.last
  }

  /// What follows `# key:` in a comment.
  static func value(of key: String, in comment: String) -> String? {
    let text = comment.drop { $0 == "#" || $0 == " " }
    guard text.hasPrefix(key + ":") else { return nil }
    return text.dropFirst(key.count + 1).trimmingCharacters(in: .whitespaces)
  }
}

extension Sheet.Row {
  fileprivate init(_ row: DelimitedRow) {
    self.init(line: row.line, cells: row.cells.map(\.text), starts: row.cells.map(\.column))
  }
}
