import DocumentModel
import Gazetteers

/// An ambiguity rule as a worker keeps it: its words as hashes, see
/// `WordForm.inSmallLetters`.
struct ContextRule {
  struct Condition {
    var place: AmbiguityRule.Condition.Place
    /// One of them must be there.
    var alternatives: [Term]
  }

  enum Term {
    case word(UInt64)
    /// In sequence; never one.
    case words([UInt64])
    case wordClass(WordClasses)
    case entity(EntityIndex)
  }

  /// All must hold; empty for the default.
  let conditions: [Condition]
  let outcome: AmbiguityRule.Outcome
  /// The rule as the table writes it.
  let text: String

  var isDefault: Bool { conditions.isEmpty }

  init(_ rule: AmbiguityRule) {
    conditions = rule.conditions.map {
      Condition(place: $0.place, alternatives: $0.alternatives.map(Term.init))
    }
    outcome = rule.outcome
    text = rule.text
  }
}

extension ContextRule.Term {
  fileprivate init(_ term: AmbiguityRule.Term) {
    switch term {
    case .words(let words):
      let hashes = words.map { WordForm.hash(inSmallLetters: $0) }
      self = hashes.count == 1 ? .word(hashes[0]) : .words(hashes)
    case .wordClass(let wordClass): self = .wordClass(wordClass)
    case .entity(let entity): self = .entity(entity)
    }
  }

  /// Different for different terms.
  var key: UInt64 {
    switch self {
    case .word(let word): word
    case .words(let words): words.reduce(1) { StableHash.mixed($0 &* 31 &+ $1) }
    case .wordClass(let wordClass): StableHash.mixed(wordClass.rawValue &+ 2)
    case .entity(let entity): StableHash.mixed(UInt64(UInt32(bitPattern: entity)) &+ 1 &<< 40)
    }
  }
}
