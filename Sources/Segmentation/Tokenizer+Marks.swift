import DocumentModel

extension Tokenizer {
  /// A token that begins with ASCII punctuation or a symbol; returns where the next may begin.
  mutating func mark(_ text: Span<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case .dot: return stopMark(text, index)
    case .question, .exclamation: return questionMark(text, index)
    case .apostrophe: return apostropheMark(text, index, length: 1)
    case .quote, .comma, .openParenthesis, .closeParenthesis, .openBracket, .closeBracket,
      .percent, .slash, .ampersand:
      return single(index, index + 1)
    case .colon, .semicolon, .equals: return faceOrMark(text, index)
    case .hash, .at: return tagMark(text, index)
    case .plus: return plusMark(text, index)
    default: return run(text, index)
    }
  }

  private mutating func single(_ first: Int, _ last: Int) -> Int {
    emit(first, last)
    return last
  }

  /// Repeats of one mark: "--", "***", "<<".
  private mutating func run(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index + 1
    while last < end, text[last] == text[index] { last += 1 }
    return single(index, last)
  }

  /// ".", "...", ".5".
  private mutating func stopMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    let next = index + 1
    let isFree = !isAdjacent(to: index)
    if isFree, next < end, text[next].isDigit { return number(text, from: next, including: index) }
    if isFree, next < end, text[next].isASCIILower { return extensionName(text, index) }
    let last = stopsEnd(text, index)
    stops.append(SentenceStop(token: tokens.count, kind: last - index > 1 ? .ellipsis : .fullStop))
    return single(index, last)
  }

  private mutating func number(_ text: Span<UInt8>, from digit: Int, including dot: Int) -> Int {
    var last = digit
    while last < end, text[last].isDigit { last += 1 }
    return single(dot, last)
  }

  /// ".doc" by itself.
  private mutating func extensionName(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index + 1
    while last < min(end, index + 6), text[last].isAlphanumeric { last += 1 }
    if words[text, index + 1..<last].contains(.label) { return single(index, last) }
    stops.append(SentenceStop(token: tokens.count, kind: .fullStop))
    return single(index, index + 1)
  }

  private mutating func questionMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    stops.append(SentenceStop(token: tokens.count, kind: .question))
    return single(index, stopsEnd(text, index))
  }

  /// The end of a run of ".", "!" and "?".
  private func stopsEnd(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index + 1
    while last < end, text[last] == .dot || text[last] == .question || text[last] == .exclamation {
      last += 1
    }
    return last
  }

  /// A clitic after a quotation mark or bracket, an elision, a decade, or a quotation mark.
  mutating func apostropheMark(_ text: Span<UInt8>, _ index: Int, length: Int) -> Int {
    let next = index + length
    if next < end, text[next] == text[index], length == 1 { return single(index, next + 1) }
    var last = next
    while last < min(end, next + 8), text[last].isAlphanumeric { last += 1 }
    let isWhole =
      last == end || !(text[last].isAlphanumeric || text[last] >= 0xC3 && text[last] < 0xE0)
    guard isWhole, last > next else { return single(index, next) }
    let isFree = !isAdjacent(to: index)
    let isElided =
      isFree && (words[text, next..<last].contains(.elided) || isShortYear(text, next, last))
    let isAfterWord = !isFree || last == end || text[last].isBlank
    return single(index, isElided || (isAfterWord && isClitic(text, next, last)) ? last : next)
  }

  /// "'07", "'90s".
  private func isShortYear(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> Bool {
    guard last - first == 2 || last - first == 3, text[first].isDigit, text[first + 1].isDigit
    else { return false }
    return last - first == 2 || text[last - 1] == UInt8(ascii: "s")
  }

  /// ":)", ";-)", ":D" between blanks; otherwise the mark alone.
  private mutating func faceOrMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    guard !isAdjacent(to: index), index + 1 < end else { return run(text, index) }
    let mouth = text[index + 1] == .hyphen ? index + 2 : index + 1
    guard mouth < end, isMouth(text[mouth]), mouth + 1 == end || !text[mouth + 1].isAlphanumeric
    else { return run(text, index) }
    return single(index, mouth + 1)
  }

  private func isMouth(_ byte: UInt8) -> Bool {
    switch byte {
    case .openParenthesis, .closeParenthesis, UInt8(ascii: "D"), UInt8(ascii: "P"): true
    default: false
    }
  }

  /// "#1", "#tag", "@name" when nothing touches them before.
  private mutating func tagMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index + 1
    guard !isAdjacent(to: index), last < end, text[last].isAlphanumeric else {
      return run(text, index)
    }
    if text[index] == .hash, text[last].isDigit { return single(index, last) }
    while last < end, text[last].isAlphanumeric || text[last] == .underscore { last += 1 }
    return single(index, last)
  }

  /// "+44".
  private mutating func plusMark(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index + 1
    guard !isAdjacent(to: index), last < end, text[last].isDigit else { return run(text, index) }
    while last < end, text[last].isDigit { last += 1 }
    return single(index, last)
  }

  /// A mark outside ASCII.
  mutating func wideMark(_ text: Span<UInt8>, at index: Int, _ glyph: ScannedGlyph) -> Int {
    let next = index + glyph.length
    switch glyph.kind {
    case .apostrophe:
      return wideApostrophe(text, index, glyph)
    case .ellipsis:
      stops.append(SentenceStop(token: tokens.count, kind: .ellipsis))
      return single(index, next)
    case .terminal:
      stops.append(SentenceStop(token: tokens.count, kind: .question))
      return single(index, next)
    case .symbol:
      return single(index, symbolEnd(text, next))
    default:
      return single(index, next)
    }
  }

  /// "’’" is one quotation mark, as "''" is.
  private mutating func wideApostrophe(
    _ text: Span<UInt8>, _ index: Int, _ glyph: ScannedGlyph
  ) -> Int {
    let next = index + glyph.length
    if next < end, text[next] >= 0x80, ScannedGlyph(text, at: next).kind == .apostrophe {
      return single(index, next + glyph.length)
    }
    return apostropheMark(text, index, length: glyph.length)
  }

  /// The end of a symbol with its modifiers, and of symbols joined to one picture.
  private func symbolEnd(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index
    var isJoined = false
    while last < end, text[last] >= 0x80 {
      let glyph = ScannedGlyph(text, at: last)
      guard glyph.kind == .extender || (isJoined && glyph.kind == .symbol) else { break }
      isJoined = glyph.kind == .extender && text[last] == 0xE2
      last += glyph.length
    }
    return last
  }
}
