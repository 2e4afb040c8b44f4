public import DocumentModel

/// What verbs and event nouns mean: the relation tables of the lexicon.
public struct Lexicon: Sendable {
  public let relations: PackTable<LexiconRelation>
  public let patterns: PackTable<LexiconPattern>
  public let irregularForms: PackTable<IrregularForm>
}

/// A relation that patterns lead to.
public struct LexiconRelation: Sendable, Hashable {
  public let id: String
  /// Nil for relations that only speak of others: "vow".
  public let category: DocumentModel.Category?
  public let mode: String?
  /// The CAMEO code without the letter that tables write before it: "072".
  public let cameo: String?
  public let goldstein: Double?
  public let flags: [String]
  public let origin: Origin

  /// Between two alike: "met".
  public var isSymmetric: Bool { flags.contains("symmetric") }
}

/// A way to say a relation, as the table writes it.
public struct LexiconPattern: Sendable, Hashable {
  /// The id of a relation.
  public let relation: String
  /// The dictionary form of the verb, noun or adjective that carries it.
  public let head: String
  /// `v`, `n`, `adj`.
  public let partOfSpeech: String
  /// The pattern: `WHO supply WHAT to WHOM`.
  public let text: String
  /// A sentence with its arguments in brackets, run as a test.
  public let example: String
  public let origin: Origin
}

/// The forms of a verb that rules would get wrong.
public struct IrregularForm: Sendable, Hashable {
  public let lemma: String
  /// The third person singular.
  public let present: String
  public let past: String
  public let participle: String
  public let ing: String
  public let origin: Origin
}
