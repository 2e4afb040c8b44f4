public import DocumentModel

/// The words of a document, looked up once, in columns over its tokens.
public struct TextWords: Sendable {
  /// The vocabulary's id of each token, -1 for unknown words.
  public let ids: [Int32]
  /// The capitals of each token: bit n for the n-th letter.
  public let capitals: [UInt32]
  /// What each token is to a phrase.
  public let roles: [TokenRole]
  /// The parts of compounds, by token.
  public let compounds: [Int: [WordPart]]
  /// The tokens of each sentence; no phrase crosses its end.
  public let sentences: [Range<Int>]
}

/// What a token is to a phrase that runs over it.
public enum TokenRole: UInt8, Sendable {
  /// One word, or one mark that phrases can hold.
  case word
  /// Several words or marks in one: "AT&T".
  case compound
  /// Passed over: "Al-Qaida" is "Al Qaida".
  case hyphen
  /// Passed over too: the apostrophe of "Martyrs’ Brigades", a full stop behind an abbreviation.
  case silent
  /// No phrase crosses it.
  case boundary

  /// Whether phrases run over the token as if it were not there.
  public var isPassedOver: Bool { self == .hyphen || self == .silent }
}

/// One of the words in a compound.
public struct WordPart: Sendable, Hashable {
  public let word: Int32
  /// Bit n: whether the n-th letter is a capital.
  public let capitals: UInt32
  /// Directly behind a hyphen.
  public let followsHyphen: Bool
}

extension Vocabulary {
  /// The words of a document.
  public func words(in document: Document) -> TextWords {
    TextWordReader.words(of: document, table)
  }
}
