import DocumentModel

/// A token after which a sentence may end.
struct SentenceStop {
  enum Kind {
    case fullStop
    /// A question or exclamation mark.
    case question
    case ellipsis
    /// An abbreviation with its own full stop.
    case abbreviation
  }

  var token: Int
  var kind: Kind
}

/// Decides which stops end sentences, by what follows them.
struct SentenceSplitter {
  let tokens: [Token]
  let stops: [SentenceStop]
  private let words = WordTable.shared
  private var nextStop = 0
  private var quotes = 0

  init(tokens: [Token], stops: [SentenceStop]) {
    self.tokens = tokens
    self.stops = stops
  }

  /// Appends the sentences of one paragraph. Paragraphs must be asked for in order.
  ///
  /// - Parameter opening: where the paragraph's dateline ends; it is a sentence of its own.
  mutating func split(
    _ range: Range<Int>, paragraph: Int, opening: Int?, _ text: Span<UInt8>,
    into sentences: inout [Sentence]
  ) {
    var first = range.lowerBound
    if let opening, opening > first, opening < range.upperBound {
      sentences.append(Sentence(tokens: first..<opening, paragraph: paragraph))
      first = opening
    }
    while nextStop < stops.count, stops[nextStop].token < range.upperBound {
      let stop = stops[nextStop]
      nextStop += 1
      guard stop.token >= first, let last = sentenceEnd(stop, range, text) else { continue }
      sentences.append(Sentence(tokens: first..<last, paragraph: paragraph))
      first = last
    }
    if first < range.upperBound {
      sentences.append(Sentence(tokens: first..<range.upperBound, paragraph: paragraph))
    }
  }

  /// One past the last token of the sentence that `stop` ends, nil when it ends none.
  private func sentenceEnd(_ stop: SentenceStop, _ range: Range<Int>, _ text: Span<UInt8>) -> Int? {
    var next = stop.token + 1
    while next < range.upperBound, touches(next), isCloser(next, text) { next += 1 }
    let isClosed = next > stop.token + 1
    while let note = noteEnd(next, range, text) { next = note }
    guard next < range.upperBound, !isListNumber(stop, range, text) else { return nil }
    if touches(next) {
      return stop.kind == .fullStop && !isClosed && isGluedSentence(next, text) ? next : nil
    }
    let word = firstWord(next, range, text)
    switch Opening(text, tokens[word].span) {
    case .upper, .caseless:
      return endsBeforeCapital(stop, next, word, isClosed, range, text) ? next : nil
    case .digit:
      return stop.kind == .fullStop || stop.kind == .question ? next : nil
    case .lower:
      return !isClosed && endsBeforeLower(stop, text) ? next : nil
    case .mark:
      return stop.kind != .abbreviation && !isClosed && isListMark(next, text) ? next : nil
    }
  }

  private func endsBeforeCapital(
    _ stop: SentenceStop, _ next: Int, _ word: Int, _ isClosed: Bool, _ range: Range<Int>,
    _ text: Span<UInt8>
  ) -> Bool {
    switch stop.kind {
    case .fullStop, .ellipsis: true
    case .question: !(isClosed && isAttribution(word, range, text))
    case .abbreviation: isStarter(word, text)
    }
  }

  /// The end of a note's number in brackets, "[12]", which belongs to the sentence before it.
  private func noteEnd(_ next: Int, _ range: Range<Int>, _ text: Span<UInt8>) -> Int? {
    guard next + 2 < range.upperBound, text[tokens[next].span.start] == .openBracket,
      text[tokens[next + 1].span.start].isDigit, text[tokens[next + 2].span.start] == .closeBracket
    else { return nil }
    return next + 3
  }

  /// "2. Methods": the number of a heading or of a list's entry.
  private func isListNumber(_ stop: SentenceStop, _ range: Range<Int>, _ text: Span<UInt8>) -> Bool
  {
    stop.token == range.lowerBound + 1 && text[tokens[range.lowerBound].span.start].isDigit
  }

  /// "'Who?' Smith asked": the sentence goes on after the quotation.
  private func isAttribution(_ word: Int, _ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    for token in word..<min(word + 5, range.upperBound) {
      let span = tokens[token].span
      if text[span.start].isASCIILower, words[text, span.range].contains(.speech) { return true }
      if text[span.start] == .comma || text[span.start] == .dot { return false }
    }
    return false
  }

  /// A full stop after a word too long to be an abbreviation ends a sentence even before a small
  /// letter.
  private func endsBeforeLower(_ stop: SentenceStop, _ text: Span<UInt8>) -> Bool {
    guard stop.kind == .fullStop || stop.kind == .question, stop.token > 0 else { return false }
    let span = tokens[stop.token - 1].span
    return span.count >= 3 && text[span.start].isASCIILower
  }

  /// "ended.Next": a sentence glued to the one before.
  private func isGluedSentence(_ next: Int, _ text: Span<UInt8>) -> Bool {
    let span = tokens[next].span
    let before = tokens[next - 1].span.start - 1
    return text[span.start].isASCIIUpper && before >= 0 && text[before].isASCIILower
  }

  private func isStarter(_ token: Int, _ text: Span<UInt8>) -> Bool {
    words[text, tokens[token].span.range].contains(.starter)
  }

  private func touches(_ token: Int) -> Bool {
    tokens[token].span.start == tokens[token - 1].span.end
  }

  private func isCloser(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let first = text[tokens[token].span.start]
    switch first {
    case .quote, .apostrophe, .closeParenthesis, .closeBracket, .closeBrace: return true
    case 0x80...: return ScannedGlyph(text, at: tokens[token].span.start).isCloser
    default: return false
    }
  }

  /// The first token from `next` that is no opening quotation mark or bracket.
  private func firstWord(_ next: Int, _ range: Range<Int>, _ text: Span<UInt8>) -> Int {
    var word = next
    while word < min(next + 3, range.upperBound - 1), isOpener(word, text) { word += 1 }
    return word
  }

  private func isOpener(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let first = text[tokens[token].span.start]
    switch first {
    case .quote, .apostrophe, .backtick, .openParenthesis, .openBracket: return true
    case 0x80...: return ScannedGlyph(text, at: tokens[token].span.start).kind == .openQuote
    default: return false
    }
  }

  private func isListMark(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let span = tokens[token].span
    let byte = text[span.start]
    if byte == 0xE2 { return ScannedGlyph(text, at: span.start).kind == .punctuation }
    return byte == .hash || byte == .dollar || byte == 0x2A || byte == .equals || byte == .less
  }
}

/// How a token begins.
private enum Opening {
  case upper, lower, digit
  /// A letter of a script without case, or one whose case is not looked up.
  case caseless
  case mark

  init(_ text: Span<UInt8>, _ span: TextSpan) {
    let byte = text[span.start]
    if byte.isASCIIUpper {
      self = .upper
    } else if byte.isASCIILower {
      self = .lower
    } else if byte.isDigit {
      self = .digit
    } else if byte == 0xC3 {
      self = text[span.start + 1] >= 0x9F ? .lower : .upper
    } else if byte >= 0x80, ScannedGlyph(text, at: span.start).kind == .letter {
      self = .caseless
    } else {
      self = .mark
    }
  }
}
