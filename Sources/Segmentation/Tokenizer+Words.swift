import DocumentModel

extension Tokenizer {
  /// Reads a word that begins at `first` and whose plain letters end at `from`; returns where the
  /// next token may begin.
  mutating func word(_ text: Span<UInt8>, from first: Int, at from: Int) -> Int {
    var index = from
    while index < end {
      let byte = text[index]
      if byte.isAlphanumeric || byte == .underscore {
        index += 1
        continue
      }
      switch step(text, first, index, byte) {
      case .on(let next): index = next
      case .stop:
        emitWord(text, first, index)
        return index
      case .done(let next): return next
      }
    }
    emitWord(text, first, index)
    return index
  }

  /// What a mark inside or after a word does.
  enum WordStep {
    /// It belongs to the word, which goes on here.
    case on(Int)
    /// The word ends before it.
    case stop
    /// The word has been emitted; the next token may begin here.
    case done(Int)
  }

  private mutating func step(
    _ text: Span<UInt8>, _ first: Int, _ index: Int, _ byte: UInt8
  ) -> WordStep {
    switch byte {
    case .apostrophe: apostrophe(text, first, index, length: 1)
    case .dot: fullStop(text, first, index)
    case .hyphen: hyphen(text, first, index, length: 1)
    case .ampersand: ampersand(text, first, index)
    case .at: address(text, first, index)
    case .colon: scheme(text, first, index)
    case 0x80...: wideStep(text, first, index)
    default: .stop
    }
  }

  private mutating func wideStep(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    let glyph = ScannedGlyph(text, at: index)
    switch glyph.kind {
    case .letter, .digit, .extender: return .on(index + glyph.length)
    case .apostrophe: return apostrophe(text, first, index, length: glyph.length)
    case .hyphen: return hyphen(text, first, index, length: glyph.length)
    case .softHyphen: return softHyphen(text, index, length: glyph.length)
    default: return .stop
    }
  }

  // MARK: Apostrophes

  /// "do|n't", "it|'s", "O'Brien", "students|'".
  private mutating func apostrophe(
    _ text: Span<UInt8>, _ first: Int, _ index: Int, length: Int
  ) -> WordStep {
    let next = index + length
    let letters = lettersEnd(text, from: next)
    guard letters > next else { return continuesInLetter(text, next) ? .on(next) : .stop }
    if isNegation(text, first, index, next, letters) {
      emitWord(text, first, index - 1)
      emit(index - 1, letters)
      return .done(letters)
    }
    guard isClitic(text, next, letters) else {
      return isQuoted(text, first, index) ? .stop : .on(letters)
    }
    if isDecade(text, first, index) { return .on(letters) }
    emitWord(text, first, index)
    emit(index, letters)
    return .done(letters)
  }

  /// The end of the ASCII letters from `index`, looking at most a few bytes ahead.
  private func lettersEnd(_ text: Span<UInt8>, from index: Int) -> Int {
    var last = index
    while last < min(end, index + 4), text[last].isASCIILetter { last += 1 }
    return last
  }

  private func continuesInLetter(_ text: Span<UInt8>, _ index: Int) -> Bool {
    index < end && text[index] >= 0x80 && ScannedGlyph(text, at: index).kind == .letter
  }

  private func isNegation(
    _ text: Span<UInt8>, _ first: Int, _ index: Int, _ next: Int, _ letters: Int
  ) -> Bool {
    letters - next == 1 && text[next].lowercased == UInt8(ascii: "t") && index - first >= 2
      && text[index - 1].lowercased == UInt8(ascii: "n") && endsWord(text, letters)
  }

  /// Whether the letters in `first..<last` after an apostrophe are a clitic: s, d, m, re, ve, ll.
  func isClitic(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> Bool {
    guard last > first, last - first <= 2, endsWord(text, last) else { return false }
    switch WordKey(text, first..<last) {
    case "s", "d", "m", "re", "ve", "ll": return true
    default: return false
    }
  }

  private func endsWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index < end else { return true }
    let byte = text[index]
    if byte < 0x80 { return !byte.isAlphanumeric }
    return ScannedGlyph(text, at: index).kind != .letter
  }

  /// A closing quotation mark without a space after it: the word before began with one.
  private func isQuoted(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    guard first > start, text[index] == .apostrophe else { return false }
    return text[first - 1] == .apostrophe
  }

  /// "1930's", "90's" are one token.
  private func isDecade(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    (index - first == 4 || index - first == 2) && text[first].isDigit
      && text[index - 1] == UInt8(ascii: "0")
  }

  // MARK: Other marks

  /// "AT&T", "R&D".
  private func ampersand(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    guard index - first <= 4, index + 1 < end, text[index + 1].isASCIIUpper else { return .stop }
    for position in first..<index where !text[position].isASCIIUpper { return .stop }
    var last = index + 1
    while last < end, text[last].isASCIIUpper, last - index <= 4 { last += 1 }
    let isCapitals = last == end || !text[last].isASCIILetter
    return isCapitals ? .on(last) : .stop
  }

  /// An invisible hyphen belongs to its word and not to the word's form.
  private mutating func softHyphen(_ text: Span<UInt8>, _ index: Int, length: Int) -> WordStep {
    isBroken = true
    return .on(lineJoin(text, from: index + length) ?? index + length)
  }
}
