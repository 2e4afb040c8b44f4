import DocumentModel
import Gazetteers

/// "Both diplomats", "the two countries": the last two of their kind.
struct Pair {
  private let arePersons: Bool

  /// Nil unless the noun at `token` is plural, counted as two, and means people or countries.
  init?(token: Int, classes: WordClasses, document: Document, syntax: SyntaxLayer) {
    let lemma = syntax.lemmas[token]
    let areCountries = Self.countries.contains(lemma)
    arePersons = !areCountries && (classes.contains(.roleNoun) || classes.contains(.titleWord))
    guard areCountries || arePersons, syntax.features[token].number == .plur,
      !(token + 1..<min(document.tokens.count, token + 8)).contains(where: {
        syntax.heads[$0] == Int32(token) && syntax.relations[$0] == .conj
      }),
      (max(0, token - 4)..<token).contains(where: {
        syntax.heads[$0] == Int32(token)
          && ["both", "two"].contains(document.form(of: $0).lowercased())
      })
    else { return nil }
  }

  private static let countries: Set<String> = [
    "country", "nation", "side", "neighbour", "neighbor", "government", "state", "ally", "power",
    "rival", "capital",
  ]

  /// Two chains, the one named earlier first; none when there are not two.
  func chains(in layer: EntityLayer, history: MentionHistory) -> [Int] {
    let recent = history.recent { index in
      arePersons ? layer.chains[index].type.isPerson : layer.chains[index].type == .country
    }
    return recent.count < 2 ? [] : [recent[1], recent[0]]
  }
}
