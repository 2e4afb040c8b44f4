import DocumentModel

/// Cuts a table into rows while it is read: a row is a line, or several where a quoted cell runs on.
struct RowSplitter {
  private let stream: ByteStream
  private let limit: Int
  private var quotes: QuoteScanner?
  /// Lines to read once more, the next one last.
  private var again: [[UInt8]] = []
  private var line = 0

  struct Row {
    /// The line on which it begins, from 1.
    var line: Int
    var lines: [[UInt8]]

    var bytes: [UInt8] { Array(lines.joined(separator: [0x0A])) }
  }

  init(_ stream: ByteStream, limit: Int) {
    self.stream = stream
    self.limit = limit
  }

  /// Until then every line is a row.
  mutating func separate(by separator: DelimitedRows.Separator) {
    quotes = separator == .tab ? nil : QuoteScanner(separator: separator.rawValue)
  }

  /// The next row, nil at the end. What is wrong with its quotes is for `DelimitedRows` to say.
  ///
  /// - Throws: `tooLong`, after which it goes on behind the row.
  mutating func next() throws(Refusal.Reason) -> Row? {
    guard let first = try nextLine() else { return nil }
    var row = Row(line: line, lines: [first])
    guard var scanner = quotes else { return row }
    var count = first.count
    scanner.take(first)
    while scanner.isQuoted, count <= limit, let more = try nextLine() {
      row.lines.append(more)
      count += more.count + 1
      scanner.take(more)
    }
    if scanner.isQuoted { readAgain(&row) }
    return row
  }

  /// Leaves the row with its first line only: the quote in it is likelier a mistake than all that
  /// follows a part of it.
  mutating func readAgain(_ row: inout Row) {
    guard row.lines.count > 1 else { return }
    again += row.lines.dropFirst().reversed()
    line = row.line
    row.lines = [row.lines[0]]
  }

  private mutating func nextLine() throws(Refusal.Reason) -> [UInt8]? {
    line += 1
    if let line = again.popLast() { return line }
    return try stream.line(limit: limit)
  }
}

/// Whether the end of a line is inside a quoted cell.
private struct QuoteScanner {
  private enum State {
    case atStart, plain, quoted, closed
  }

  let separator: UInt8
  private var state = State.atStart

  init(separator: UInt8) {
    self.separator = separator
  }

  var isQuoted: Bool { state == .quoted }

  /// A quote opens a cell at its beginning only; inside, two stand for one.
  mutating func take(_ line: [UInt8]) {
    if !isQuoted { state = .atStart }
    for byte in line {
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .closed
      case (.quoted, _): break
      case (.atStart, UInt8(ascii: "\"")), (.closed, UInt8(ascii: "\"")): state = .quoted
      case (_, separator): state = .atStart
      default: state = .plain
      }
    }
  }
}
