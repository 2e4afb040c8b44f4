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
    for role in chain.roles {
      if let isMasculine = Self.isMasculine(role: role) { return isMasculine }
    }
    return isMasculine(name: chain.name)
  }

  /// The same for a name of several words.
  func isMasculine(name: String) -> Bool? {
    var length = 0
    for byte in name.utf8 {
      if byte == UInt8(ascii: " ") { break }
      length += 1
    }
    guard length < name.utf8.count, let first = String(name.utf8.prefix(length)) else { return nil }
    let classes = vocabulary.classes(of: vocabulary.id(of: first))
    if !classes.isDisjoint(with: female) { return false }
    if !classes.isDisjoint(with: male) { return true }
    return nil
  }

  /// The same for the titles and the role that stand with a name.
  static func isMasculine(titlesOf mention: Mention) -> Bool? {
    for candidate in mention.candidates {
      for reason in candidate.reasons where reason.code == "title" {
        if let isMasculine = isMasculine(role: reason.detail) { return isMasculine }
      }
    }
    return mention.role.flatMap { isMasculine(role: $0) }
  }

  /// What the words of a role say of who has it, nil for most.
  static func isMasculine(role: String) -> Bool? {
    for word in WordKey.words(of: role) {
      if let gender = genderOfNoun[word] { return gender == 1 }
    }
    return nil
  }

  /// What a noun says of the person it is said of, nil for most.
  static func isMasculine(noun: String) -> Bool? { genderOfNoun[WordKey(noun)].map { $0 == 1 } }

  /// 1 for men.
  private static let genderOfNoun: KeyTable = {
    var table = KeyTable(capacity: feminineNouns.count + masculineNouns.count)
    for noun in feminineNouns { table[WordKey(noun)] = 0 }
    for noun in masculineNouns { table[WordKey(noun)] = 1 }
    return table
  }()

  private static let feminineNouns = [
    "queen", "princess", "lady", "mrs", "mrs.", "ms", "ms.", "baroness", "spokeswoman",
    "chairwoman", "congresswoman", "sister", "mother", "wife", "daughter", "duchess", "actress",
    "woman", "girl", "tsarina", "empress", "daughter-in-law", "girlfriend", "widow",
    "businesswoman",
  ]
  private static let masculineNouns = [
    "king", "prince", "mr", "mr.", "sir", "emir", "sultan", "pope", "spokesman", "congressman",
    "brother", "father", "husband", "son", "duke", "imam", "ayatollah", "sheikh",
    "man", "boy", "tsar", "emperor", "boyfriend", "widower", "businessman", "priest", "bishop",
  ]
}
