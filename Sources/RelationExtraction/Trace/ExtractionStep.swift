public import DocumentModel
public import Gazetteers

/// One thing that extraction did or refused; tokens and chains are indices into the layers it read.
public enum ExtractionStep: Sendable {
  /// A pattern of the lexicon fits the word at `trigger`.
  case fitted(trigger: Int, PatternFit)
  /// A pattern of that head does not fit.
  case misfitted(trigger: Int, PatternMisfit)
  /// No pattern led to parties: the syntax alone says who and whom. `isKnown` tells whether the
  /// lexicon has the head at all.
  case readBySyntax(trigger: Int, lemma: String, isKnown: Bool)
  /// A predicate with nobody who acts (`sources` empty) or nobody acted on (`targets` empty).
  case incomplete(trigger: Int, lemma: String, sources: [Int], targets: [Int])
  /// A relation was made.
  case related(Relation, by: RelationBasis)
  /// A relation was made and left out.
  case dropped(Relation, because: DropCause)
}

/// A pattern with what fills its slots.
public struct PatternFit: Sendable {
  /// The line of the pattern.
  public var origin: Origin
  public var relation: String
  public var fillers: [Filler]
  /// Higher is more specific; the most specific pattern that leads to parties is used.
  public var score: Float

  public struct Filler: Sendable {
    public var role: PatternRole
    /// The head of the phrase.
    public var token: Int
    /// The tokens of the phrase.
    public var phrase: Range<Int>
  }
}

/// A pattern that does not fit, and why.
public struct PatternMisfit: Sendable {
  public var origin: Origin
  public var relation: String
  public var cause: Cause

  public enum Cause: Sendable, Equatable {
    /// None of these words stands with the head.
    case missingWord([String])
    /// Nothing fills the slot.
    case missingSlot(PatternRole)
    /// The slots are filled, but by nobody who is an entity of the article.
    case noParty
  }
}

/// What a relation rests on.
public enum RelationBasis: Sendable, Hashable {
  /// The line of a pattern.
  case pattern(Origin)
  /// The arguments of a verb or noun that no pattern fits.
  case syntax
  /// "the accord": an event told before, with those who took part in it.
  case earlierEvent
  /// A standing tie, by the name of the rule that found it: `title`, `apposition`.
  case tie(String)
}

/// Why a relation is left out.
public enum DropCause: String, Sendable {
  /// Both parties are one.
  case selfLoop
  /// Said before of the same word.
  case duplicate
}
