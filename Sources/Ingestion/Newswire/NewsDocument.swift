import DocumentModel

/// The articles of an XML document as agencies send them: NITF, NewsML-G2 and NewsML 1.
struct NewsDocument {
  private(set) var pieces: [Piece] = []
  private var names = PlaceNames()

  /// Elements that are one article, alone or among others.
  private static let items: Set = ["nitf", "newsItem", "NewsItem"]
  /// Elements that many articles may be in.
  private static let wrappers: Set = ["newsMessage", "NewsML", "packageItem", "knowledgeItem"]

  /// The names of the first elements, in lower case.
  static let roots = Set(items.union(wrappers).map { Substring($0.lowercased()) })

  /// - Throws: `notReadable` for XML of another kind, `malformed`.
  init(_ bytes: [UInt8], encoding: TextEncoding?) throws(Refusal.Reason) {
    let events = try XMLEvents(bytes, encoding: encoding)
    var root: String?
    while let event = try events.next() {
      guard case .start(let name) = event else { continue }
      root = root ?? name
      guard let root, Self.items.contains(root) || Self.wrappers.contains(root) else {
        throw .notReadable(.xml)
      }
      if Self.items.contains(name) { try take(name, events, isAlone: name == root) }
    }
    if pieces.isEmpty { throw .noArticle(.xml) }
  }

  private mutating func take(
    _ name: String, _ events: XMLEvents, isAlone: Bool
  ) throws(Refusal.Reason) {
    var item = NewsItem(id: events["guid"])
    try item.read(until: name, events)
    let place = isAlone ? "" : names.unused("#\(item.id ?? String(pieces.count + 1))")
    pieces.append(Piece(place, item.draft.map { .success($0) } ?? .failure(.noArticle(.xml))))
  }
}

/// One item while it is read.
struct NewsItem {
  private(set) var id: String?
  private var facts: [Fact: [String]] = [:]
  private var paragraphs: [String] = []
  private var text = ""
  private var path: [String] = []

  private enum Fact {
    case headline, deck, title, byline, source, agency, date
  }

  /// Elements of which the text is a fact, and elements of a body that are a paragraph.
  private static let facts: [String: Fact] = [
    "hl1": .headline, "headline": .headline, "HeadLine": .headline, "SubHeadLine": .deck,
    "title": .title, "byline": .byline, "by": .byline, "ByLine": .byline,
    "distributor": .agency, "Provider": .agency, "ProviderId": .agency,
    "contentCreated": .date, "firstCreated": .date, "versionCreated": .date, "FirstCreated": .date,
    "DateId": .date,
  ]
  private static let bodies: Set = ["body.content", "inlineXML", "inlineData", "DataContent"]
  private static let dropped: Set = [
    "media", "figure", "figcaption", "body.head", "body.end", "head", "script", "style", "nav",
    "aside", "remoteInfo", "caption",
  ]
  private static let breaks: Set = [
    "p", "hl1", "hl2", "h1", "h2", "h3", "h4", "li", "td", "th", "dt", "dd", "pre", "block", "div",
    "blockquote", "bq", "credit", "tr", "br", "fn", "nitf-table", "table", "ul", "ol",
  ]

  init(id: String?) {
    self.id = id
  }

  /// Reads on to the end of the element `name`, which is open.
  mutating func read(until name: String, _ events: XMLEvents) throws(Refusal.Reason) {
    path = [name]
    while !path.isEmpty, let event = try events.next() {
      switch event {
      case .start(let name):
        if isInBody, Self.breaks.contains(name) { endParagraph() }
        if Self.fact(of: name, in: path) != nil { text = "" }
        path.append(name)
        note(name, events)
      case .text(let part): if isInBody || isFact { text += part }
      case .end(let name): end(name)
      }
    }
  }

  /// The innermost of what decides is the nearest: a picture's caption is in no body.
  private var isInBody: Bool {
    for name in path.reversed() {
      if Self.bodies.contains(name) { return true }
      if Self.dropped.contains(name) { return false }
    }
    return false
  }

  private var isFact: Bool {
    path.indices.contains { Self.fact(of: path[$0], in: Array(path[..<$0])) != nil }
  }

  private static func fact(of name: String, in path: [String]) -> Fact? {
    if path.contains(where: bodies.contains), !path.contains("hedline"), name != "byline" {
      return nil
    }
    if name == "hl2" { return path.last == "hedline" ? .deck : nil }
    if name == "name" {
      switch path.last {
      case "creator": return .byline
      case "provider", "infoSource": return .source
      default: return nil
      }
    }
    return facts[name]
  }

  private mutating func end(_ name: String) {
    let wasInBody = isInBody
    path.removeLast()
    if let fact = Self.fact(of: name, in: path) {
      add(fact, text)
      text = ""
    } else if wasInBody, Self.breaks.contains(name) || Self.bodies.contains(name) {
      endParagraph()
    }
  }

  private mutating func endParagraph() {
    let paragraph = Self.folded(text)
    if !paragraph.isEmpty { paragraphs.append(paragraph) }
    text = ""
  }

  private mutating func add(_ fact: Fact, _ text: String) {
    let text = Self.folded(text)
    if !text.isEmpty { facts[fact, default: []].append(text) }
  }

  private static func folded(_ text: String) -> String {
    text.split { $0.isWhitespace }.joined(separator: " ")
  }

  /// Facts that stand in attributes.
  private mutating func note(_ name: String, _ events: XMLEvents) {
    switch name {
    case "doc-id": id = id ?? events["id-string"]
    case "pubdata":
      events["name"].map { add(.source, $0) }
      events["date.publication"].map { facts[.date, default: []].insert($0, at: 0) }
    case "date.issue", "story.date": events["norm"].map { add(.date, $0) }
    case "provider": events["literal"].map { add(.source, $0) }
    case "doc.copyright": events["holder"].map { add(.agency, $0) }
    case "NewsProduct", "Source", "Provider": events["FormalName"].map { add(.agency, $0) }
    default: break
    }
  }
}

extension NewsItem {
  /// Nil without a text.
  var draft: Draft? {
    guard !paragraphs.isEmpty else { return nil }
    let title = facts[.headline]?.first ?? facts[.title]?.first
    let story = Story(
      title: title, deck: facts[.deck]?.first, body: paragraphs.joined(separator: "\n\n"))
    let date = facts[.date]?.lazy.compactMap { DateText.date(in: $0) }.first
    return Draft(
      text: story.text,
      metadata: ArticleMetadata(
        title: title, date: date.map { DatedFact($0, from: .metadata) },
        source: facts[.source]?.first ?? facts[.agency]?.first,
        authors: facts[.byline]?.first.map { Byline.names(in: $0) } ?? []))
  }
}
