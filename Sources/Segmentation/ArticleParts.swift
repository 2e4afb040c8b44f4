import DocumentModel

/// What each paragraph of an article is, and what its lines say about the article.
struct ArticleParts {
  var kinds: [Paragraph.Kind]
  /// The dateline of each paragraph.
  var datelines: [Dateline?]
  var title: String?
  var authors: [String] = []
  var publication: String?
  /// From a `Date:` line.
  var headerDate: CalendarDate?
  /// From a line of its own that holds only a date.
  var lineDate: CalendarDate?

  /// Every paragraph is body.
  init(paragraphs: Int) {
    kinds = Array(repeating: .body, count: paragraphs)
    datelines = Array(repeating: nil, count: paragraphs)
  }

  /// The agency and the date of the first dateline.
  var dateline: Dateline? { datelines.lazy.compactMap(\.self).first }
}
