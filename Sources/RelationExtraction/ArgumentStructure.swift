import DocumentModel

/// A predicate of the text with its arguments in active, finite order: passives, control, relative
/// clauses, participles and coordination are undone.
struct ArgumentStructure {
  /// The verb, noun or adjective.
  var token: Int
  /// With its particle: "carry out".
  var lemma: String
  var partOfSpeech: PartOfSpeech
  /// The verb that a noun is the object of, or its participle: "launched an attack", "an attack
  /// launched by".
  var governor: Int?
  /// Said of a subject: "is an ally of", "an ally of", in apposition.
  var isPredicated = false
  var arguments: [Argument]

  enum PartOfSpeech: String, Sendable { case verb = "v", noun = "n", adjective = "adj" }

  func arguments(_ function: Argument.Function) -> [Argument] {
    arguments.filter { $0.function == function }
  }

  func has(_ function: Argument.Function) -> Bool {
    arguments.contains { $0.function == function }
  }
}

/// A dependent of a predicate, by what it does for it.
struct Argument {
  enum Function: Hashable, Sendable {
    case subject, object, indirectObject
    /// With its preposition.
    case oblique(String)
    /// "Russia's" or "its" before a noun.
    case possessor
    /// "Russian" or "US" before a noun.
    case modifier
    /// "Egypt's" in "accepted Egypt's proposal".
    case objectPossessor
    /// A clause: "to leave", "that it had left".
    case clause
    /// "Sweden" in "demanded that Sweden extradite them".
    case clauseSubject
  }

  var function: Function
  /// The head of the phrase.
  var token: Int
  /// Found beyond the predicate's own dependents: control, a shared subject, a relative pronoun.
  var isIndirect = false
  /// The argument it hangs on in the tree, when that is not the predicate.
  var host: Int?
  /// Parsers hang such a phrase on the noun or on the verb: "supplied [missiles to Russia]".
  var mayBelongToHead = false
}
