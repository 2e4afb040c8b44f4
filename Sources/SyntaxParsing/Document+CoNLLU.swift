import DocumentModel

extension Document {
  /// The same article cut into the words and sentences of `sentences`, and their trees: the parse
  /// of another program in place of one's own.
  ///
  /// The words must be those of the article, in its order; white space between them may differ.
  /// Paragraphs, date and the rest stay. Time is linear in the text.
  public func parsed(
    as sentences: some Sequence<CoNLLUSentence>
  ) throws(CoNLLUError) -> (document: Document, syntax: SyntaxLayer) {
    var aligner = TokenAligner(article.text)
    var syntax = SyntaxLayer.unparsed(count: 0)
    var cut: [Sentence] = []
    var paragraph = 0
    for sentence in sentences {
      let first = aligner.tokens.count
      try aligner.add(sentence)
      syntax.append(try sentence.layer())
      let start = aligner.tokens[first].span.start
      while paragraph + 1 < paragraphs.count, paragraphs[paragraph].span.end <= start {
        paragraph += 1
      }
      cut.append(Sentence(tokens: first..<aligner.tokens.count, paragraph: paragraph))
    }
    let document = Document(
      article: article, date: date, paragraphs: paragraphs, sentences: cut,
      tokens: aligner.tokens, normalForms: aligner.normalForms, diagnostics: diagnostics)
    return (document, syntax)
  }
}

extension SyntaxLayer {
  /// Adds the tokens of `other` after one's own.
  mutating func append(_ other: SyntaxLayer) {
    let start = Int32(heads.count)
    tags += other.tags
    features += other.features
    lemmas += other.lemmas
    heads += other.heads.map { $0 < 0 ? -1 : $0 + start }
    relations += other.relations
  }
}

/// Finds the words of CoNLL-U sentences in a text, one after the other.
private struct TokenAligner {
  private(set) var tokens: [Token] = []
  private(set) var normalForms: [Int: String] = [:]
  private let text: [UInt8]
  private var position = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  mutating func add(_ sentence: CoNLLUSentence) throws(CoNLLUError) {
    var multiwords = sentence.multiwordTokens[...]
    var next = 1
    for word in sentence.words where word.id >= next {
      if let token = multiwords.first, token.ids.lowerBound == word.id {
        let span = try span(of: token.form, sentence.line)
        let words = sentence.words[(token.ids.lowerBound - 1)..<token.ids.upperBound]
        cut(span, into: words.map(\.form))
        next = token.ids.upperBound + 1
        multiwords.removeFirst()
      } else {
        let span = try span(of: word.form, sentence.line)
        if !text[span.range].elementsEqual(word.form.utf8) {
          normalForms[tokens.count] = word.form
        }
        tokens.append(Token(span))
        next = word.id + 1
      }
    }
  }

  /// The place where the text goes on with `form`; white space in either is passed over, and the
  /// hyphen of a word broken over a line end.
  private mutating func span(of form: String, _ line: Int) throws(CoNLLUError) -> TextSpan {
    skipSpace()
    let start = position
    for byte in form.utf8 where !Self.isSpace(byte) {
      skipSpace()
      if position > start { skipBreak(before: byte) }
      guard position < text.count, text[position] == byte else {
        throw CoNLLUError(line: line, kind: .text(form))
      }
      position += 1
    }
    return TextSpan(start, position)
  }

  private mutating func skipBreak(before byte: UInt8) {
    guard position + 1 < text.count, text[position] != byte else { return }
    if text[position] == UInt8(ascii: "-"), Self.isSpace(text[position + 1]) {
      position += 1
      skipSpace()
    } else if text[position...].starts(with: [0xC2, 0xAD]) {
      position += 2
      skipSpace()
    }
  }

  private mutating func skipSpace() {
    while position < text.count {
      if Self.isSpace(text[position]) {
        position += 1
      } else if text[position...].starts(with: [0xC2, 0xA0]) {
        position += 2
      } else {
        return
      }
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

  /// Words of one written token: by their lengths, the last one takes the rest.
  private mutating func cut(_ span: TextSpan, into forms: [String]) {
    var start = span.start
    for (index, form) in forms.enumerated() {
      var end = index == forms.count - 1 ? span.end : min(start + form.utf8.count, span.end)
      while end < span.end, text[end] & 0xC0 == 0x80 { end += 1 }
      if !text[start..<end].elementsEqual(form.utf8) { normalForms[tokens.count] = form }
      tokens.append(Token(TextSpan(start, end)))
      start = end
    }
  }
}
