import DocumentModel

/// Reads the rows of a metadata table and collects what is wrong with them.
struct MetadataReader {
  private(set) var rows: [MetadataTable.Row] = []
  private(set) var problems: [MetadataError.Problem] = []
  private var source: DelimitedRows
  private var lines: [String: Int] = [:]

  init(_ text: String) {
    source = DelimitedRows(text)
  }

  mutating func read() {
    guard let header = nextRow() else {
      if problems.isEmpty { report(.empty, 1, 1) }
      return
    }
    guard let columns = columns(in: header) else { return }
    while let row = nextRow() { read(row, columns) }
  }

  /// The next row that is well formed.
  private mutating func nextRow() -> DelimitedRow? {
    while true {
      do throws(DelimitedTextError) {
        return try source.next()
      } catch {
        report(.malformed(error.kind), error.line, error.column)
      }
    }
  }

  /// The name of each column; empty for one without a name, which is passed over.
  private mutating func columns(in header: DelimitedRow) -> [String]? {
    let names = header.cells.map { trimmed($0.text) }
    let keys = names.map { Self.known.contains($0.lowercased()) ? $0.lowercased() : $0 }
    for (index, key) in keys.enumerated() where !key.isEmpty && keys[..<index].contains(key) {
      report(.repeatedColumn(key), at: header.cells[index])
    }
    guard keys.contains("path") else {
      report(.noPathColumn(found: names), at: header.cells[0])
      return nil
    }
    return keys
  }

  private mutating func read(_ row: DelimitedRow, _ columns: [String]) {
    if row.cells.count > columns.count,
      let extra = row.cells[columns.count...].first(where: { !$0.isBlank })
    {
      return report(.tooManyCells(columns: columns.count), at: extra)
    }
    var (path, metadata) = ("", ArticleMetadata())
    for (column, cell) in zip(columns, row.cells) where !column.isEmpty {
      let text = trimmed(cell.text)
      if text.isEmpty { continue }
      if column == "path" {
        path = normalized(text)
      } else {
        set(column, text, cell, in: &metadata)
      }
    }
    keep(path, metadata, row)
  }

  private mutating func set(
    _ column: String, _ text: String, _ cell: DelimitedCell, in metadata: inout ArticleMetadata
  ) {
    switch column {
    case "title": metadata.title = text
    case "source": metadata.source = text
    case "url": metadata.url = text
    case "authors": metadata.authors = text.split(separator: "|").map(trimmed).filter { $0 != "" }
    case "date":
      guard let date = date(text) else { return report(.notADate(text), at: cell) }
      metadata.date = DatedFact(date, from: .metadata)
    default: metadata.attributes[column] = text
    }
  }

  private mutating func keep(_ path: String, _ metadata: ArticleMetadata, _ row: DelimitedRow) {
    if path.isEmpty { return report(.noPath, at: row.cells[0]) }
    if let line = lines.updateValue(row.line, forKey: path) {
      return report(.repeatedPath(path, firstLine: line), at: row.cells[0])
    }
    rows.append(MetadataTable.Row(path: path, line: row.line, metadata: metadata))
  }

  /// A date, or the date of a time stamp (`2023-11-09T08:00:00Z`).
  private func date(_ text: String) -> CalendarDate? {
    CalendarDate(text.prefix { $0 != "T" && $0 != " " })
  }

  private func normalized(_ path: String) -> String {
    var parts = path.split(whereSeparator: { $0 == "/" || $0 == "\\" })[...]
    parts = parts.drop { $0 == "." }
    return parts.joined(separator: "/")
  }

  private mutating func report(_ kind: MetadataError.Kind, at cell: DelimitedCell) {
    report(kind, cell.line, cell.column)
  }

  private mutating func report(_ kind: MetadataError.Kind, _ line: Int, _ column: Int) {
    problems.append(MetadataError.Problem(line: line, column: column, kind: kind))
  }

  private static let known: Set = ["path", "title", "date", "source", "authors", "url"]
}

private func trimmed(_ text: some StringProtocol) -> String {
  let start = text.drop { $0.isWhitespace }
  return String(start.reversed().drop { $0.isWhitespace }.reversed())
}
