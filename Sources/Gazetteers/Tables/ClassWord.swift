/// A row of a word-class table.
public struct ClassWord: Sendable, Hashable {
  /// The class: `particle`, `speech-verb`, `us-state`.
  public let name: String
  /// The word or words, as written.
  public let word: String
  public let note: String?
  public let origin: Origin
}
