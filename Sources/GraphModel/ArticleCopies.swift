/// Which articles are copies of one story, so that they count once: the attribute `copies` names
/// the group of an article.
public struct ArticleCopies: Sendable {
  public static let attribute = "copies"
  private let groups: [String: String]

  public init(_ articles: [ArticleRecord]) {
    let grouped = articles.compactMap { article in
      article.attributes[Self.attribute].map { (article.id, $0) }
    }
    groups = Dictionary(grouped) { first, _ in first }
  }

  /// The number of stories among the articles of `evidence`.
  public func independentArticles(of evidence: [EdgeEvidence]) -> Int {
    guard groups.isEmpty else {
      return Set(evidence.map { groups[$0.article].map(Story.copies) ?? .article($0.article) })
        .count
    }
    // Evidence is mostly of one or two articles and sorted by them.
    var count = 0
    for index in evidence.indices
    where index == 0 || evidence[index].article != evidence[index - 1].article { count += 1 }
    return count
  }

  private enum Story: Hashable {
    case article(String)
    case copies(String)
  }
}
