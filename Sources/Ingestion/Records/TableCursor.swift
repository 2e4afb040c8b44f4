import DocumentModel

/// The articles of a table, CSV or TSV: a row each, under a line that names the columns.
final class TableCursor: ArticleCursor {
  private var rows: RowSplitter
  private let records: RecordReader
  private let decoder: TextDecoder
  private var separator = DelimitedRows.Separator.comma
  private var columns: [String] = []
  private var names = PlaceNames()
  private var isAtEnd = false

  /// - Throws: `noTextField` where no column holds the text of articles.
  init(
    _ stream: ByteStream, records: RecordReader, decoder: TextDecoder, limit: Int
  ) throws(Refusal.Reason) {
    rows = RowSplitter(stream, limit: limit)
    self.records = records
    self.decoder = decoder
    try readHeader()
    rows.separate(by: separator)
    guard records.knowsText(in: columns) else {
      throw .noTextField(fields: columns.filter { !$0.isEmpty })
    }
  }

  private func readHeader() throws(Refusal.Reason) {
    while columns.isEmpty {
      guard let row = try rows.next() else { throw .empty }
      let text = decoder.head(row.bytes).text
      let declared = text.trimmed.hasPrefix("sep=") ? text.trimmed.utf8.last : nil
      if let declared {
        separator = DelimitedRows.Separator(rawValue: declared) ?? .comma
        continue
      }
      var header = DelimitedRows(text, separator: nil)
      separator = header.separator
      columns = (try? header.next())?.cells.map { String($0.text.trimmed) } ?? []
    }
  }

  func next() -> Piece? {
    while !isAtEnd {
      do throws(Refusal.Reason) {
        guard let row = try rows.next() else {
          isAtEnd = true
          return nil
        }
        if let piece = piece(of: row) { return piece }
      } catch {
        if case .tooLong = error { return Piece("#", .failure(error)) }
        isAtEnd = true
        return Piece("", .failure(error))
      }
    }
    return nil
  }

  /// Nil for a blank row.
  private func piece(of row: RowSplitter.Row) -> Piece? {
    var row = row
    let place = RecordPlace(count: row.line)
    do throws(Refusal.Reason) {
      guard let cells = try cells(of: &row) else { return nil }
      var piece = records.piece(of: Record(columns: columns, cells: cells), at: place)
      piece.place = names.unused(piece.place)
      return piece
    } catch {
      return Piece(names.unused(place.number), .failure(error))
    }
  }

  private func cells(of row: inout RowSplitter.Row) throws(Refusal.Reason) -> [String]? {
    let text = try decoder.decode(row.bytes).text
    var reader = DelimitedRows(text, separator: separator)
    let cells: [DelimitedCell]
    do throws(DelimitedTextError) {
      guard let row = try reader.next() else { return nil }
      cells = row.cells
    } catch {
      rows.readAgain(&row)
      throw .malformed(.table, error.kind.words)
    }
    guard cells.dropFirst(columns.count).allSatisfy(\.isBlank) else {
      throw .malformed(
        .table, "more cells than the \(columns.count) columns; quote what holds the separator")
    }
    return cells.map(\.text)
  }
}
