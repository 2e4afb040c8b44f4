import DocumentModel

/// What each paragraph of an article is, and what its lines say about the article.
struct ArticleParts {
  var kinds: [Paragraph.Kind]
  /// The paragraphs that begin with a dateline, in order: one, as a rule.
  var datelines: [(paragraph: Int, dateline: Dateline)] = []
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

  /// The first dateline, whose agency and date are the article's.
  var dateline: Dateline? { datelines.first?.dateline }

  /// The dateline that a paragraph begins with.
  func dateline(of paragraph: Int) -> Dateline? {
    datelines.first { $0.paragraph == paragraph }?.dateline
  }
}
