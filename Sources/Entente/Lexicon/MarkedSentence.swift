import DocumentModel
import RelationExtraction

/// An example of the lexicon: a sentence with its arguments in brackets, `[WHO Iran] supplied …`.
struct MarkedSentence {
  struct Argument {
    var role: PatternRole
    /// Without brackets.
    var words: String
    /// Bytes of `text`.
    var range: Range<Int>
  }

  struct Failure: Error {
    /// In characters from the start of the example, from 1.
    var column: Int
    var message: String
  }

  /// The sentence as it would be written, with a full stop.
  private(set) var text = ""
  private(set) var arguments: [Argument] = []

  init(_ marked: String) throws(Failure) {
    var rest = Substring(marked)
    while let open = rest.firstIndex(of: "[") {
      text += rest[..<open]
      let column = marked.distance(from: marked.startIndex, to: open) + 1
      guard let close = rest[open...].firstIndex(of: "]") else {
        throw Failure(column: column, message: "a bracket is not closed")
      }
      let inner = rest[rest.index(after: open)..<close]
      let parts = inner.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let role = PatternRole(rawValue: String(parts[0])) else {
        throw Failure(column: column, message: "expected a slot and words, as in [WHO Iran]")
      }
      let start = text.utf8.count
      text += parts[1]
      arguments.append(
        Argument(role: role, words: String(parts[1]), range: start..<text.utf8.count))
      rest = rest[rest.index(after: close)...]
    }
    text += rest
    if let last = text.last, !last.isPunctuation { text += "." }
  }
}
