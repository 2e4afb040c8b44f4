/// A row of a word-class table.
public struct ClassWord: Sendable, Hashable {
  /// The class: `particle`, `speech-verb`, `us-state`.
  public let name: String
  /// The word or words, as written.
  public let word: String
  public let note: String?
  public let origin: Origin

  /// How classes of nouns begin by which a text refers to entities of a subtype: `names-company`. There are
  /// many of them, and nothing else asks for them: they are no classes of the vocabulary.
  public static let description = "names-"

  public var isDescription: Bool { Self.isDescription(name) }

  static func isDescription(_ name: String) -> Bool { name.hasPrefix(description) }
}
