import DocumentModel
import Gazetteers

/// "Both diplomats", "the two countries": the last two of their kind whom one sentence names together,
/// or the last two of all. "Two civilians" are new ones.
struct Pair {
  private let arePersons: Bool
  private let token: Int

  /// Further back nobody remembers them.
  private static let window = 8

  /// Nil unless the noun means people or countries.
  /// - Parameter token: a plural that is counted as two, see `Anaphora.isPair`.
  init?(token: Int, classes: WordClasses, in text: ParsedText) {
    let syntax = text.syntax
    self.token = token
    let lemma = syntax.lemmas[token]
    let areCountries = Self.countries.contains(lemma)
    arePersons = !areCountries && !classes.isDisjoint(with: [.roleNoun, .titleWord])
    guard areCountries || arePersons,
      !(token + 1..<min(text.document.tokens.count, token + 8)).contains(where: {
        syntax.heads[$0] == Int32(token) && syntax.relations[$0] == .conj
      })
    else { return nil }
  }

  private static let countries: Set<String> = [
    "country", "nation", "side", "neighbour", "neighbor", "government", "state", "ally", "power",
    "rival", "capital",
  ]

  /// Two chains, the one named earlier first; none when there are not two.
  func chains(in layer: EntityLayer, history: borrowing MentionHistory) -> [Int] {
    if let pair = lastTogether(in: layer) { return pair }
    let recent = history.recent { isOfKind(layer.chains[$0].type) }
    return recent.count < 2 ? [] : [recent[1], recent[0]]
  }

  private func isOfKind(_ type: EntityType) -> Bool {
    arePersons ? type.isPerson : type == .country
  }

  /// Those of the last sentence before that names two.
  private func lastTogether(in layer: EntityLayer) -> [Int]? {
    let names = layer.mentions.indices.filter { index in
      let mention = layer.mentions[index]
      return mention.tokens.upperBound <= token && isOfKind(mention.type)
        && mention.kind != .pronoun && mention.kind != .nominal
    }
    guard let latest = names.last.map({ layer.mentions[$0].sentence }) else { return nil }
    var chains: [Int: [Int]] = [:]
    for index in names where latest - layer.mentions[index].sentence <= Self.window {
      guard let chain = layer.chainsOfMention[index].first else { continue }
      let sentence = layer.mentions[index].sentence
      if chains[sentence]?.contains(chain) != true { chains[sentence, default: []].append(chain) }
    }
    return chains.filter { $0.value.count == 2 }.max { $0.key < $1.key }?.value
  }
}
