import ArticleGenerator
import Testing

struct ArticleGeneratorTests {
  private let generator = ArticleGenerator(seed: 7, names: KnownNames(aliasCount: 5000))

  @Test func theSameSeedGivesTheSameArticles() {
    let again = ArticleGenerator(seed: 7, names: KnownNames(aliasCount: 5000))
    #expect((0..<20).map(generator.article) == (0..<20).map(again.article))
    let other = ArticleGenerator(seed: 8, names: KnownNames(aliasCount: 5000))
    #expect(generator.article(index: 3) != other.article(index: 3))
  }

  @Test func articlesDiffer() {
    let articles = (0..<300).map(generator.article)
    #expect(Set(articles.map(\.id)).count == articles.count)
    let sentences = articles.flatMap { $0.text.split(separator: ".") }.filter { $0.count > 60 }
    #expect(Double(Set(sentences).count) > 0.999 * Double(sentences.count))
  }

  @Test(arguments: 0..<50)
  func anArticleIsOfTheRightSize(index: Int) {
    let article = generator.article(index: index)
    let words = article.text.split(whereSeparator: \.isWhitespace).count
    #expect((450...720).contains(words))
    #expect(article.text.utf8.last == UInt8(ascii: "\n"))
    #expect(!article.text.contains("{") && !article.text.contains("  "))
  }

  @Test(arguments: 0..<50)
  func mentionsStandInTheTextInOrder(index: Int) {
    let article = generator.article(index: index)
    var rest = Substring(article.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    for mention in article.mentions {
      guard let place = rest.firstRange(of: mention) else {
        Issue.record("\(mention) is missing")
        return
      }
      rest = rest[place.upperBound...]
    }
    #expect(article.mentions.count > 5)
  }

  @Test(arguments: 0..<50)
  func noOtherKnownNameStandsInTheText(index: Int) {
    let aliases = Set(generator.names.entities.flatMap(\.aliases))
    let article = generator.article(index: index)
    #expect(Self.occurrences(of: aliases, in: article.text) == article.mentions)
  }

  /// Looks every run of up to six words up, without the marks and clitics around it.
  private static func occurrences(of names: Set<String>, in text: String) -> [String] {
    let words = text.split(whereSeparator: \.isWhitespace)
    var found: [String] = []
    for start in words.indices {
      for end in (start + 1)...min(start + 6, words.count) {
        let run = words[start..<end].joined(separator: " ")
          .split { "“”\",:;".contains($0) }.joined()
        let name = run.hasSuffix(".") ? String(run.dropLast()) : run
        if names.contains(name) { found.append(name) }
      }
    }
    return found
  }

  @Test func knownNamesAreAsManyAsAskedForAndDistinct() {
    let names = KnownNames(aliasCount: 20_000)
    let aliases = names.entities.flatMap(\.aliases)
    #expect(aliases.count == 20_000)
    #expect(Set(aliases).count == aliases.count)
    #expect(Set(names.entities.map(\.id)).count == names.entities.count)
  }

  @Test func randomNumbersKeepToTheirBounds() {
    var random = SplitMix64(seed: 1)
    #expect((0..<1000).allSatisfy { _ in (0..<7).contains(random.below(7)) })
    #expect((0..<1000).allSatisfy { _ in (0..<1).contains(random.unit()) })
    // The first value of the published algorithm for seed 0.
    var reference = SplitMix64(seed: 0)
    #expect(reference.next() == 0xE220_A839_7B1D_CDAF)
  }
}
