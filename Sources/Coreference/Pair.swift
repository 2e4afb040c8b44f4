import DocumentModel
import Gazetteers

/// "Both diplomats", "the two countries": the last two of their kind; of people the last two whom one
/// sentence names together, if there are such.
struct Pair {
  private let arePersons: Bool
  private let token: Int

  /// Further back nobody remembers them.
  private static let window = 8

  /// Nil unless the noun at `token` is plural, counted as two, and means people or countries.
  init?(token: Int, classes: WordClasses, document: Document, syntax: SyntaxLayer) {
    self.token = token
    let lemma = syntax.lemmas[token]
    let areCountries = Self.countries.contains(lemma)
    arePersons = !areCountries && (classes.contains(.roleNoun) || classes.contains(.titleWord))
    guard areCountries || arePersons, syntax.features[token].number == .plur,
      !(token + 1..<min(document.tokens.count, token + 8)).contains(where: {
        syntax.heads[$0] == Int32(token) && syntax.relations[$0] == .conj
      }),
      (max(0, token - 4)..<token).contains(where: {
        syntax.heads[$0] == Int32(token)
          && ["both", "two"].contains(document.form(of: $0).inSmallLetters)
      })
    else { return nil }
  }

  private static let countries: Set<String> = [
    "country", "nation", "side", "neighbour", "neighbor", "government", "state", "ally", "power",
    "rival", "capital",
  ]

  /// Two chains, the one named earlier first; none when there are not two.
  func chains(in layer: EntityLayer, history: MentionHistory) -> [Int] {
    if arePersons, let pair = lastTogether(in: layer) { return pair }
    let recent = history.recent { index in
      arePersons ? layer.chains[index].type.isPerson : layer.chains[index].type == .country
    }
    return recent.count < 2 ? [] : [recent[1], recent[0]]
  }

  /// The people of the last sentence before that names two.
  private func lastTogether(in layer: EntityLayer) -> [Int]? {
    let names = layer.mentions.indices.filter { index in
      let mention = layer.mentions[index]
      return mention.tokens.upperBound <= token && mention.type.isPerson
        && mention.kind != .pronoun && mention.kind != .nominal
    }
    guard let latest = names.last.map({ layer.mentions[$0].sentence }) else { return nil }
    var people: [Int: [Int]] = [:]
    for index in names where latest - layer.mentions[index].sentence <= Self.window {
      guard let chain = layer.chainsOfMention[index].first else { continue }
      let sentence = layer.mentions[index].sentence
      if people[sentence]?.contains(chain) != true { people[sentence, default: []].append(chain) }
    }
    return people.filter { $0.value.count == 2 }.max { $0.key < $1.key }?.value
  }
}
