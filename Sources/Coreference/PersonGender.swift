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
  func isMasculine(_ chain: Chain) -> Bool? { isMasculine(name: chain.name, roles: chain.roles) }

  /// The same for a name and the titles and roles that stand with it.
  func isMasculine(name: String, roles: [String]) -> Bool? {
    for role in roles {
      for word in role.inSmallLetters.split(separator: " ") {
        if let isMasculine = Self.isMasculine(role: String(word)) { return isMasculine }
      }
    }
    guard let end = name.utf8.firstIndex(of: UInt8(ascii: " ")) else { return nil }
    let classes = vocabulary.classes(of: vocabulary.id(of: String(name[..<end])))
    if !classes.isDisjoint(with: female) { return false }
    if !classes.isDisjoint(with: male) { return true }
    return nil
  }

  /// What a noun says of the person it is said of, nil for most.
  static func isMasculine(role: String) -> Bool? { genderOfRole[role] }

  private static let genderOfRole: [String: Bool] = {
    let women = feminineRoles.map { ($0, false) }
    return Dictionary(uniqueKeysWithValues: women + masculineRoles.map { ($0, true) })
  }()

  private static let feminineRoles = [
    "queen", "princess", "lady", "mrs", "mrs.", "ms", "ms.", "baroness", "spokeswoman",
    "chairwoman", "congresswoman", "sister", "mother", "wife", "daughter", "duchess", "actress",
    "woman", "girl", "tsarina", "empress", "daughter-in-law", "girlfriend", "widow",
    "businesswoman",
  ]
  private static let masculineRoles = [
    "king", "prince", "mr", "mr.", "sir", "emir", "sultan", "pope", "spokesman", "congressman",
    "brother", "father", "husband", "son", "duke", "imam", "ayatollah", "sheikh",
    "man", "boy", "tsar", "emperor", "boyfriend", "widower", "businessman", "priest", "bishop",
  ]
}
