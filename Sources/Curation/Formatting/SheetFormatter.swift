import DocumentModel
import Gazetteers

/// Puts a table into canonical order and spacing; what it says does not change, and doing it again
/// changes nothing.
///
/// Known columns come first, in the order of the grammar; cells lose needless blanks, aliases and
/// identifiers get one form; rows are sorted between comments, so that a comment heads the rows
/// below it. Where order has a meaning (rules of one form, patterns, titles) it stays.
public struct SheetFormatter {
  /// Whether rows are sorted.
  public var sortsRows: Bool

  public init(sortsRows: Bool = true) { self.sortsRows = sortsRows }

  public func formatted(_ sheet: Sheet) -> Sheet {
    var result = sheet
    result.head = sheet.head.map { Self.comment($0) }
    let order = Self.columnOrder(of: sheet)
    result.columns = order.map { sheet.columns[$0] }
    result.body = sheet.body.map { line in
      switch line {
      case .comment(let text): return .comment(Self.comment(text))
      case .row(let row):
        let cells = order.map { index in
          Self.cell(index < row.cells.count ? row.cells[index] : "", in: sheet.columns[index])
        }
        return .row(Sheet.Row(line: row.line, cells: cells))
      }
    }
    if sortsRows, let kind = sheet.kind {
      result.body = Self.sorted(result.body, by: RowOrder(kind, columns: result.columns))
    }
    return result
  }

  // MARK: Columns

  /// Positions of the columns to keep: known ones, then others. Nameless empty ones are dropped.
  private static func columnOrder(of sheet: Sheet) -> [Int] {
    let known = sheet.kind.map { TableGrammar.of($0).columns.map(\.name) } ?? []
    let first = known.compactMap { sheet.column($0) }
    let others = sheet.columns.indices.filter { index in
      !first.contains(index)
        && (!sheet.columns[index].isEmpty || sheet.rows.contains { !$0.text(index).isEmpty })
    }
    return first + others
  }

  // MARK: Cells

  private static func comment(_ text: String) -> String {
    let kept = text.unicodeScalars.reversed().drop { $0.properties.isWhitespace }
    return String(String.UnicodeScalarView(kept.reversed()))
  }

  private static func cell(_ text: String, in column: String) -> String {
    let text = text.split { $0.isWhitespace }.joined(separator: " ")
    switch column {
    case "aliases", "forms": return AliasItem.canonical(text)
    case "ids":
      return text.split { $0 == " " || $0 == "|" }.joined(separator: " ")
    default: return text
    }
  }

  // MARK: Rows

  private static func sorted(_ body: [Sheet.Line], by order: RowOrder) -> [Sheet.Line] {
    var result: [Sheet.Line] = []
    var section: [Sheet.Row] = []
    for line in body {
      switch line {
      case .row(let row): section.append(row)
      case .comment:
        result += order.sorted(section).map { .row($0) } + [line]
        section = []
      }
    }
    return result + order.sorted(section).map { .row($0) }
  }
}

/// The canonical order of the rows of a table.
private struct RowOrder {
  private let columns: [Int]

  /// What rows of a kind are sorted by; nothing where their order means something.
  init(_ kind: TableKind, columns names: [String]) {
    let keys: [String] =
      switch kind {
      case .entities: ["type", "id", "name"]
      case .roles: ["person", "from", "to", "role", "of"]
      case .ties: ["subject", "predicate", "object", "from"]
      case .ambiguous: ["surface"]
      case .givenNames: ["given"]
      case .surnames: ["surname"]
      case .roleNouns: ["role-noun"]
      case .organisationNouns: ["org-noun"]
      case .classWords: ["class", "word"]
      case .relations: ["category", "relation"]
      case .irregularForms: ["lemma"]
      case .titles, .patterns, .cues, .corrections: []
      }
    columns = keys.compactMap { names.firstIndex(of: $0) }
  }

  /// Sorted by bytes; equals stay as they stand.
  func sorted(_ rows: [Sheet.Row]) -> [Sheet.Row] {
    guard !columns.isEmpty else { return rows }
    let keyed = rows.enumerated().map { (key: columns.map($0.element.text), $0.offset) }
    return keyed.sorted { left, right in
      for (l, r) in zip(left.key, right.key) where l != r {
        return l.utf8.lexicographicallyPrecedes(r.utf8)
      }
      return left.1 < right.1
    }.map { rows[$0.1] }
  }
}
