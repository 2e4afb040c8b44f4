import DocumentModel
import Gazetteers

/// Whether a person is a man or a woman, as far as the name and the titles tell.
struct PersonGender {
  private let vocabulary: Vocabulary
  private let female: WordClasses
  private let male: WordClasses

  init(gazetteer: Gazetteer) {
    vocabulary = gazetteer.vocabulary
    female = vocabulary.wordClass(named: "female-name") ?? []
    male = vocabulary.wordClass(named: "male-name") ?? []
  }

  /// `true` for a man, `false` for a woman, nil when nothing tells.
  func isMasculine(_ chain: Chain) -> Bool? {
    for word in chain.roles.flatMap({ $0.lowercased().split(separator: " ") }) {
      if Self.feminineRoles.contains(String(word)) { return false }
      if Self.masculineRoles.contains(String(word)) { return true }
    }
    guard let given = chain.name.split(separator: " ").first, chain.name.contains(" ") else {
      return nil
    }
    let classes = vocabulary.classes(of: vocabulary.id(of: String(given)))
    if !classes.isDisjoint(with: female) { return false }
    if !classes.isDisjoint(with: male) { return true }
    return nil
  }

  private static let feminineRoles: Set<String> = [
    "queen", "princess", "lady", "mrs", "mrs.", "ms", "ms.", "baroness", "spokeswoman",
    "chairwoman", "congresswoman", "sister", "mother", "wife", "daughter", "duchess", "actress",
  ]
  private static let masculineRoles: Set<String> = [
    "king", "prince", "mr", "mr.", "sir", "emir", "sultan", "pope", "spokesman", "congressman",
    "brother", "father", "husband", "son", "duke", "imam", "ayatollah", "sheikh",
  ]
}
