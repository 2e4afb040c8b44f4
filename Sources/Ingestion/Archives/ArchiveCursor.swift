/// The articles in an archive: entry by entry, and in each whatever it holds.
final class ArchiveCursor: ArticleCursor {
  private let archive: ArchiveReader
  /// Opens what an entry holds.
  private let open: (ByteStream, FileName) -> any ArticleCursor
  private var names = PlaceNames()
  private var entry: (place: String, articles: any ArticleCursor)?
  private var isAtEnd = false

  init(_ archive: ArchiveReader, open: @escaping (ByteStream, FileName) -> any ArticleCursor) {
    self.archive = archive
    self.open = open
  }

  /// A bomb ends the whole archive, since more would follow.
  func next() -> Piece? {
    while true {
      if let entry {
        if let piece = entry.articles.next() {
          if piece.isBomb { (self.entry, isAtEnd) = (nil, true) }
          return piece.below(entry.place)
        }
        self.entry = nil
      }
      if isAtEnd { return nil }
      do throws(Refusal.Reason) {
        try goOn()
      } catch {
        isAtEnd = true
        return Piece("", .failure(error))
      }
    }
  }

  /// Opens the next entry.
  private func goOn() throws(Refusal.Reason) {
    guard let found = try archive.nextEntry() else {
      isAtEnd = true
      return
    }
    guard let path = Self.path(found.name) else { return }
    let place = "/" + names.unused(path)
    if found.isEncrypted {
      entry = (place, OnePiece(.failure(.encrypted)))
    } else {
      let stream = ByteStream(archive, expectedCount: found.count)
      entry = (place, open(stream, FileName(path)))
    }
  }

  /// The name of an entry as part of an id: without `..` and what else leads elsewhere. Nil for what
  /// a walk over a folder would pass over as well: names with a dot in front, and what macOS adds.
  private static func path(_ name: [UInt8]) -> String? {
    let parts = name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
      .map { String(decoding: $0, as: UTF8.self) }
      .filter { $0 != "." && $0 != ".." }
    guard !parts.contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) else { return nil }
    return parts.isEmpty ? "unnamed" : parts.joined(separator: "/")
  }
}
