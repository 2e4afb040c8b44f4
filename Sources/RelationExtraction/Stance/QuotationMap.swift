import DocumentModel

/// Where an article quotes.
///
/// Quotation marks open and close within a paragraph. A paragraph that begins with one while the
/// one before it was not closed continues that quotation. Quotations of a few words ("so-called")
/// are words quoted, not speech.
struct QuotationMap {
  struct Quotation {
    /// Without the marks.
    var tokens: Range<Int>
    var paragraph: Int
    /// The sentences in which it begins and ends.
    var firstSentence: Range<Int>
    var lastSentence: Range<Int>
    /// Nothing but punctuation stands beside it.
    var fillsSentences: Bool
  }

  let quotations: [Quotation]
  private static let fewestWords = 4

  init(document: Document) {
    quotations = Self.quotations(in: document)
  }

  /// The quotation that holds a token.
  func quotation(around token: Int) -> Quotation? {
    guard let index = last(startingUpTo: token), quotations[index].tokens.contains(token) else {
      return nil
    }
    return quotations[index]
  }

  /// The one before it in the same paragraph, or at the end of the paragraph before.
  func quotation(before quotation: Quotation) -> Quotation? {
    guard let index = last(startingUpTo: quotation.tokens.lowerBound), index > 0 else { return nil }
    let other = quotations[index - 1]
    return quotation.paragraph - other.paragraph <= 1 ? other : nil
  }

  private func last(startingUpTo token: Int) -> Int? {
    var low = 0
    var high = quotations.count
    while low < high {
      let middle = (low + high) / 2
      if quotations[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }

  // MARK: Scanning

  private enum Mark { case opening, closing, either }

  private static func quotations(in document: Document) -> [Quotation] {
    let marks = marks(in: document)
    guard !marks.isEmpty else { return [] }
    var result: [Quotation] = []
    var next = 0
    var first = 0
    while first < document.sentences.count {
      let paragraph = document.sentences[first].paragraph
      var last = first
      while last + 1 < document.sentences.count,
        document.sentences[last + 1].paragraph == paragraph
      {
        last += 1
      }
      let end = document.sentences[last].tokens.upperBound
      var inside: [(token: Int, mark: Mark)] = []
      while next < marks.count, marks[next].token < end {
        inside.append(marks[next])
        next += 1
      }
      for tokens in pairs(inside, end: end) where tokens.count >= fewestWords {
        result.append(quotation(tokens, sentences: first...last, in: document))
      }
      first = last + 1
    }
    return result
  }

  private static func pairs(_ marks: [(token: Int, mark: Mark)], end: Int) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var open: Int?
    for (token, mark) in marks {
      switch (open, mark) {
      case (nil, .closing): break
      case (nil, _): open = token + 1
      case (_?, .opening): open = token + 1
      case (let start?, _):
        if start < token { result.append(start..<token) }
        open = nil
      }
    }
    if let open, open < end { result.append(open..<end) }
    return result
  }

  private static func quotation(
    _ tokens: Range<Int>, sentences: ClosedRange<Int>, in document: Document
  ) -> Quotation {
    let first = sentences.first { document.sentences[$0].tokens.upperBound > tokens.lowerBound }
    let last = sentences.last { document.sentences[$0].tokens.lowerBound < tokens.upperBound }
    let begin = document.sentences[first ?? sentences.lowerBound]
    let end = document.sentences[last ?? sentences.upperBound]
    let outside =
      (tokens.lowerBound - begin.tokens.lowerBound) + (end.tokens.upperBound - tokens.upperBound)
    return Quotation(
      tokens: tokens, paragraph: begin.paragraph, firstSentence: begin.tokens,
      lastSentence: end.tokens, fillsSentences: outside <= 3)
  }

  private static func marks(in document: Document) -> [(token: Int, mark: Mark)] {
    var marks: [(token: Int, mark: Mark)] = []
    let bytes = document.article.text.utf8Span.span
    for (index, token) in document.tokens.enumerated() {
      guard let mark = mark(token.span, in: bytes) else { continue }
      marks.append((index, mark == .either ? side(of: index, in: document) : mark))
    }
    return marks
  }

  /// A straight mark closes when it stands close behind a word and not before one.
  private static func side(of index: Int, in document: Document) -> Mark {
    let tokens = document.tokens
    let isBehind = index > 0 && tokens[index - 1].span.end == tokens[index].span.start
    let isBefore =
      index + 1 < tokens.count && tokens[index + 1].span.start == tokens[index].span.end
    return isBehind == isBefore ? .either : isBehind ? .closing : .opening
  }

  /// `"`, `“`, `”`, `„`, `«`, `»`, or two of a single mark.
  private static func mark(_ span: TextSpan, in bytes: Span<UInt8>) -> Mark? {
    switch bytes[span.start] {
    case 0x22: return .either
    case 0x27 where span.count == 2 && bytes[span.start + 1] == 0x27: return .closing
    case 0x60 where span.count == 2 && bytes[span.start + 1] == 0x60: return .opening
    case 0xC2 where span.count == 2:
      return bytes[span.start + 1] == 0xAB
        ? .opening : bytes[span.start + 1] == 0xBB ? .closing : nil
    case 0xE2 where span.count == 3 && bytes[span.start + 1] == 0x80:
      switch bytes[span.start + 2] {
      case 0x9C, 0x9E: return .opening
      case 0x9D: return .closing
      default: return nil
      }
    default: return nil
    }
  }
}
