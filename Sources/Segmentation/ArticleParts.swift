import DocumentModel

/// What each paragraph of an article is, and what its lines say about the article.
struct ArticleParts {
  var kinds: [Paragraph.Kind]
  /// Datelines by paragraph.
  var datelines: [Int: Dateline] = [:]
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
  }

  /// The agency and the date of the first dateline.
  var dateline: Dateline? { datelines.min { $0.key < $1.key }?.value }
}
