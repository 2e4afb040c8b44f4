/// The articles of a JSON array, or of values that run over lines.
final class JSONValuesCursor: ArticleCursor {
  private let stream: ByteStream
  private var splitter: JSONValueSplitter
  private let records: RecordReader
  private var count = 0
  private var queue = PieceQueue()
  private var isAtEnd = false

  init(_ stream: ByteStream, records: RecordReader, limit: Int) {
    self.stream = stream
    splitter = JSONValueSplitter(stream, limit: limit)
    self.records = records
  }

  func next() -> Piece? {
    while queue.isEmpty, !isAtEnd { readValue() }
    return queue.next()
  }

  private func readValue() {
    count += 1
    do throws(Refusal.Reason) {
      guard let bytes = try splitter.next() else {
        isAtEnd = true
        return
      }
      let isAlone = count == 1 && !splitter.isInArray ? try stream.isAtEnd() : false
      queue.fill(records.pieces(json: bytes, at: RecordPlace(count: isAlone ? nil : count)))
    } catch {
      queue.fill([Piece("#\(count)", .failure(error))])
      switch error {
      case .tooLong, .nestedTooDeep: return
      default: isAtEnd = true
      }
    }
  }
}
