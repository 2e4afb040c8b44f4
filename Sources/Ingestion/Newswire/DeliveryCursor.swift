/// The articles of a delivery of a news database: plain text, one article below the other.
final class DeliveryCursor: ArticleCursor {
  private let stream: ByteStream
  private let decoder: TextDecoder
  private let limit: Int
  private var count = 0
  private var isAtEnd = false

  init(_ stream: ByteStream, decoder: TextDecoder, limit: Int) {
    self.stream = stream
    self.decoder = decoder
    self.limit = limit
  }

  func next() -> Piece? {
    while !isAtEnd {
      do throws(Refusal.Reason) {
        guard let lines = try document(), let draft = try draft(of: lines) else { continue }
        count += 1
        return Piece("#\(count)", .success(draft))
      } catch {
        count += 1
        isAtEnd = true
        return Piece("#\(count)", .failure(error))
      }
    }
    return nil
  }

  /// The lines down to the next mark; nil where nothing stands between two.
  private func document() throws(Refusal.Reason) -> [UInt8]? {
    var (bytes, isBlank) = ([UInt8](), true)
    while let line = try stream.line(limit: limit) {
      let mark = line.count < 100 ? String(decoding: line, as: UTF8.self).trimmed : ""
      if DeliveryMarks.isEnd(mark) || DeliveryMarks.isCount(mark) { return isBlank ? nil : bytes }
      guard bytes.count + line.count < limit else { throw .tooLong(bytes: nil, limit: limit) }
      bytes += line
      bytes.append(0x0A)
      if !mark.isEmpty || line.count >= 100 { isBlank = false }
    }
    isAtEnd = true
    return isBlank ? nil : bytes
  }

  /// Nil for what is no article.
  private func draft(of bytes: [UInt8]) throws(Refusal.Reason) -> Draft? {
    let text = try decoder.decode(bytes)
    guard var draft = Delivery(text.text).draft else { return nil }
    (draft.encoding, draft.diagnostics) = (text.encoding, text.diagnostics)
    return draft
  }
}
