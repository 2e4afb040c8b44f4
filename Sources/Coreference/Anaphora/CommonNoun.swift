import DocumentModel
import Gazetteers

/// A noun that names no entity, as far as pronouns agree with it.
enum CommonNoun {
  /// `true` for a man, `false` for a woman, nil when the word does not tell.
  case person(isMasculine: Bool?)
  case thing, plural

  /// Nil for nouns that pronouns hardly refer to: modifiers, times, parts of names.
  init?(token: Int, classes: WordClasses, in text: ParsedText) {
    let syntax = text.syntax
    if syntax.features[token].number == .plur {
      self = .plural
      return
    }
    if classes.contains(.temporal) { return nil }
    let persons: WordClasses = [.roleNoun, .titleWord, .kinNoun]
    let isMasculine = PersonGender.isMasculine(noun: syntax.lemmas[token])
    self =
      classes.isDisjoint(with: persons) && isMasculine == nil
      ? .thing : .person(isMasculine: isMasculine)
  }

  /// A noun in a place where pronouns look for antecedents.
  static func isArgument(_ token: Int, in text: ParsedText) -> Bool {
    let syntax = text.syntax
    guard syntax.tags[token] == .noun || syntax.tags[token] == .propn else { return false }
    switch syntax.relations[token] {
    case .nsubj, .nsubjPass, .obj, .iobj, .obl, .oblAgent, .nmod, .root, .conj: return true
    default: return false
    }
  }

  func agrees(with pronoun: Pronoun) -> Bool {
    switch (self, pronoun.agreement) {
    case (.person(let isMasculine), .person):
      isMasculine == nil || isMasculine == pronoun.isMasculine
    case (.thing, .thing), (.plural, .plural): true
    default: false
    }
  }
}
