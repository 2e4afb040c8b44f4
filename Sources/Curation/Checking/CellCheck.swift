import DocumentModel
import Gazetteers

/// Finds cells in which a spreadsheet left an error instead of what was typed: a name that begins
/// with `=` is a formula to it.
struct CellCheck {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func findings() -> [CheckFinding] {
    context.tables.all.flatMap { sheet in
      sheet.rows.flatMap { row in
        row.cells.enumerated().compactMap { index, text in
          Self.isError(text)
            ? CheckFinding(
              place: TablePlace(
                file: sheet.path, line: row.line,
                column: index < row.starts.count ? row.starts[index] : 1),
              code: .spreadsheetError, subject: text,
              message: "\"\(text)\" is what a spreadsheet makes of a formula it cannot work "
                + "out; type what you mean with an apostrophe before it")
            : nil
        }
      }
    }
  }

  /// `Err:509`, `#NAME?`, `#REF!`, `#DIV/0!`, `#N/A`.
  static func isError(_ text: String) -> Bool {
    if text.hasPrefix("Err:"), text.count == 7, text.dropFirst(4).allSatisfy(\.isNumber) {
      return true
    }
    return ["#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!"].contains(text)
  }
}
