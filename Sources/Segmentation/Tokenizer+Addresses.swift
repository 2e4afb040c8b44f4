import DocumentModel

extension Tokenizer {
  /// No host name or mail address is longer (RFC 1035).
  private static var longestAddress: Int { 254 }

  /// A mail address whose local part is a plain word.
  mutating func address(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    guard let last = addressEnd(text, from: first) else { return .stop }
    emit(first, last)
    return .done(last)
  }

  /// "https:", "mailto:" and what follows to the next blank.
  mutating func scheme(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> WordStep {
    guard index - first <= 6 else { return .stop }
    let isMail = WordKey(text, first..<index) == "mailto"
    let hasSlashes = index + 3 < end && text[index + 1] == .slash && text[index + 2] == .slash
    guard isMail || hasSlashes, index + 1 < end, !text[index + 1].isBlank else { return .stop }
    let last = urlEnd(text, from: index + (hasSlashes ? 3 : 1))
    guard last > index + 1 else { return .stop }
    emit(first, last)
    return .done(last)
  }

  /// The end of a mail address, host name or file name that begins at `first`; nil when it is
  /// none.
  mutating func addressEnd(_ text: Span<UInt8>, from first: Int) -> Int? {
    guard first >= addressTriedTo else { return nil }
    var last = first
    var label = first
    var isMail = false
    var dots = 0
    var isLower = true
    let limit = min(end, first + Self.longestAddress)
    while last < limit, isAddressByte(text[last]) {
      if text[last] == .dot || text[last] == .at { label = last + 1 }
      if text[last] == .at { isMail = true }
      if text[last] == .dot { dots += 1 }
      if text[last].isASCIIUpper { isLower = false }
      last += 1
    }
    let tried = last
    while last > label, text[last - 1] == .hyphen || text[last - 1] == .underscore { last -= 1 }
    if label == last, label > first {
      dots -= 1
      (last, label) = withoutStop(text, first, last)
    }
    let isGroup = isLower && dots > 1 && text[first + 1] != .dot
    guard last > label, isMail || isKnownLabel(text, label..<last) || isGroup else {
      addressTriedTo = tried
      return nil
    }
    return last < end && text[last] == .slash ? urlEnd(text, from: last) : last
  }

  /// Without the full stop that ends the sentence: where the name ends and its last label begins.
  private func withoutStop(_ text: Span<UInt8>, _ first: Int, _ end: Int) -> (Int, Int) {
    var last = end
    while last > first, text[last - 1] == .dot { last -= 1 }
    var label = last
    while label > first, text[label - 1] != .dot, text[label - 1] != .at { label -= 1 }
    return (last, label)
  }

  private func isAddressByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == .dot || byte == .hyphen || byte == .underscore || byte == .at
  }

  private func isKnownLabel(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where text[index].isASCIIUpper && !text[range.upperBound - 1].isASCIIUpper {
      return false
    }
    return words[text, range].contains(.label)
  }

  /// The end of a URL: the next blank or bracket, without the punctuation of the sentence.
  private func urlEnd(_ text: Span<UInt8>, from index: Int) -> Int {
    var last = index
    while last < end, isURLByte(text, last) { last += text[last].scalarLength }
    while last > index, isTrailing(text[last - 1]) { last -= 1 }
    return last
  }

  private func isURLByte(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return !byte.isBlank && byte != .less && byte != .greater && byte != .quote }
    let kind = ScannedGlyph(text, at: index).kind
    return kind == .letter || kind == .extender || kind == .digit
  }

  private func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case .dot, .comma, .semicolon, .colon, .question, .exclamation, .closeParenthesis,
      .closeBracket, .apostrophe:
      true
    default: false
    }
  }
}
