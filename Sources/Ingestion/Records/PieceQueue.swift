/// What a record holds, usually one article, handed out one by one under places of their own.
struct PieceQueue {
  private var pending: ArraySlice<Piece> = []
  private var names = PlaceNames()

  var isEmpty: Bool { pending.isEmpty }

  /// Takes the pieces of the next record; the ones before have been handed out.
  mutating func fill(_ pieces: [Piece]) { pending = pieces[...] }

  mutating func next() -> Piece? {
    guard var piece = pending.popFirst() else { return nil }
    if !piece.place.isEmpty { piece.place = names.unused(piece.place) }
    return piece
  }
}
