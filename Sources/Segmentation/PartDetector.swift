import DocumentModel

/// Tells the parts of a newspaper article apart: first the lines above the story, one by one,
/// until a paragraph looks like running text; then datelines; then what stands below the story.
struct PartDetector {
  /// No more lines than these stand above a story.
  private static let topParagraphs = 12
  /// Credits and corrections are looked for in so many paragraphs at the end.
  private static let bottomParagraphs = 6
  private static let longestHeadline = 200
  private static let longestDeck = 400
  private static let mostDecks = 2

  private let source: TokenizedText
  private let dates: DateReader
  private let bylines: BylineReader
  private let headers: HeaderReader
  private var parts: ArticleParts
  private var headline: Int?
  private var decks = 0

  static func parts(of source: TokenizedText, _ text: Span<UInt8>) -> ArticleParts {
    var detector = PartDetector(source)
    let story = detector.readTop(text)
    detector.readDatelines(from: story, text)
    detector.readBottom(from: story + 1, text)
    return detector.parts
  }

  private init(_ source: TokenizedText) {
    self.source = source
    dates = DateReader(source: source)
    bylines = BylineReader(source: source)
    headers = HeaderReader(source: source)
    parts = ArticleParts(paragraphs: source.ranges.count)
  }

  /// Reads the lines above the story; returns the story's first paragraph.
  private mutating func readTop(_ text: Span<UInt8>) -> Int {
    let count = source.ranges.count
    for index in 0..<min(Self.topParagraphs, count) {
      if let kind = topKind(index, text) {
        parts.kinds[index] = kind
      } else if !isAboveByline(index, text) {
        return index
      }
    }
    return min(Self.topParagraphs, count)
  }

  /// Whether a paragraph of sentences is a deck rather than the story, because a byline or the
  /// date stands right below it. It counts as body all the same: it is read like one.
  private func isAboveByline(_ index: Int, _ text: Span<UInt8>) -> Bool {
    guard index + 1 < source.ranges.count, source.spans[index].count <= Self.longestDeck,
      !hasDateline(source.ranges[index], text)
    else { return false }
    let next = source.ranges[index + 1]
    guard !next.isEmpty else { return false }
    return dates.wholeLine(next, text) != nil
      || bylines.isByline(next, isAfterHeadline: false, text)
  }

  /// What the paragraph is when it stands above the story, nil when the story begins with it.
  private mutating func topKind(_ index: Int, _ text: Span<UInt8>) -> Paragraph.Kind? {
    let range = source.ranges[index]
    guard !range.isEmpty else { return .publication }
    if let header = headers.header(range, text) { return take(header, text) }
    if let date = dates.wholeLine(range, text) {
      parts.lineDate = parts.lineDate ?? date
      return .dateLine
    }
    if isByline(range, text) {
      takeCredits(range, text)
      return .byline
    }
    return titleKind(index, range, text)
  }

  /// A line with "By", or after the headline a line of names and credits that is not the beginning
  /// of the story: "SEOUL (Reuters) - …".
  private func isByline(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    bylines.isByline(range, isAfterHeadline: headline != nil && !hasDateline(range, text), text)
  }

  /// Publication line, headline or deck.
  private mutating func titleKind(
    _ index: Int, _ range: Range<Int>, _ text: Span<UInt8>
  ) -> Paragraph.Kind? {
    guard index + 1 < source.ranges.count, isTitle(index, text), !hasDateline(range, text) else {
      return nil
    }
    if headline == nil {
      if isPublication(range, text), isTitle(index + 1, text) {
        parts.publication = parts.publication ?? source.string(range, text)
        return .publication
      }
      headline = index
      parts.title = source.string(range, text)
      return .headline
    }
    decks += 1
    return decks <= Self.mostDecks ? .deck : nil
  }

  private mutating func take(_ header: HeaderReader.Header, _ text: Span<UInt8>) -> Paragraph.Kind {
    switch header.field {
    case .date:
      parts.headerDate = parts.headerDate ?? header.date
      return .dateLine
    case .title:
      headline = headline ?? 0
      parts.title = parts.title ?? source.string(header.value, text)
      return .headline
    case .author:
      takeCredits(header.value, text)
      return .byline
    case .publication:
      parts.publication = parts.publication ?? source.string(header.value, text)
      return .publication
    case .other:
      return .publication
    }
  }

  private mutating func takeCredits(_ range: Range<Int>, _ text: Span<UInt8>) {
    let credits = bylines.credits(range, text)
    parts.authors += credits.authors
    parts.publication = parts.publication ?? credits.source
    parts.lineDate = parts.lineDate ?? dates.first(in: range, text)
  }

  /// A short paragraph that does not end as a sentence does.
  private func isTitle(_ index: Int, _ text: Span<UInt8>) -> Bool {
    let range = source.ranges[index]
    guard source.spans[index].count <= Self.longestHeadline, let last = range.last else {
      return false
    }
    var token = last
    while token > range.lowerBound, isCloser(token, text) { token -= 1 }
    let mark = source.firstByte(token, text)
    let isEnd =
      source.tokens[token].span.count == 1 && (mark == .dot || mark == .colon || mark == .comma)
    return !isEnd
      && range.contains {
        source.firstByte($0, text).isASCIILetter || source.isCapitalised($0, text)
      }
  }

  private func isCloser(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let byte = source.firstByte(token, text)
    if byte == .quote || byte == .apostrophe || byte == .closeParenthesis { return true }
    return byte == 0xE2 && ScannedGlyph(text, at: source.tokens[token].span.start).isCloser
  }

  private func hasDateline(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    DatelineReader(source: source).dateline(in: range, isFirst: false, text) != nil
  }

  /// A name of capitalised words, one of which newspapers are called by.
  private func isPublication(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    guard range.count <= 7 else { return false }
    var isKnown = false
    for token in range {
      let key = source.key(token, text)
      let isJoin =
        key == "of" || key == "the" || key == "and" || key == "&" || key == "." || key == "-"
      guard source.isCapitalised(token, text) || isJoin else { return false }
      if source.traits(token, text).contains(.publication) { isKnown = true }
    }
    return isKnown
  }

  private mutating func readDatelines(from story: Int, _ text: Span<UInt8>) {
    let reader = DatelineReader(source: source)
    for index in story..<max(story, source.ranges.count) {
      let range = source.ranges[index]
      if let dateline = reader.dateline(in: range, isFirst: index == story, text) {
        parts.datelines.append((index, dateline))
      }
    }
  }

  private mutating func readBottom(from first: Int, _ text: Span<UInt8>) {
    let reader = TrailerReader(source: source)
    let count = source.ranges.count
    for index in first..<max(first, count) {
      let range = source.ranges[index]
      let isTrailer =
        index >= count - Self.bottomParagraphs
        ? reader.isTrailer(range, text) : reader.isInterruption(range, source.spans[index], text)
      if isTrailer { parts.kinds[index] = .trailer }
    }
  }
}
