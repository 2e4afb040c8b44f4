import DocumentModel

/// The paragraphs of a text and their tokens, before anything is known about them.
struct TokenizedText {
  let spans: [TextSpan]
  /// The tokens of each paragraph.
  private(set) var ranges: [Range<Int>] = []
  let tokens: [Token]
  let stops: [SentenceStop]
  let normalForms: [Int: String]

  init(_ text: Span<UInt8>) {
    let paragraphs = ParagraphAssembler.paragraphs(of: text)
    var tokenizer = Tokenizer()
    tokenizer.reserve(bytes: text.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(paragraphs.count)
    for span in paragraphs {
      let first = tokenizer.tokens.count
      tokenizer.tokenize(span, of: text)
      ranges.append(first..<tokenizer.tokens.count)
    }
    spans = paragraphs
    self.ranges = ranges
    tokens = tokenizer.tokens
    stops = tokenizer.stops
    normalForms = tokenizer.normalForms
  }
}
