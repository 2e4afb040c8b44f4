import DocumentModel

/// Reads and checks a table of corrections.
///
/// A row that names columns counts for the rows below it, so that tables can be appended to one
/// another.
public struct CorrectionReader: Sendable {
  public init() {}

  /// The rows of a table in UTF-8; `file` is what errors call it.
  public func corrections(
    in bytes: [UInt8], file: String
  ) throws(CorrectionError) -> Corrections {
    var table = try CorrectionTable(bytes, file: file)
    var corrections: [Correction] = []
    while let row = try table.nextCorrection() { corrections.append(row) }
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
      rows = try DelimitedRows(bytes: bytes, commentMark: "#")
    } catch {
      throw CorrectionError(
        file: file, line: error.line, column: error.column, kind: .unreadable(error.kind.words))
    }
    if let header = try next() { try readHeader(header) }
  }

  private mutating func readHeader(_ header: DelimitedRow) throws(CorrectionError) {
    columns = [:]
    for (index, cell) in header.cells.enumerated() {
      columns[cell.text.lowercased().trimmingBlanks] = index
    }
    for name in ["action", "subject"] where columns[name] == nil {
      throw CorrectionError(file: file, line: header.line, column: 1, kind: .missingColumn(name))
    }
  }

  /// The next row that is no comment.
  private mutating func next() throws(CorrectionError) -> DelimitedRow? {
    do {
      while let row = try rows.next() {
        if !row.isComment { return row }
      }
      return nil
    } catch {
      throw CorrectionError(
        file: file, line: error.line, column: error.column, kind: .unreadable(error.kind.words))
    }
  }

  mutating func nextCorrection() throws(CorrectionError) -> Correction? {
    while let row = try next() {
      guard text("action", in: row).lowercased() == "action" else { return try correction(in: row) }
      try readHeader(row)
    }
    return nil
  }

  private func correction(in row: DelimitedRow) throws(CorrectionError) -> Correction {
    let name = text("action", in: row)
    guard let action = Correction.Action(rawValue: name.lowercased()) else {
      throw error(.unknownAction(name), at: "action", in: row)
    }
    let correction = Correction(
      action, subject: text("subject", in: row), relation: text("relation", in: row),
      object: text("object", in: row), value: text("value", in: row),
      article: text("article", in: row), who: text("who", in: row), why: text("why", in: row),
      line: row.line)
    for column in correction.required where text(column, in: row).isEmpty {
      throw error(.emptyCell(action: action, column: column), at: column, in: row)
    }
    if action == .retype, EntityType(rawValue: correction.value) == nil {
      throw error(.unknownType(correction.value), at: "value", in: row)
    }
    for column in ["relation"] + (action == .recode ? ["value"] : []) {
      do { _ = try RelationName(text(column, in: row)) } catch let fault {
        throw error(.unknownStance(fault.word), at: column, in: row)
      }
    }
    return correction
  }

  private func text(_ column: String, in row: DelimitedRow) -> String {
    guard let index = columns[column], index < row.cells.count else { return "" }
    return row.cells[index].text.trimmingBlanks
  }

  private func error(
    _ kind: CorrectionError.Kind, at column: String, in row: DelimitedRow
  ) -> CorrectionError {
    let cell = columns[column].flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    return CorrectionError(
      file: file, line: row.line, column: cell?.column ?? row.cells.last?.column ?? 1, kind: kind)
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    let blank: Set<Character> = [" ", "\u{A0}"]
    return String(drop { blank.contains($0) }.reversed().drop { blank.contains($0) }.reversed())
  }
}

extension Correction {
  /// The columns that may not be empty.
  fileprivate var required: [String] {
    switch action {
    case .same, .different, .reverse, .confirm: ["subject", "object"]
    case .drop: relation.isEmpty ? ["subject"] : ["subject", "object"]
    case .retype, .rename: ["subject", "value"]
    case .recode: ["subject", "object", "value"]
    case .add: ["subject", "relation", "object", "article"]
    }
  }
}
