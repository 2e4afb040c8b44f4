import DocumentModel
import Gazetteers

/// Finds columns that are nearly named as one we know: they would be kept as attributes.
struct ColumnCheck {
  private let context: CheckContext

  init(_ context: CheckContext) { self.context = context }

  func findings() -> [CheckFinding] {
    context.tables.all.flatMap { sheet -> [CheckFinding] in
      guard let kind = sheet.kind else { return [] }
      let known = TableGrammar.of(kind).columns.map(\.name)
      return sheet.columns.enumerated().compactMap { index, name in
        guard !known.contains(name), name.count > 2,
          let meant = known.first(where: {
            !sheet.columns.contains($0) && name.isNearly($0)
          })
        else { return nil }
        let place = TablePlace(
          file: sheet.path, line: sheet.headerLine, column: sheet.headerCells[index].column)
        return CheckFinding(
          place: place, code: .unknownColumn, subject: name,
          message: "\"\(name)\" is no column of this table; \"\(meant)\" is")
      }
    }
  }
}

extension String {
  /// Whether one letter more, less or other makes it `other`, or it is the singular or plural of it.
  func isNearly(_ other: String) -> Bool {
    if self == other + "es" || other == self + "es" { return true }
    let (left, right) = (Array(utf8), Array(other.utf8))
    guard abs(left.count - right.count) <= 1 else { return false }
    let head = zip(left, right).prefix { $0.0 == $0.1 }.count
    let rest = zip(left.dropFirst(head).reversed(), right.dropFirst(head).reversed())
    let tail = rest.prefix { $0.0 == $0.1 }.count
    return max(left.count, right.count) - head - tail <= 1
  }
}
