import ArticleGenerator
import Foundation

/// A folder of generated articles, one file each.
struct ArticleFolder {
  let url: URL
  let count: Int
  private(set) var bytes = 0
  /// The countries that a body names in so many words.
  private(set) var countries: Set<String> = []

  /// Writes the articles one by one: this process stays small.
  init(count: Int, seed: UInt64, at url: URL) throws {
    self.url = url
    self.count = count
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    let generator = ArticleGenerator(seed: seed, names: KnownNames(aliasCount: 20_000))
    for index in 0..<count {
      let article = generator.article(index: index)
      bytes += article.text.utf8.count
      try Data(article.text.utf8).write(to: url.appendingPathComponent(article.id))
      note(article.text)
    }
  }

  private mutating func note(_ text: String) {
    for country in Self.watched where !countries.contains(country) {
      // Between two verbs or nouns it is the country, not a part of another name.
      if text.contains(" and \(country) have been ") { countries.insert(country) }
    }
  }

  private static let watched = [
    "Brazil", "Canada", "China", "Egypt", "France", "Germany", "India", "Iran", "Japan", "Kenya",
    "Mexico", "Nigeria", "Norway", "Pakistan", "Poland", "Russia", "Spain", "Turkey", "Ukraine",
    "Vietnam",
  ]
}
