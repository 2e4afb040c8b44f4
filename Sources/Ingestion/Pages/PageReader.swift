import DocumentModel
import Foundation

/// Makes an article of a page: its text, and what its meta tags, JSON-LD and marks say about it.
enum PageReader {
  /// - Throws: `noArticle`, `nestedTooDeep`.
  static func draft(of text: String) throws(Refusal.Reason) -> Draft {
    let page = try HTMLParser.page(of: text)
    let facts = PageFacts(page)
    let body = body(of: page, facts.linkedData)
    guard !body.isEmpty else { throw .noArticle(.html) }
    let story = Story(title: facts.title, deck: facts.deck, body: body)
    return Draft(text: story.text, metadata: facts.metadata)
  }

  /// The text of a piece of HTML in which nothing is to be dropped but what is never text.
  static func text(ofFragment text: String) throws(Refusal.Reason) -> String {
    try HTMLParser.page(of: text).blocks.map(\.text).joined(separator: "\n\n")
  }

  /// The page's own paragraphs, unless linked data has much more: pages that a script fills.
  private static func body(of page: Page, _ data: LinkedData) -> String {
    let found = BodyChooser(page).body.joined(separator: "\n\n")
    guard let given = data.body, given.utf8.count > 2 * found.utf8.count,
      let text = try? self.text(ofFragment: paragraphs(given))
    else { return found }
    return text
  }

  private static func paragraphs(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).map { "<p>\($0)</p>" }.joined()
  }
}

/// What a page says about its article.
struct PageFacts {
  let linkedData: LinkedData
  private let page: Page

  init(_ page: Page) {
    self.page = page
    linkedData = LinkedData(page.facts[.linkedData] ?? [])
  }

  var metadata: ArticleMetadata {
    ArticleMetadata(
      title: title, date: date.map { DatedFact($0, from: .metadata) }, source: source,
      authors: authors, url: page.canonicalURL ?? page.metas["og:url"] ?? linkedData.url)
  }

  /// The main heading that the page's title contains; else what linked data, meta tags and the title
  /// say, in this order.
  var title: String? {
    let site = source.map { $0.lowercased() }
    let whole = ((page.first(.title) ?? "") + " " + (page.metas["og:title"] ?? "")).lowercased()
    let headings = page.facts[.mainHeading] ?? []
    let heading = headings.filter { whole.contains($0.lowercased()) && $0.lowercased() != site }
      .max { $0.utf8.count < $1.utf8.count }
    return heading ?? linkedData.headline ?? page.metas["og:title"] ?? page.metas["twitter:title"]
      ?? (headings.count == 1 ? headings[0] : nil) ?? page.first(.title).map(Self.withoutSite)
  }

  var deck: String? { page.first(.deck) }

  private var source: String? {
    page.metas["og:site_name"] ?? linkedData.publisher
      ?? first(["application-name", "dc.publisher", "citation_journal_title", "publisher"])
  }

  private var date: CalendarDate? {
    let given = [linkedData.date].compactMap { $0 } + Self.dateNames.compactMap { page.metas[$0] }
    return (given + (page.facts[.time] ?? [])).lazy.compactMap { DateText.date(in: $0) }.first
  }

  private var authors: [String] {
    let given = linkedData.authors.flatMap { Byline.names(in: $0) }
    if !given.isEmpty { return unique(given) }
    let names = Self.authorNames.compactMap { page.metas[$0] }.lazy
      .map { Byline.names(in: $0) }.first { !$0.isEmpty }
    return unique(names ?? Byline.names(in: page.first(.byline).flatMap(Self.byline) ?? ""))
  }

  private func first(_ names: [String]) -> String? {
    names.lazy.compactMap { page.metas[$0] }.first
  }

  private func unique(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }

  /// A byline is short and has no more than names.
  private static func byline(_ text: String) -> String? {
    text.utf8.count <= 120 && !text.contains(where: \.isNumber) ? text : nil
  }

  /// `Kim meets Putin` of `Kim meets Putin | The Globe`.
  private static func withoutSite(_ title: String) -> String {
    for joint in [" | ", " – ", " — ", " - ", " :: "] {
      let parts = title.components(separatedBy: joint)
      guard parts.count > 1, let last = parts.last, last.split(separator: " ").count <= 5 else {
        continue
      }
      return parts.dropLast().joined(separator: joint)
    }
    return title
  }

  private static let dateNames = [
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article:published", "publishdate", "publish-date", "pubdate", "publication_date",
    "published-date", "published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued",
    "dcterms.created", "dc.date.created", "dc.date", "citation_publication_date",
    "citation_date", "date", "displaydate",
  ]
  private static let authorNames = [
    "author", "parsely-author", "sailthru.author", "byl", "dc.creator", "citation_author",
    "article:author",
  ]
}
