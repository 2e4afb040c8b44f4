import DocumentModel

/// Cuts an article into paragraphs, sentences and tokens, and reads its parts, date and language
/// off its form.
///
/// Lines are joined to paragraphs, paragraphs are cut into tokens in one pass over the bytes; the
/// parts, the languages and the sentences are then read from the tokens. Time is linear in the
/// text, whatever it holds.
public struct Segmenter: Sendable {
  public let options: SegmentationOptions

  public init(options: SegmentationOptions = .init()) {
    self.options = options
  }

  /// The article's document. Any text has one; what a reader should know is in its diagnostics:
  /// `unknown-date`, `other-language` (a paragraph) and `not-english` (the article), all notes.
  ///
  /// The document's article has title, authors and source filled in where they were unknown and
  /// the text names them; the text itself is unchanged.
  public func document(for article: Article) -> Document {
    let text: String = article.text
    return text.utf8.withContiguousStorageIfAvailable { document(for: article, $0.span) }
      ?? document(for: article, Array(text.utf8).span)
  }

  /// - Parameter text: the bytes of the article's text.
  private func document(for article: Article, _ text: Span<UInt8>) -> Document {
    let source = TokenizedText(text)
    let parts =
      options.parts == .newspaper
      ? PartDetector.parts(of: source, text) : ArticleParts(paragraphs: source.spans.count)
    let languages = LanguageFindings(source, text)
    let date = ArticleDate.date(of: article, parts, isRead: options.parts == .newspaper)
    return Document(
      article: Self.article(article, with: parts),
      date: date,
      paragraphs: paragraphs(source, parts, languages),
      sentences: Self.sentences(source, parts, text),
      tokens: source.tokens,
      normalForms: source.normalForms,
      diagnostics: languages.diagnostics
        + (date == nil ? [SegmentationDiagnostics.unknownDate] : []))
  }

  private func paragraphs(
    _ source: TokenizedText, _ parts: ArticleParts, _ languages: LanguageFindings
  ) -> [Paragraph] {
    source.spans.indices.map { index in
      let span = source.spans[index]
      let isKept = options.otherLanguages == .keep || !languages.others.contains(index)
      return Paragraph(
        span: span, kind: parts.kinds[index],
        dateline: parts.dateline(of: index).map {
          TextSpan(span.start, source.tokens[$0.end - 1].span.end)
        },
        isRead: isKept && parts.kinds[index].isStory)
    }
  }

  private static func sentences(
    _ source: TokenizedText, _ parts: ArticleParts, _ text: Span<UInt8>
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    sentences.reserveCapacity(source.stops.count + source.spans.count)
    var splitter = SentenceSplitter(tokens: source.tokens, stops: source.stops)
    for (index, range) in source.ranges.enumerated() {
      splitter.split(
        range, paragraph: index, opening: parts.dateline(of: index)?.end, text, into: &sentences)
    }
    return sentences
  }

  /// The article with what its own lines say about it, where nothing was known from outside.
  private static func article(_ article: Article, with parts: ArticleParts) -> Article {
    var result = article
    if result.metadata.title == nil { result.metadata.title = parts.title }
    if result.metadata.authors.isEmpty { result.metadata.authors = parts.authors }
    if result.metadata.source == nil {
      result.metadata.source = parts.publication ?? parts.dateline?.agency
    }
    return result
  }
}

extension Paragraph.Kind {
  /// Whether the part tells the story, rather than about the article.
  fileprivate var isStory: Bool {
    switch self {
    case .headline, .deck, .body: true
    case .publication, .byline, .dateLine, .trailer: false
    }
  }
}
