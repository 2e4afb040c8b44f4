import DocumentModel

/// A predicate of the text with its arguments in active, finite order: passives, control, relative
/// clauses, participles and coordination are undone.
struct ArgumentStructure {
  /// The verb or noun.
  var token: Int
  /// With its particle or light verb: "carry out", "launch attack".
  var lemma: String
  var partOfSpeech: PartOfSpeech
  /// The verb whose object an event noun is, when it is a light one.
  var lightVerb: String?
  var arguments: [Argument]

  enum PartOfSpeech: String, Sendable { case verb = "v", noun = "n", adjective = "a" }

  func arguments(_ test: (Argument.Function) -> Bool) -> [Argument] {
    arguments.filter { test($0.function) }
  }

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
    /// A clause: "to leave", "that it had left".
    case clause
  }

  var function: Function
  /// The head of the phrase.
  var token: Int
  /// Found beyond the predicate's own dependents: control, a shared subject, a relative pronoun.
  var isIndirect = false
  /// Hangs on the object in the tree and may belong to it alone.
  var isHanging = false
}
