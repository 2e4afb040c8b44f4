import DocumentModel
import Gazetteers

/// A lexicon pattern in the form that extraction matches: what must stand with the head, and what
/// each dependent is to the relation.
struct Frame: Sendable, Equatable {
  /// What must fill a slot.
  enum Filter: Sendable, Equatable {
    case none
    /// A named entity, not a thing that belongs to one.
    case entity
    /// A clause with "to", or one without.
    case infinitive, finite
    /// A noun of one of these classes: arms, money, food …
    case things([String])
  }

  struct Slot: Sendable, Equatable {
    var role: PatternRole
    /// Any of these will do.
    var functions: [Argument.Function]
    var filter: Filter
    var isOptional: Bool
    /// The nouns it may hang on in the tree: "stake" of `acquire stake in WHOM`.
    var hosts: [String]
  }

  var relation: String
  /// As the table writes it: "carry out".
  var head: String
  /// The word of the head that governs the slots: "carry".
  var anchor: String
  var partOfSpeech: ArgumentStructure.PartOfSpeech
  /// Words that must stand with the anchor, as alternatives: "impose" or "lift" of `impose|lift
  /// sanction on WHOM`.
  var requirements: [[String]]
  /// The first of the requirements that stands before a noun: the verb that may govern it.
  var governors: [String]
  var slots: [Slot]
  /// `WHO and WITH meet`: both are one coordination, the subject.
  var isReciprocal: Bool
  /// Also `talks between WHO and WITH`.
  var isMutual: Bool
  var origin: Origin

  /// `WHO want WHOM to TOPIC:inf`.
  var wantsClause: Bool { slots.contains { $0.functions.contains(.clause) } }

  /// `WHO give WHOM WHAT`.
  var isDitransitive: Bool {
    partOfSpeech == .verb
      && slots.filter { $0.functions.contains(.object) && $0.functions.contains(.indirectObject) }
        .count > 1
  }
}

/// What an argument is to a relation.
public enum PatternRole: String, Sendable, CaseIterable {
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
