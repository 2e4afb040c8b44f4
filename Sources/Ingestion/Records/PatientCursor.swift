/// Ends a file of records that has none: after so many refusals in a row it is not what it seems, and
/// naming each of millions of lines would help nobody.
final class PatientCursor: ArticleCursor {
  static let limit = 1_000

  private let records: any ArticleCursor
  private var refusals = 0

  init(_ records: any ArticleCursor) {
    self.records = records
  }

  func next() -> Piece? {
    if refusals > Self.limit { return nil }
    if refusals == Self.limit {
      refusals += 1
      return Piece("", .failure(.noRecords(refused: Self.limit)))
    }
    guard let piece = records.next() else { return nil }
    if case .failure = piece.content { refusals += 1 } else { refusals = 0 }
    return piece
  }
}
