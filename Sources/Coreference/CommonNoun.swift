import DocumentModel
import Gazetteers

/// A noun that names no entity, as far as pronouns agree with it.
enum CommonNoun {
  /// `true` for a man, `false` for a woman, nil when the word does not tell.
  case person(isMasculine: Bool?)
  case thing, plural

  /// Nil for nouns that pronouns hardly refer to: modifiers, times, parts of names.
  init?(token: Int, syntax: SyntaxLayer, gazetteer: Gazetteer) {
    guard syntax.tags[token] == .noun || syntax.tags[token] == .propn,
      Self.arguments.contains(syntax.relations[token])
    else { return nil }
    if syntax.features[token].number == .plur {
      self = .plural
      return
    }
    let lemma = syntax.lemmas[token]
    let classes = gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: lemma))
    if classes.contains(.temporal) { return nil }
    let persons: WordClasses = [.roleNoun, .titleWord, .kinNoun]
    self =
      classes.isDisjoint(with: persons) && PersonGender.isMasculine(role: lemma) == nil
      ? .thing : .person(isMasculine: PersonGender.isMasculine(role: lemma))
  }

  func agrees(with pronoun: Pronoun) -> Bool {
    switch (self, pronoun.agreement) {
    case (.person(let isMasculine), .person):
      isMasculine == nil || isMasculine == pronoun.isMasculine
    case (.thing, .thing), (.plural, .plural): true
    default: false
    }
  }

  private static let arguments: Set<DependencyRelation> = [
    .nsubj, .nsubjPass, .obj, .iobj, .obl, .oblAgent, .nmod, .root, .conj,
  ]
}
