/// The articles of a JSON array, or of values that run over lines.
final class JSONValuesCursor: ArticleCursor {
  private let stream: ByteStream
  private var splitter: JSONValueSplitter
  private let records: RecordReader
  private var count = 0
  private var names = PlaceNames()
  private var pending: ArraySlice<Piece> = []
  private var isAtEnd = false

  init(_ stream: ByteStream, records: RecordReader, limit: Int) {
    self.stream = stream
    splitter = JSONValueSplitter(stream, limit: limit)
    self.records = records
  }

  func next() -> Piece? {
    while pending.isEmpty, !isAtEnd { readValue() }
    guard var piece = pending.popFirst() else { return nil }
    if !piece.place.isEmpty { piece.place = names.unused(piece.place) }
    return piece
  }

  private func readValue() {
    count += 1
    do throws(Refusal.Reason) {
      guard let bytes = try splitter.next() else {
        isAtEnd = true
        return
      }
      let isAlone = count == 1 && !splitter.isInArray ? try stream.isAtEnd() : false
      pending = records.pieces(json: bytes, at: RecordPlace(count: isAlone ? nil : count))[...]
    } catch {
      pending = [Piece("#\(count)", .failure(error))]
      switch error {
      case .tooLong, .nestedTooDeep: return
      default: isAtEnd = true
      }
    }
  }
}
