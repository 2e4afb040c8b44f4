public import DocumentModel

/// A word that says how another predicate is meant: "deny", "allegedly", "plan", "not".
public struct StanceCue: Sendable, Hashable {
  /// Its lemma, then further words that stand with it: `call on`, `stop short of`.
  public let words: [String]
  public let partOfSpeech: PartOfSpeech
  public let reach: Reach
  /// What it makes of a plain statement; nil when it leaves the modality alone.
  public let modality: Stance.Modality?
  public let negation: Negation
  public let completion: Stance.Completion?
  /// Its subject says what it reaches.
  public let isSpeech: Bool
  /// What it reaches is taken for granted, whatever stands over the cue: "regret".
  public let isFactive: Bool
  /// A sentence with the predicate in braces, run as a test.
  public let example: String
  public let origin: Origin

  public enum PartOfSpeech: String, Sendable, CaseIterable {
    case verb = "v"
    case noun = "n"
    case adjective = "adj"
    case adverb = "adv"
    case auxiliary = "aux"
    /// A conjunction or preposition: "if", "without".
    case mark
    case determiner = "det"
  }

  /// The ways in which it may stand over, or at, a predicate.
  public struct Reach: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// "planned to attack"
    public static let infinitive = Reach(rawValue: 1 << 0)
    /// "said that it attacked"
    public static let clause = Reach(rawValue: 1 << 1)
    /// "denied attacking", "accused of attacking"
    public static let gerund = Reach(rawValue: 1 << 2)
    /// "denied the attack", "fears of an attack"
    public static let noun = Reach(rawValue: 1 << 3)
    /// "the attack failed"
    public static let subject = Reach(rawValue: 1 << 4)
    /// "allegedly attacked", "no attack": it depends on the predicate.
    public static let own = Reach(rawValue: 1 << 5)
    /// "attacked in an exercise": the predicate stands in its frame.
    public static let frame = Reach(rawValue: 1 << 6)

    /// As tables write them.
    public static let names: [(name: String, reach: Reach)] = [
      ("inf", .infinitive), ("that", .clause), ("ing", .gerund), ("noun", .noun),
      ("subject", .subject), ("own", .own), ("frame", .frame),
    ]
  }

  public enum Negation: String, Sendable {
    case none
    /// "failed to": it did not happen.
    case negated
    /// "rejected": a plan or demand is turned down, a statement denied.
    case rejected
    /// "stopped": a fact came to an end, anything else is not to happen.
    case stopped
  }
}
