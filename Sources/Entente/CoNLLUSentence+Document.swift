public import DocumentModel
public import SyntaxParsing

extension CoNLLUSentence {
  /// The sentences of a document with what the parser found, `SpaceAfter=No` where no white space
  /// follows in the text; ids are `<article>-s<n>`, paragraphs and the article are marked.
  public static func sentences(of document: Document, syntax: SyntaxLayer) -> [CoNLLUSentence] {
    document.sentences.indices.map { index in
      sentence(index, of: document).annotated(
        with: syntax, from: document.sentences[index].tokens.lowerBound)
    }
  }

  private static func sentence(_ index: Int, of document: Document) -> CoNLLUSentence {
    let tokens = document.sentences[index].tokens
    var comments: [String] = []
    if index == 0 { comments.append("newdoc id = \(oneLine(document.article.id))") }
    if index == 0 || document.sentences[index - 1].paragraph != document.sentences[index].paragraph
    {
      comments.append("newpar")
    }
    comments.append("sent_id = \(oneLine(document.article.id))-s\(index + 1)")
    comments.append("text = \(document.form(of: tokens))")
    let words = tokens.map { token in
      Word(
        id: token - tokens.lowerBound + 1, form: document.form(of: token),
        misc: hasGap(after: token, in: document) ? "_" : "SpaceAfter=No")
    }
    return CoNLLUSentence(comments: comments, words: words)
  }

  private static func hasGap(after token: Int, in document: Document) -> Bool {
    token + 1 >= document.tokens.count
      || document.tokens[token].span.end < document.tokens[token + 1].span.start
  }

  /// An article's id as comments of a file carry it.
  static func oneLine(_ text: String) -> String {
    String(text.map { $0.isWhitespace ? "_" : $0 })
  }
}

extension DocumentAnalysis {
  /// The sentences as CoNLL-U.
  public var sentences: [CoNLLUSentence] {
    CoNLLUSentence.sentences(of: document, syntax: syntax)
  }
}
