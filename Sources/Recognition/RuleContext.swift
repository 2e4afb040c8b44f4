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
  func fits(_ conditions: [ContextRule.Condition]) -> Bool {
    conditions.allSatisfy { condition in
      switch condition.place {
      case .previous: condition.alternatives.contains { fits($0, endingAt: tokens.lowerBound) }
      case .next: condition.alternatives.contains { fits($0, startingAt: tokens.upperBound) }
      case .document: condition.alternatives.contains { occurs($0) }
      }
    }
  }

  private func fits(_ term: ContextRule.Term, endingAt end: Int) -> Bool {
    switch term {
    case .word(let word):
      end > sentence.lowerBound && words.word(end - 1).inSmallLetters == word
    case .words(let sequence):
      end - sequence.count >= sentence.lowerBound && matches(sequence, at: end - sequence.count)
    case .wordClass(let wordClass):
      // "said" is no given name, though "Said" is one.
      end > sentence.lowerBound && words.classes[end - 1].contains(wordClass)
        && words.sign(end - 1) != .capitalA
        && (words.shapes[end - 1] != .lower || wordClass.isDisjoint(with: [.givenName, .surname]))
    case .entity: false
    }
  }

  private func fits(_ term: ContextRule.Term, startingAt start: Int) -> Bool {
    switch term {
    case .word(let word):
      start < sentence.upperBound && words.word(start).inSmallLetters == word
    case .words(let sequence):
      start + sequence.count <= sentence.upperBound && matches(sequence, at: start)
    case .wordClass(let wordClass):
      start < sentence.upperBound && words.classes[start].contains(wordClass)
        && (words.shapes[start].isUpper || words.shapes[start] == .number)
    case .entity: false
    }
  }

  private func occurs(_ term: ContextRule.Term) -> Bool {
    if let known = facts.occurs[term.key] { return known == 1 }
    let result = isFound(term)
    facts.occurs[term.key] = result ? 1 : 0
    return result
  }

  private func isFound(_ term: ContextRule.Term) -> Bool {
    switch term {
    case .word(let word):
      words.document.tokens.indices.contains { words.word($0).inSmallLetters == word }
    case .words(let sequence):
      !sequence.isEmpty
        && words.document.tokens.indices.contains { matches(sequence, at: $0) }
    case .wordClass(let wordClass): words.classes.contains { $0.contains(wordClass) }
    case .entity(let entity): present.contains(entity)
    }
  }

  private func matches(_ sequence: [UInt64], at start: Int) -> Bool {
    guard start + sequence.count <= words.document.tokens.count else { return false }
    return sequence.indices.allSatisfy { words.word(start + $0).inSmallLetters == sequence[$0] }
  }
}

/// Which terms of rules occur in an article, remembered so that each is looked for once.
final class ArticleFacts {
  /// 1 or 0 by the key of a term.
  var occurs = KeyTable()
}
