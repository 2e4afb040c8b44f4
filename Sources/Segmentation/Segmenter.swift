import DocumentModel

/// Cuts an article into paragraphs, sentences and tokens, and reads its parts, date and language
/// off its form.
public struct Segmenter: Sendable {
  public let options: SegmentationOptions

  public init(options: SegmentationOptions = .init()) {
    self.options = options
  }

  /// The article's document. Any text has one; what a reader should know is in its diagnostics.
  public func document(for article: Article) -> Document {
    let bytes = Array(article.text.utf8)
    let text = TokenizedText(bytes.span)
    var paragraphs = text.spans.map { Paragraph(span: $0, kind: .body) }
    var sentences: [Sentence] = []
    var splitter = SentenceSplitter(tokens: text.tokens, stops: text.stops)
    for index in paragraphs.indices {
      splitter.split(text.ranges[index], paragraph: index, opening: nil, bytes.span, into: &sentences)
    }
    return Document(
      article: article, date: article.metadata.date, paragraphs: paragraphs, sentences: sentences,
      tokens: text.tokens, normalForms: text.normalForms)
  }
}
