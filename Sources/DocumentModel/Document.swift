/// An article cut into parts, paragraphs, sentences and tokens. All layers of an analysis point
/// into it by index.
public struct Document: Sendable {
  public let article: Article
  /// The date of publication, from the article or, failing that, from its text.
  public let date: DatedFact?
  public let paragraphs: [Paragraph]
  public let sentences: [Sentence]
  /// In the order of the text, not overlapping; white space between them.
  public let tokens: [Token]
  /// The form of a token where it differs from its bytes (a word broken over a line end), by
  /// token index.
  public let normalForms: [Int: String]
  public let diagnostics: [Diagnostic]
  /// The words written out; nil until `withForms`.
  private var forms: Forms?

  public init(
    article: Article, date: DatedFact?, paragraphs: [Paragraph], sentences: [Sentence],
    tokens: [Token], normalForms: [Int: String] = [:], diagnostics: [Diagnostic] = []
  ) {
    self.article = article
    self.date = date
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.tokens = tokens
    self.normalForms = normalForms
    self.diagnostics = diagnostics
  }

  /// The word a token stands for.
  public func form(of token: Int) -> String {
    forms?.written[token] ?? normalForms[token] ?? article.copy(of: tokens[token].span)
  }

  /// The word a token stands for, in small letters.
  public func smallForm(of token: Int) -> String {
    forms?.small[token] ?? form(of: token).inSmallLetters
  }

  /// The same document with its words written out: for the stages that ask for each of them often.
  public func withForms() -> Document {
    var document = self
    let written = article.copies(of: tokens.lazy.map(\.span), unless: normalForms)
    document.forms = Forms(written: written, small: written.map(\.inSmallLetters))
    return document
  }

  private struct Forms: Sendable {
    /// By token.
    var written: [String]
    var small: [String]
  }

  /// The words of a run of tokens, joined as they stand in the text, white space folded.
  public func form(of tokens: Range<Int>) -> String {
    if tokens.count == 1 { return form(of: tokens.lowerBound) }
    var result = ""
    for index in tokens {
      if index > tokens.lowerBound, self.tokens[index].span.start > self.tokens[index - 1].span.end
      {
        result += " "
      }
      result += form(of: index)
    }
    return result
  }

  /// The bytes from the first of `tokens` to the last.
  public func span(of tokens: Range<Int>) -> TextSpan {
    tokens.isEmpty
      ? TextSpan(0, 0)
      : TextSpan(
        self.tokens[tokens.lowerBound].span.start, self.tokens[tokens.upperBound - 1].span.end)
  }
}

/// A paragraph of the text and what it is in a newspaper article.
public struct Paragraph: Sendable, Equatable {
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// The newspaper's or agency's own line above the headline.
    case publication
    case headline, deck, byline
    /// A line that holds only the date.
    case dateLine = "date-line"
    case body
    /// "Additional reporting by …", "Read more", corrections, copyright.
    case trailer
  }

  public var span: TextSpan
  public var kind: Kind
  /// Where the dateline ("SEOUL, South Korea —") ends, when the paragraph begins with one.
  public var dateline: TextSpan?
  /// Whether relations and names are read from it: false for bylines, trailers, other languages.
  public var isRead: Bool

  public init(span: TextSpan, kind: Kind, dateline: TextSpan? = nil, isRead: Bool = true) {
    self.span = span
    self.kind = kind
    self.dateline = dateline
    self.isRead = isRead
  }
}

/// A sentence: a run of tokens of one paragraph.
public struct Sentence: Sendable, Equatable {
  /// Indices into `Document.tokens`; never empty.
  public var tokens: Range<Int>
  /// Index into `Document.paragraphs`.
  public var paragraph: Int

  public init(tokens: Range<Int>, paragraph: Int) {
    self.tokens = tokens
    self.paragraph = paragraph
  }
}

/// A syntactic word (Universal Dependencies conventions): clitics are tokens of their own.
public struct Token: Sendable, Hashable {
  public var span: TextSpan

  public init(_ span: TextSpan) {
    self.span = span
  }
}

/// Something a reader of the results should know; never an exception.
public struct Diagnostic: Sendable, Codable, Hashable {
  public enum Severity: String, Sendable, Codable, CaseIterable {
    case note, warning, error
  }

  public var severity: Severity
  /// A short, stable name of the kind of finding: `unknown-date`, `not-english`.
  public var code: String
  public var message: String
  public var span: TextSpan?

  public init(_ severity: Severity, code: String, _ message: String, at span: TextSpan? = nil) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
  }
}
