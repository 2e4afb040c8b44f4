/// The articles of JSON lines: a record a line. A bad line is one refusal, the next line goes on.
final class JSONLinesCursor: ArticleCursor {
  private let stream: ByteStream
  private let records: RecordReader
  private let limit: Int
  /// Whether a single line would be a document rather than the first of many.
  private let isOneDocument: Bool
  private var line = 0
  private var queue = PieceQueue()
  private var isAtEnd = false

  init(_ stream: ByteStream, records: RecordReader, limit: Int, isOneDocument: Bool) {
    self.stream = stream
    self.records = records
    self.limit = limit
    self.isOneDocument = isOneDocument
  }

  func next() -> Piece? {
    while queue.isEmpty, !isAtEnd { readLine() }
    return queue.next()
  }

  private func readLine() {
    line += 1
    do throws(Refusal.Reason) {
      guard let bytes = try stream.line(limit: limit) else {
        isAtEnd = true
        return
      }
      let text = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes
      if text.allSatisfy({ $0 <= 0x20 }) { return }
      let isAlone = line == 1 && isOneDocument ? try stream.isAtEnd() : false
      queue.fill(records.pieces(json: text, at: RecordPlace(count: isAlone ? nil : line)))
    } catch {
      queue.fill([Piece("#\(line)", .failure(error))])
      if case .tooLong = error { return }
      isAtEnd = true
    }
  }
}
