import DocumentModel

/// A lexicon pattern in the form that extraction matches: what must depend on the head, and what
/// each dependent is to the relation.
struct Frame: Sendable, Equatable {
  /// What an argument is to the relation.
  enum Role: String, Sendable {
    /// Who acts.
    case who = "WHO"
    /// The thing given, said or done.
    case what = "WHAT"
    /// Who is acted on, receives or is addressed.
    case whom = "WHOM"
    /// A partner.
    case with = "WITH"
    /// What it is about.
    case topic = "TOPIC"
  }

  /// What must fill a slot.
  enum Filter: Sendable, Equatable {
    case none
    /// A named entity, not a thing that belongs to one.
    case entity
    /// A noun of a class: arms, money, food …
    case thing(String)
  }

  struct Slot: Sendable, Equatable {
    var role: Role
    /// Any of these will do.
    var functions: [Argument.Function]
    var filter: Filter
    var isOptional: Bool
  }

  var relation: String
  var head: String
  var partOfSpeech: ArgumentStructure.PartOfSpeech
  /// The verb whose object an event noun must be: "launch" of "launch attack".
  var lightVerbs: [String]
  var slots: [Slot]
  /// "WHO and WITH meet": both are the subject.
  var isReciprocal: Bool
}
