import DocumentModel
import Foundation
import Gazetteers

/// Appends rows to the tables of a folder, making a table where there is none of the kind.
struct TableAppender {
  let folder: URL

  /// Appends a row to the first table of the kind that has all the columns; else to the first one,
  /// which gets the columns that it lacks.
  func append(_ values: [String: String], to grammar: TableGrammar) throws -> TableAddition.Outcome
  {
    let tables = try sheets(of: grammar)
    let fitting = tables.first { table in
      values.keys.allSatisfy { table.sheet.columns.contains($0) }
    }
    if let table = fitting { return try append(values, to: table.sheet, at: table.name) }
    let extra = values.keys.filter { name in !grammar.columns.contains { $0.name == name } }
      .sorted()
    var sheet =
      tables.first?.sheet
      ?? Sheet(
        path: "", separator: .tab, head: ["# \(grammar.summary)"],
        columns: grammar.columns.map(\.name))
    let names = grammar.columns.map(\.name).filter { values[$0] != nil } + extra
    sheet.columns += names.filter { !sheet.columns.contains($0) }
    let name = tables.first?.name ?? grammar.name.replacing(" ", with: "-") + ".tsv"
    try Data(sheet.text.utf8).write(to: folder.appending(path: name), options: .atomic)
    let written = try Sheet(path: name, bytes: Array(sheet.text.utf8)) ?? sheet
    return try append(values, to: written, at: name)
  }

  private func sheets(of grammar: TableGrammar) throws -> [(name: String, sheet: Sheet)] {
    try GazetteerLoader.tables(in: folder).compactMap { name in
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      guard let sheet = try Sheet(path: name, bytes: bytes), sheet.kind == grammar.kind else {
        return nil
      }
      return (name, sheet)
    }
  }

  /// The file keeps its bytes, its line ends included.
  private func append(
    _ values: [String: String], to sheet: Sheet, at name: String
  ) throws -> TableAddition.Outcome {
    let url = folder.appending(path: name)
    var bytes = [UInt8](try Data(contentsOf: url))
    let isCarriageReturned = bytes.contains(0x0D)
    let lineEnd = isCarriageReturned ? "\r\n" : "\n"
    if let last = bytes.last, last != 0x0A, last != 0x0D { bytes += Array(lineEnd.utf8) }
    let line = 1 + Self.lineEnds(in: bytes)
    let text = sheet.line(sheet.columns.map { values[$0] ?? "" })
    bytes += Array(text.dropLast().utf8) + Array(lineEnd.utf8)
    try Data(bytes).write(to: url, options: .atomic)
    return TableAddition.Outcome(path: name, line: line, text: String(text.dropLast()))
  }

  /// Line feeds, carriage returns, and both together as one.
  private static func lineEnds(in bytes: [UInt8]) -> Int {
    bytes.indices.count { index in
      bytes[index] == 0x0A
        || bytes[index] == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
    }
  }
}
