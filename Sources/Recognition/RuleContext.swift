import DocumentModel
import Gazetteers

/// The surroundings of a match, as ambiguity rules ask for them.
struct RuleContext {
  let words: DocumentWords
  let tokens: Range<Int>
  /// Where the words beside it may stand.
  let sentence: Range<Int>
  /// Entities that the article names beyond doubt, and what they are part of.
  let present: Set<EntityIndex>
  /// What was found out about the article before.
  let facts: ArticleFacts

  /// Whether all conditions of a rule hold.
  func fits(_ conditions: [AmbiguityRule.Condition]) -> Bool {
    conditions.allSatisfy { condition in
      switch condition.place {
      case .previous: condition.alternatives.contains { fits($0, endingAt: tokens.lowerBound) }
      case .next: condition.alternatives.contains { fits($0, startingAt: tokens.upperBound) }
      case .document: condition.alternatives.contains { occurs($0) }
      }
    }
  }

  private func fits(_ term: AmbiguityRule.Term, endingAt end: Int) -> Bool {
    switch term {
    case .words(let sequence):
      end - sequence.count >= sentence.lowerBound && matches(sequence, at: end - sequence.count)
    case .wordClass(let wordClass):
      // "said" is no given name, though "Said" is one.
      end > sentence.lowerBound && words.classes[end - 1].contains(wordClass)
        && words.form(end - 1) != "A"
        && (words.shapes[end - 1] != .lower || wordClass.isDisjoint(with: [.givenName, .surname]))
    case .entity: false
    }
  }

  private func fits(_ term: AmbiguityRule.Term, startingAt start: Int) -> Bool {
    switch term {
    case .words(let sequence):
      start + sequence.count <= sentence.upperBound && matches(sequence, at: start)
    case .wordClass(let wordClass):
      start < sentence.upperBound && words.classes[start].contains(wordClass)
        && (words.shapes[start].isUpper || words.shapes[start] == .number)
    case .entity: false
    }
  }

  private func occurs(_ term: AmbiguityRule.Term) -> Bool {
    if let known = facts.occurs[term] { return known }
    let result = isFound(term)
    facts.occurs[term] = result
    return result
  }

  private func isFound(_ term: AmbiguityRule.Term) -> Bool {
    switch term {
    case .words(let sequence):
      guard let first = sequence.first else { return false }
      return words.document.tokens.indices.contains {
        words.smallForm($0) == first && matches(sequence, at: $0)
      }
    case .wordClass(let wordClass):
      return words.classes.contains { $0.contains(wordClass) }
    case .entity(let entity): return present.contains(entity)
    }
  }

  private func matches(_ sequence: [String], at start: Int) -> Bool {
    guard start + sequence.count <= words.document.tokens.count else { return false }
    return sequence.indices.allSatisfy { words.smallForm(start + $0) == sequence[$0] }
  }
}

/// Which terms of rules occur in an article, remembered so that each is looked for once.
final class ArticleFacts {
  var occurs: [AmbiguityRule.Term: Bool] = [:]
}
