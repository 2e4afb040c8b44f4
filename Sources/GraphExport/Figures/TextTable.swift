/// Lines of a table whose columns stand under each other, indented by two spaces.
struct TextTable {
  enum Alignment {
    case left, right
  }

  let columns: [Alignment]

  /// Nothing when there are no rows. Cells are cleaned, so that none can break a line or move a
  /// cursor.
  func lines(_ rows: [[String]], header: [String] = []) -> [String] {
    guard !rows.isEmpty else { return [] }
    let rows = ((header.isEmpty ? [] : [header]) + rows).map { $0.map(TextCleaning.cleaned) }
    let widths = columns.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = columns.indices.map { padded(row[$0], to: widths[$0], columns[$0]) }
      var line = "  " + cells.joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  private func padded(_ cell: String, to width: Int, _ alignment: Alignment) -> String {
    let room = String(repeating: " ", count: max(0, width - cell.count))
    return alignment == .left ? cell + room : room + cell
  }
}
