/// Writes distinct newspaper-like articles of about 500 words: the same seed and index give the
/// same bytes, on every machine.
///
/// The text is grammatical in form and senseless in content. It has what a reader of news meets:
/// headlines, bylines, datelines, titles, quotations, numbers, dates, event nouns, appositions,
/// passives, clauses of every kind, names that a gazetteer knows and names that none does.
public struct ArticleGenerator: Sendable {
  public let seed: UInt64
  /// The names that a generated gazetteer can know.
  public let names: KnownNames
  private let grammar: Grammar

  /// Articles that mention `names`.
  public init(seed: UInt64, names: KnownNames = KnownNames(aliasCount: 100_000)) {
    self.seed = seed
    self.names = names
    grammar = Grammar.news
  }

  /// Article number `index`, which must not be negative.
  public func article(index: Int) -> GeneratedArticle {
    var composer = ArticleComposer(
      grammar: grammar, names: names, random: SplitMix64(seed: seed, index: index))
    return composer.article(id: Self.id(of: index))
  }

  private static func id(of index: Int) -> String {
    let digits = String(index)
    return "article-" + String(repeating: "0", count: max(0, 6 - digits.count)) + digits + ".txt"
  }
}

/// An article and what is in it.
public struct GeneratedArticle: Sendable, Equatable {
  /// Fit for a file name.
  public var id: String
  public var text: String
  /// Every mention of a known name, in text order.
  public var mentions: [String]
  public var paragraphs: Int
  /// Of the paragraphs of the body and the deck.
  public var sentences: Int
}
