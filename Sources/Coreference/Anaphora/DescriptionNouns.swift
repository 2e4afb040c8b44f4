import DocumentModel
import Gazetteers

/// Nouns by which a text refers to an entity that it named before: "the firm", "the rebels", "the
/// country". Each is for entities of some subtypes (word classes `names-SUBTYPE`).
///
/// The kind of a body that tables do not know is that of the noun that heads its name: no firm is a
/// "Mersa Liberation [Front]". A body whose name has no such noun may be a firm, a group, a party.
final class DescriptionNouns: Sendable {
  let gazetteer: Gazetteer
  private let subtypes: [Set<String>]
  /// Where those of a noun are, by the noun in small letters.
  private let nouns: KeyTable

  init(gazetteer: Gazetteer) {
    var subtypes: [Set<String>] = []
    var nouns = KeyTable()
    for row in gazetteer.classWords where row.isDescription {
      let (place, isNew) = nouns.number(of: WordKey(row.word))
      if isNew { subtypes.append([]) }
      subtypes[place].insert(String(row.name.dropFirst(ClassWord.description.count)))
    }
    self.gazetteer = gazetteer
    self.subtypes = subtypes
    self.nouns = nouns
  }

  /// The subtypes of the entities that a noun is for; none for other nouns.
  func subtypes(of noun: String) -> Set<String> { subtypes(of: WordKey(noun)) }

  private func subtypes(of noun: WordKey) -> Set<String> {
    nouns[noun].map { subtypes[$0] } ?? []
  }

  /// Whether an entity may be called by a noun that is for `subtypes`.
  func fits(_ chain: Int, of chains: [Chain], _ subtypes: Set<String>) -> Bool {
    switch chains[chain].type {
    case .country: return subtypes.contains("country")
    case .organisation, .group: break
    case .person, .official, .place, .event: return false
    }
    if let subtype = chains[chain].subtype { return subtypes.contains(subtype) }
    guard let head = head(of: chains[chain].name) else { return false }
    let own = self.subtypes(of: head)
    return own.isEmpty
      ? !Self.namedByTheirNoun.isSuperset(of: subtypes) : !own.isDisjoint(with: subtypes)
  }

  /// The last word of a name, or the one that a small word hangs the rest on.
  private func head(of name: String) -> WordKey? {
    let words = WordKey.words(of: name)
    let end = words.dropFirst().firstIndex { Self.joints.contains($0) } ?? words.endIndex
    return words[..<end].last
  }

  /// What is hardly named without the noun: "ministry", "court".
  private static let namedByTheirNoun: Set<String> = [
    "agency", "association", "body", "central-bank", "committee", "council", "country", "court",
    "embassy", "foundation", "government", "hospital", "igo", "military", "ministry", "mission",
    "parliament", "police", "religious", "research", "resistance", "sports-body", "un-agency",
    "union", "university",
  ]
  private static let joints = ["of", "for", "on", "in"].map { WordKey($0) }
}
