import DocumentModel

/// Reads a sheet of judgements as a spreadsheet saved it: comma, semicolon or tab, with or without a
/// byte-order mark, columns in any order.
public struct JudgementReader: Sendable {
  public init() {}

  /// `file` is what errors call it.
  public func judgements(
    in bytes: [UInt8], file: String
  ) throws(JudgementError) -> [Judgement] {
    let rows: [DelimitedRow]
    do {
      var table = try DelimitedRows(bytes: bytes)
      rows = try table.remaining()
    } catch {
      throw JudgementError(
        file: file, line: error.line, column: error.column, kind: .malformed(error.kind.words))
    }
    guard let header = rows.first else {
      throw JudgementError(file: file, line: 1, column: 1, kind: .empty)
    }
    let columns = try JudgementColumns(header, file: file)
    var judgements: [Judgement] = []
    var lines: [String: Int] = [:]
    for row in rows.dropFirst() {
      let judgement = try columns.judgement(in: row)
      if let first = lines[judgement.id] {
        throw JudgementError(
          file: file, line: row.line, column: 1, kind: .repeatedID(judgement.id, line: first))
      }
      lines[judgement.id] = row.line
      judgements.append(judgement)
    }
    return judgements
  }
}

/// Where the columns of one sheet are.
private struct JudgementColumns {
  private let file: String
  private var places: [String: Int] = [:]

  init(_ header: DelimitedRow, file: String) throws(JudgementError) {
    self.file = file
    for (index, cell) in header.cells.enumerated() {
      places[cell.text.lowercased()] = places[cell.text.lowercased()] ?? index
    }
    for name in ["verdict", "id", "stratum", "stratum_size"] where places[name] == nil {
      throw JudgementError(
        file: file, line: header.line, column: 1, kind: .missingColumn(name))
    }
  }

  func judgement(in row: DelimitedRow) throws(JudgementError) -> Judgement {
    let id = text("id", in: row)
    guard !id.isEmpty else { throw error(.missingID, "id", row) }
    let cell = text("verdict", in: row)
    let verdict = Judgement.Verdict(cell: cell)
    guard verdict != nil || cell.isEmpty else { throw error(.unknownVerdict(cell), "verdict", row) }
    let size = text("stratum_size", in: row)
    guard let number = Int(size), number > 0 else {
      throw error(.wrongSize(size), "stratum_size", row)
    }
    return Judgement(
      id: id, verdict: verdict, stratum: text("stratum", in: row), stratumSize: number,
      words: "\(text("source", in: row)) —\(text("label", in: row))→ \(text("target", in: row))")
  }

  private func text(_ column: String, in row: DelimitedRow) -> String {
    guard let place = places[column], place < row.cells.count else { return "" }
    let blank: Set<Character> = [" ", "\u{A0}"]
    return String(
      row.cells[place].text.drop { blank.contains($0) }.reversed().drop { blank.contains($0) }
        .reversed())
  }

  private func error(
    _ kind: JudgementError.Kind, _ column: String, _ row: DelimitedRow
  ) -> JudgementError {
    let cell = places[column].flatMap { $0 < row.cells.count ? row.cells[$0] : nil }
    return JudgementError(
      file: file, line: cell?.line ?? row.line, column: cell?.column ?? 1, kind: kind)
  }
}

/// Something wrong in a sheet of judgements.
public struct JudgementError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case empty
    case malformed(String)
    case missingColumn(String)
    case missingID
    case repeatedID(String, line: Int)
    case unknownVerdict(String)
    case wrongSize(String)
  }

  public var file: String
  public var line: Int
  public var column: Int
  public var kind: Kind

  public var description: String { "\(file):\(line):\(column): error: \(words)" }

  private var words: String {
    switch kind {
    case .empty: "the sheet is empty; entente sample writes one"
    case .malformed(let reason): reason
    case .missingColumn(let name):
      "there is no column \"\(name)\"; keep the columns that entente sample writes"
    case .missingID: "the row has no id; keep the column as entente sample writes it"
    case .repeatedID(let id, let line): "the id \(id) stands in line \(line) already"
    case .unknownVerdict(let cell):
      "\"\(cell)\" is no verdict; write y for right, n for wrong, ? where nobody can tell"
    case .wrongSize(let cell):
      "\"\(cell)\" is no number of relations; keep the column as entente sample writes it"
    }
  }
}
