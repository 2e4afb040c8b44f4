import DocumentModel

/// Chooses an article's date among those its name and its lines give.
enum ArticleDate {
  /// The date from outside; else a `Date:` line, a date line of its own, the article's name and
  /// the dateline, in that order.
  ///
  /// - Parameter isRead: whether the text's own lines and name are looked at.
  static func date(of article: Article, _ parts: ArticleParts, isRead: Bool) -> DatedFact? {
    if let date = article.metadata.date { return date }
    guard isRead else { return nil }
    if let date = parts.headerDate { return DatedFact(date, from: .header) }
    if let date = parts.lineDate { return DatedFact(date, from: .dateLine) }
    if let date = FileNameDate.date(in: article.id) { return DatedFact(date, from: .fileName) }
    return parts.dateline?.date.map { DatedFact($0, from: .dateline) }
  }
}
