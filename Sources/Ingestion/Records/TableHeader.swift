import DocumentModel

/// Whether a text without a telling name begins as a table of articles does.
enum TableHeader {
  private static let longestName = 40

  /// Names of columns only, one of them the text's and one of something else known.
  static func stands(atopOf head: String) -> Bool {
    let line = head.prefix { !$0.isNewline }
    guard line.utf8.count < 2_000 else { return false }
    var rows = DelimitedRows(String(line))
    guard let cells = (try? rows.next())?.cells, cells.count > 1,
      cells.allSatisfy({ isName($0.text) })
    else { return false }
    let parts = FieldMap().parts(in: cells.map(\.text))
    return parts.contains(.text) && parts.count > 1
  }

  private static func isName(_ text: String) -> Bool {
    text.utf8.count <= longestName && !text.trimmed.isEmpty && text.first != " "
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
          || "_- .".unicodeScalars.contains($0)
      }
      && text.split(separator: " ").count <= 3
  }
}
