import DocumentModel

extension Tokenizer {
  /// The full stop after a word: an abbreviation's own, part of a name on the net, or the
  /// sentence's.
  mutating func fullStop(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    let next = index + 1
    guard next < end else { return trailingStop(text, first, index) }
    let byte = text[next]
    if byte == .dot, next + 1 < end, text[next + 1] == .dot { return .stop }
    guard byte.isAlphanumeric else { return trailingStop(text, first, index) }
    if let last = addressEnd(text, from: first) {
      emit(first, last)
      return .done(last)
    }
    if isInitialism(text, first, index) { return initialism(text, first, index) }
    return ownsStop(text, first, index) ? abbreviation(text, first, next) : .stop
  }

  /// Letters with a full stop after each: "U.S", "a.m", "Ph.D".
  private func isInitialism(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    guard index - first <= 16 else { return false }
    var run = 0
    for position in first..<index {
      run = text[position] == .dot ? 0 : run + 1
      if run > 1, !isDegree(text, first) { return false }
    }
    return text[first].isASCIILetter
  }

  private func isDegree(_ text: Span<UInt8>, _ first: Int) -> Bool {
    guard first + 4 < end else { return false }
    let key = WordKey(text, first..<first + 4)
    return key == "ph.d" || key == "m.sc" || key == "b.sc" || key == "d.sc"
  }

  private mutating func initialism(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    if isDegree(text, first) { return .on(first + 4) }
    let next = index + 1
    let isSingle =
      text[next].isASCIILetter && (next + 1 >= end || !text[next + 1].isASCIILetter)
    return isSingle ? .on(next + 1) : abbreviation(text, first, next)
  }

  /// The full stop at `index` has no letter or digit after it.
  private mutating func trailingStop(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    isInitialismWithStops(text, first, index) || ownsStop(text, first, index)
      ? abbreviation(text, first, index + 1) : .stop
  }

  private func isInitialismWithStops(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    index - first >= 3 && text[index - 2] == .dot && isInitialism(text, first, index)
  }

  private mutating func abbreviation(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> WordStep {
    if !words[text, first..<last - 1].contains(.title) {
      stops.append(SentenceStop(token: tokens.count, kind: .abbreviation))
    }
    emit(first, last)
    isBroken = false
    return .done(last)
  }

  /// Whether the full stop at `index` belongs to the word before it.
  private func ownsStop(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    guard index - first <= 8 else { return false }
    if index - first == 1 { return isInitial(text, first, index) }
    let traits = words[text, first..<index]
    if traits.isDisjoint(with: Self.abbreviating) { return false }
    let isCapitalised = text[first].isASCIIUpper
    let mayOwn = isCapitalised || !traits.contains(.capitalised)
    if mayOwn, !traits.isDisjoint(with: [.title, .abbreviation]) { return true }
    if traits.contains(.beforeNumber), isNumberNext(text, index + 1) { return true }
    if isCapitalised, traits.contains(.calendarAbbreviation) {
      return isNumberNext(text, index + 1) || goesOn(text, index + 1)
    }
    return isCapitalised && traits.contains(.state)
      && (goesOn(text, index + 1) || isAfterComma(text, first))
  }

  private static var abbreviating: WordTraits {
    [.title, .abbreviation, .beforeNumber, .calendarAbbreviation, .state]
  }

  /// A single letter with a full stop: "J. Smith", "v. Texas", "p. 4".
  private func isInitial(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    let letter = text[first]
    if letter.isASCIIUpper {
      return letter != UInt8(ascii: "I") || goesOn(text, index + 1) || isAfterInitial(text, first)
        || isBetweenNames(text, first, index)
    }
    if letter == UInt8(ascii: "v") { return true }
    return words[text, first..<index].contains(.beforeNumber) && isDateNext(text, index + 1)
  }

  private func isAfterInitial(_ text: Span<UInt8>, _ first: Int) -> Bool {
    guard let last = tokens.last?.span, last.start >= start else { return false }
    return last.count == 2 && last.end + 1 >= first && text[last.end - 1] == .dot
  }

  /// "Teyun I. Zabrandt", but neither "so do I. Nobody" nor "World War I. Germany".
  private func isBetweenNames(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    guard let name = tokens.last?.span, name.start >= start, name.end < first,
      text[name.start].isASCIIUpper || text[name.start] >= 0xC3,
      !words[text, name.range].contains(.beforeNumeral), let next = nextInk(text, index + 1)
    else { return false }
    if text[next] >= 0xC3 { return ScannedGlyph(text, at: next).kind == .letter }
    guard text[next].isASCIIUpper else { return false }
    var last = next
    while last < min(end, next + 16), text[last].isASCIILetter { last += 1 }
    return !words[text, next..<last].contains(.starter)
  }

  private func isNumberNext(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = nextInk(text, index) else { return false }
    return text[next].isDigit || text[next] == .hash
  }

  /// A number or a month: "b. 1948", "d. March 1951".
  private func isDateNext(_ text: Span<UInt8>, _ index: Int) -> Bool {
    if isNumberNext(text, index) { return true }
    guard let next = nextInk(text, index), text[next].isASCIIUpper else { return false }
    var last = next
    while last < min(end, next + 10), text[last].isASCIILetter { last += 1 }
    return words[text, next..<last].contains(.month)
  }

  /// Whether what follows cannot begin a sentence.
  private func goesOn(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard let next = nextInk(text, index) else { return false }
    let byte = text[next]
    return byte.isASCIILower || byte == .comma || byte == .semicolon || byte == .closeParenthesis
  }

  private func isAfterComma(_ text: Span<UInt8>, _ first: Int) -> Bool {
    guard let last = tokens.last, last.span.count == 1, last.span.start >= start else {
      return false
    }
    return text[last.span.start] == .comma
  }

  /// The next byte that is not blank, within a few bytes.
  private func nextInk(_ text: Span<UInt8>, _ index: Int) -> Int? {
    var next = index
    while next < min(end, index + 8) {
      if !text[next].isBlank { return next }
      next += 1
    }
    return nil
  }
}
