public import GraphModel

/// The groups of copies in a set of articles, as `GraphBuilder` writes them on the articles.
public struct CopyLabels: Sendable {
  public let groups: [CopyGroup]
  private var names: [String: String] = [:]

  /// - Parameter options: nil looks for none.
  public init(
    _ articles: some Sequence<(record: ArticleRecord, sketch: TextSketch?)>, _ options: CopyOptions?
  ) {
    guard let options else {
      groups = []
      return
    }
    groups = CopyFinder(options).groups(
      of: articles.compactMap { article in article.sketch.map { (article.record, $0) } })
    for group in groups {
      for member in group.members { names[member.id] = group.name }
    }
  }

  /// The article with the name of its group, if it is in one.
  func labelled(_ article: ArticleRecord) -> ArticleRecord {
    guard let name = names[article.id] else { return article }
    var article = article
    article.attributes[ArticleCopies.attribute] = name
    return article
  }
}
