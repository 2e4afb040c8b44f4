import DocumentModel

/// Cuts paragraphs into tokens by the conventions of the English Universal Dependencies
/// treebanks (universaldependencies.org/en, tokenisation), and notes where sentences may end.
///
/// One pass over the bytes: a loop for words of plain letters, and only where a word meets
/// something else the rules for apostrophes, hyphens, full stops, numbers and addresses. No rule
/// looks further ahead than a fixed number of bytes without consuming what it saw, so the time is
/// linear in the text.
struct Tokenizer: ~Copyable {
  var tokens: TokenBuffer
  /// Tokens after which a sentence may end, in order.
  var stops: [SentenceStop] = []
  /// Forms of tokens that differ from their bytes, by token index.
  var normalForms: [Int: String] = [:]
  /// One past the last byte of the paragraph.
  var end = 0
  /// The first byte of the paragraph.
  var start = 0
  /// Whether the word being read holds a line end or a soft hyphen.
  var isBroken = false

  /// The bytes before this were looked at for an address and hold none.
  var addressTriedTo = 0

  let words = WordTable.shared

  /// - Parameter bytes: the length of the text, to make room for about as many tokens.
  init(bytes: Int) {
    tokens = TokenBuffer(capacity: bytes / 4)
    stops.reserveCapacity(bytes / 80 + 4)
  }

  /// Appends the tokens of one paragraph.
  ///
  /// The loop and what is inlined into it read bytes before `end` only, which is checked once.
  mutating func tokenize(_ span: TextSpan, of text: Span<UInt8>) {
    precondition(span.end <= text.count, "a paragraph lies in its text")
    start = span.start
    end = span.end
    let end = end
    var index = start
    while index < end {
      let byte = text[unchecked: index]
      if byte.isASCIILetter {
        index = plainWord(text, from: index)
      } else if byte.isBlank {
        index &+= 1
      } else if byte == .comma {
        emit(index, index &+ 1)
        index &+= 1
      } else if byte.isDigit {
        index = number(text, from: index)
      } else if byte < 0x80 {
        index = mark(text, at: index)
      } else {
        index = wideScalar(text, at: index)
      }
    }
  }

  /// A word that begins with an ASCII letter; the common case stays in this loop.
  @inline(__always)
  private mutating func plainWord(_ text: Span<UInt8>, from first: Int) -> Int {
    let end = end
    let index = text.lettersEnd(from: first &+ 1, before: end)
    guard index < end else {
      emitWhole(text, first, index)
      return index
    }
    let next = text[unchecked: index]
    if next <= 0x20 || next == .comma {
      emitWhole(text, first, index)
      return next == .comma ? index : index &+ 1
    }
    return word(text, from: first, at: index)
  }

  /// A scalar outside ASCII at the beginning of a token or between tokens.
  private mutating func wideScalar(_ text: Span<UInt8>, at index: Int) -> Int {
    let glyph = ScannedGlyph(text, at: index)
    switch glyph.kind {
    case .letter, .digit, .extender: return word(text, from: index, at: index)
    case .blank, .lineBreak, .softHyphen: return index + glyph.length
    default: return wideMark(text, at: index, glyph)
    }
  }

  @inline(__always)
  mutating func emit(_ first: Int, _ last: Int) {
    tokens.append(Token(TextSpan(first, last)))
  }

  /// Appends a word.
  mutating func emitWord(_ text: Span<UInt8>, _ first: Int, _ last: Int) {
    if isBroken { emitBroken(text, first, last) } else { emitWhole(text, first, last) }
  }

  /// Appends a word of one piece, cutting "cannot" and its like in two.
  @inline(__always)
  private mutating func emitWhole(_ text: Span<UInt8>, _ first: Int, _ last: Int) {
    let final = text[unchecked: last &- 1] | 0x20
    if final == UInt8(ascii: "t") || final == UInt8(ascii: "a"), last &- first >= 4,
      last &- first <= 8, mayBeContraction(text[last &- 2], final)
    {
      emitContraction(text, first, last)
    } else {
      emit(first, last)
    }
  }

  private func mayBeContraction(_ previous: UInt8, _ final: UInt8) -> Bool {
    switch (previous | 0x20, final) {
    case (UInt8(ascii: "n"), UInt8(ascii: "t")), (UInt8(ascii: "o"), UInt8(ascii: "t")): true
    case (UInt8(ascii: "n"), UInt8(ascii: "a")), (UInt8(ascii: "t"), UInt8(ascii: "a")): true
    default: false
    }
  }

  private mutating func emitContraction(_ text: Span<UInt8>, _ first: Int, _ last: Int) {
    guard words[text, first..<last].contains(.contraction) else {
      emit(first, last)
      return
    }
    let key = WordKey(text, first..<last)
    let cut =
      key == "cannot" || key == "gonna" || key == "wanna" || key == "gotta" ? 3 : last - first - 2
    emit(first, first + cut)
    emit(first + cut, last)
  }

  /// Whether token and text touch at `index`: no white space between.
  func isAdjacent(to index: Int) -> Bool {
    guard let last = tokens.last else { return false }
    return last.span.end == index
  }
}
