import DocumentModel

extension Sheet {
  /// The table as text: UTF-8 without a byte-order mark, lines ended by a line feed, a quoted cell
  /// only where it has to be. Reading it gives the same cells again.
  public var text: String {
    var text = ""
    for comment in head { text += comment + "\n" }
    text += line(columns)
    for item in body {
      switch item {
      case .comment(let comment): text += comment + "\n"
      case .row(let row): text += line(row.cells)
      }
    }
    return text
  }

  /// As many cells as there are columns.
  func line(_ cells: [String]) -> String {
    let mark = String(UnicodeScalar(separator.rawValue))
    let padded = columns.indices.map { $0 < cells.count ? written(cells[$0], mark) : "" }
    return padded.joined(separator: mark) + "\n"
  }

  private func written(_ cell: String, _ mark: String) -> String {
    guard separator != .tab else { return Self.tabbed(cell) }
    let isPlain =
      !cell.contains(mark)
      && !cell.utf8.contains { $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    return isPlain ? cell : Self.quoted(cell)
  }

  /// A cell between tabs has no tab and no line end; one that looks quoted is quoted again.
  private static func tabbed(_ cell: String) -> String {
    let oneLine = String(
      String.UnicodeScalarView(
        cell.unicodeScalars.map { $0 == "\t" || $0 == "\n" || $0 == "\r" ? " " : $0 }))
    return oneLine.hasPrefix("\"") && oneLine.hasSuffix("\"") ? quoted(oneLine) : oneLine
  }

  private static func quoted(_ cell: String) -> String {
    "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}
