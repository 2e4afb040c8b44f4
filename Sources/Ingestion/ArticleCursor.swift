import DocumentModel

/// Hands out the articles of one file or container, one after the other. One thread at a time.
protocol ArticleCursor: AnyObject {
  /// The next article, or why there is none; nil at the end.
  func next() -> Piece?
}

/// What stands at one place of a file.
struct Piece {
  /// What follows the file's id: empty for the file itself, `/2024/a.txt` or `#12` for a part of it.
  var place: String
  var content: Result<Draft, Refusal.Reason>

  init(_ place: String = "", _ content: Result<Draft, Refusal.Reason>) {
    self.place = place
    self.content = content
  }

  var isBomb: Bool {
    if case .failure(.bomb) = content { true } else { false }
  }

  /// The same piece of something that itself lies at `place`.
  func below(_ place: String) -> Piece { Piece(place + self.place, content) }
}

/// An article before it is known what the user says about it.
struct Draft {
  var text: String
  /// What the file says.
  var metadata = ArticleMetadata()
  var encoding = TextEncoding.utf8
  var diagnostics: [Diagnostic] = []
}

/// A file that is one article.
final class OnePiece: ArticleCursor {
  private var piece: Piece?

  init(_ content: Result<Draft, Refusal.Reason>) {
    piece = Piece("", content)
  }

  func next() -> Piece? {
    defer { piece = nil }
    return piece
  }
}

/// Articles that were found at one go.
final class Pieces: ArticleCursor {
  private var rest: ArraySlice<Piece>

  init(_ pieces: [Piece]) {
    rest = pieces[...]
  }

  func next() -> Piece? { rest.popFirst() }
}

/// Keeps the places of one container apart: of several alike the later ones get `~2`, `~3`, …
///
/// Only hashes are kept, since a container may hold millions.
struct PlaceNames {
  private var used: Set<UInt64> = []
  private var counts: [UInt64: Int] = [:]

  mutating func unused(_ name: String) -> String {
    let key = StableHash.value(of: name)
    if used.insert(key).inserted { return name }
    var number = counts[key] ?? 1
    var candidate: String
    repeat {
      number += 1
      candidate = "\(name)~\(number)"
    } while !used.insert(StableHash.value(of: candidate)).inserted
    counts[key] = number
    return candidate
  }
}
