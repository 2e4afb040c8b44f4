public import DocumentModel

/// The words of a document, looked up once: an id for each token, and the atoms that phrases are
/// matched on.
public struct TextWords: Sendable {
  /// The vocabulary's id of each token, -1 for unknown words.
  public internal(set) var ids: [Int32]
  /// In text order; after each sentence one that no phrase can cross.
  public internal(set) var atoms: [TextAtom]
}

/// One atom of a text.
public struct TextAtom: Sendable, Hashable {
  /// -1 for what is in no table, and where phrases end.
  public let word: Int32
  /// Index into `Document.tokens`.
  public let token: Int32
  /// Bit n: whether the n-th letter is a capital.
  public let capitals: UInt32
  /// Whether a token begins with it.
  public let startsToken: Bool
  /// Whether a token ends with it.
  public let endsToken: Bool
  /// Directly behind a hyphen.
  public let followsHyphen: Bool

  static var boundary: TextAtom {
    TextAtom(
      word: -1, token: -1, capitals: 0, startsToken: false, endsToken: false, followsHyphen: false)
  }
}

extension Vocabulary {
  /// The words of a document, in one pass over its bytes.
  public func words(in document: Document) -> TextWords {
    let bytes = Array(document.article.text.utf8)
    var reader = TextWordReader(document)
    for sentence in document.sentences {
      reader.read(sentence, of: document, bytes, vocabulary: self)
    }
    return reader.words
  }
}
