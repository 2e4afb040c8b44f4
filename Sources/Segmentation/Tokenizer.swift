import DocumentModel

/// Cuts paragraphs into tokens by the conventions of the English Universal Dependencies
/// treebanks (universaldependencies.org/en, tokenisation), and notes where sentences may end.
///
/// Words of plain letters between blanks are read off a `ByteMap`, 64 bytes at a time; only where a
/// word meets something else, the rules for apostrophes, hyphens, full stops, numbers and addresses
/// look at bytes. No rule looks further ahead than a fixed number of bytes without consuming what it
/// saw, so the time is linear in the text.
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
  /// Words between blanks and simple marks are cut out of the map; where a word meets anything
  /// else, and between words, the rules decide byte by byte.
  mutating func tokenize(_ span: TextSpan, of text: Span<UInt8>, _ map: ByteMap) {
    precondition(span.end <= text.count, "a paragraph lies in its text")
    start = span.start
    end = span.end
    let end = end
    var index = start
    while index < end {
      let window = map.window(at: index)
      // The last bit stays free, for where a token ends.
      let room = UInt64(truncatingIfNeeded: min(end &- index, 63))
      let plain = (window.others | 1 &<< room).trailingZeroBitCount
      let isInside = (1 &<< UInt64(truncatingIfNeeded: plain)) &- 1
      var letters = window.letters & isInside
      // A word that goes on behind what is plain is left for later.
      var cut = plain
      if index &+ plain < end {
        let rest = (~letters &<< 1) &<< UInt64(truncatingIfNeeded: 63 &- plain)
        cut = plain &- min(rest.leadingZeroBitCount, plain)
        letters &= (1 &<< UInt64(truncatingIfNeeded: cut)) &- 1
      }
      emitPlain(text, index, letters, marks: window.marks & isInside, tails: window.tails)
      let stop = index &+ plain
      index &+= cut
      guard stop < end else { break }
      if index < stop {
        if plain == 63, cut > 0 { continue }
        index = word(text, from: index, at: stop)
      } else if plain < 63 {
        index = other(text, at: stop)
      }
    }
  }

  /// Appends words between blanks, and marks.
  @inline(__always)
  private mutating func emitPlain(
    _ text: Span<UInt8>, _ base: Int, _ letters: UInt64, marks: UInt64, tails: UInt64
  ) {
    var starts = letters & ~(letters &<< 1) | marks
    var ends = ~letters & (letters &<< 1) | marks &<< 1
    // Words of four letters or more that end as "cannot", "gotta", "dont" do.
    let fourth = letters & (letters &<< 1)
    if ends & (tails &<< 1) & ((fourth & (fourth &<< 2)) &<< 1) == 0 {
      tokens.append(&starts, &ends, from: base)
      return
    }
    while starts != 0 {
      emitWhole(text, base &+ starts.trailingZeroBitCount, base &+ ends.trailingZeroBitCount)
      starts &= starts &- 1
      ends &= ends &- 1
    }
  }

  /// A token that begins with no letter of ASCII; returns where the next may begin.
  private mutating func other(_ text: Span<UInt8>, at index: Int) -> Int {
    let byte = text[index]
    if byte.isDigit { return number(text, from: index) }
    if byte.isBlank { return index + 1 }
    return byte < 0x80 ? mark(text, at: index) : wideScalar(text, at: index)
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
    if mayBeContraction(text, first, last) {
      emitContraction(text, first, last)
    } else {
      emit(first, last)
    }
  }

  /// Whether a word has the length and the last letters of "cannot", "gonna", "gotta", "dont".
  @inline(__always)
  private func mayBeContraction(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> Bool {
    let final = text[unchecked: last &- 1] | 0x20
    if final != UInt8(ascii: "t"), final != UInt8(ascii: "a") { return false }
    guard last &- first >= 4, last &- first <= 8 else { return false }
    return switch (text[last &- 2] | 0x20, final) {
    case (UInt8(ascii: "n"), _), (UInt8(ascii: "o"), UInt8(ascii: "t")): true
    case (UInt8(ascii: "t"), UInt8(ascii: "a")): true
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
