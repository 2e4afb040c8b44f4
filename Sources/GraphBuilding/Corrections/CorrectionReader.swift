import DocumentModel

/// Reads and checks a table of corrections.
public struct CorrectionReader: Sendable {
  public init() {}

  /// The rows of a table in UTF-8; `file` is what errors call it.
  public func corrections(
    in bytes: [UInt8], file: String
  ) throws(CorrectionError) -> Corrections {
    var table = try CorrectionTable(bytes, file: file)
    var corrections: [Correction] = []
    while let row = try table.next() { corrections.append(try table.correction(in: row)) }
    return Corrections(corrections, file: file)
  }
}

private struct CorrectionTable {
  private let file: String
  private var rows: DelimitedRows
  private var columns: [String: Int] = [:]

  init(_ bytes: [UInt8], file: String) throws(CorrectionError) {
    self.file = file
    do {
      rows = try DelimitedRows(bytes: bytes, separator: .tab, commentMark: "#")
    } catch {
      throw CorrectionError(file: file, line: 1, column: 1, kind: .unreadable("\(error)"))
    }
    guard let header = try next() else { return }
    for (index, cell) in header.cells.enumerated() { columns[cell.text.lowercased()] = index }
    for name in ["action", "subject"] where columns[name] == nil {
      throw CorrectionError(
        file: file, line: header.line, column: 1, kind: .missingColumn(name))
    }
  }

  /// The next row that is no comment.
  mutating func next() throws(CorrectionError) -> DelimitedRow? {
    do {
      while let row = try rows.next() {
        if !row.isComment { return row }
      }
      return nil
    } catch {
      throw CorrectionError(file: file, line: 1, column: 1, kind: .unreadable("\(error)"))
    }
  }

  func correction(in row: DelimitedRow) throws(CorrectionError) -> Correction {
    let name = text("action", in: row)
    guard let action = Correction.Action(rawValue: name) else {
      throw error(.unknownAction(name), at: "action", in: row)
    }
    for column in action.required where text(column, in: row).isEmpty {
      throw error(.emptyCell(action: action, column: column), at: column, in: row)
    }
    if action == .retype, EntityType(rawValue: text("value", in: row)) == nil {
      throw error(.unknownType(text("value", in: row)), at: "value", in: row)
    }
    return Correction(
      action, subject: text("subject", in: row), object: text("object", in: row),
      value: text("value", in: row), article: text("article", in: row),
      who: text("who", in: row), why: text("why", in: row), line: row.line)
  }

  private func text(_ column: String, in row: DelimitedRow) -> String {
    guard let index = columns[column], index < row.cells.count else { return "" }
    let text = row.cells[index].text
    let blank: Set<Character> = [" ", "\u{A0}"]
    return String(
      text.drop { blank.contains($0) }.reversed().drop { blank.contains($0) }.reversed())
  }

  private func error(
    _ kind: CorrectionError.Kind, at column: String, in row: DelimitedRow
  ) -> CorrectionError {
    let cell = columns[column].flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    return CorrectionError(
      file: file, line: row.line, column: cell?.column ?? row.cells.last?.column ?? 1, kind: kind)
  }
}

extension Correction.Action {
  /// The columns that may not be empty.
  fileprivate var required: [String] {
    switch self {
    case .same, .different: ["subject", "object"]
    case .drop: ["subject"]
    case .retype, .rename: ["subject", "value"]
    }
  }
}
