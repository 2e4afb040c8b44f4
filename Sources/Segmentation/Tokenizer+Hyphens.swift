import DocumentModel

extension Tokenizer {
  /// "anti-war" stays whole, "long|-|term" is cut, "inter-⏎national" is joined.
  mutating func hyphen(
    _ text: Span<UInt8>, _ first: Int, _ index: Int, length: Int
  ) -> WordStep {
    let next = index + length
    guard next < end else { return .stop }
    if let joined = lineJoin(text, from: next), joinsWord(text, first, index, joined) {
      isBroken = true
      return .on(joined)
    }
    guard startsWord(text, next) else { return .stop }
    return isPrefix(text, first, index) ? .on(next) : .stop
  }

  /// Where the word goes on in the next line, when `index` is at the end of a line.
  func lineJoin(_ text: Span<UInt8>, from index: Int) -> Int? {
    var position = index
    var breaks = 0
    while position < min(end, index + 64) {
      let glyph = ScannedGlyph(text, at: position)
      if glyph.kind == .lineBreak {
        breaks += 1
      } else if glyph.kind != .blank {
        return breaks > 0 && startsLower(text, position, glyph) ? position : nil
      }
      position += glyph.length
    }
    return nil
  }

  private func startsLower(_ text: Span<UInt8>, _ index: Int, _ glyph: ScannedGlyph) -> Bool {
    text[index].isASCIILower || (glyph.kind == .letter && glyph.length > 1)
  }

  /// Whether a hyphen at a line end only breaks the word, rather than belonging to it.
  private func joinsWord(_ text: Span<UInt8>, _ first: Int, _ index: Int, _ next: Int) -> Bool {
    for position in max(first, index - 16)..<index where text[position].isDigit { return false }
    if words[text, first..<index].contains(.compoundHead) { return false }
    var last = next
    while last < min(end, next + 16), text[last].isASCIILetter { last += 1 }
    return !words[text, next..<last].contains(.compoundTail)
  }

  private func startsWord(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let byte = text[index]
    if byte < 0x80 { return byte.isAlphanumeric }
    return ScannedGlyph(text, at: index).kind == .letter
  }

  private func isPrefix(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    words[text, first..<index].contains(.prefix)
  }

  /// Appends a word with what breaks it, and its form without.
  mutating func emitBroken(_ text: Span<UInt8>, _ first: Int, _ last: Int) {
    isBroken = false
    normalForms[tokens.count] = unbroken(text, first..<last)
    emit(first, last)
  }

  private func unbroken(_ text: Span<UInt8>, _ range: Range<Int>) -> String {
    var form: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let glyph = ScannedGlyph(text, at: index)
      let next = index + glyph.length
      let isBreak = glyph.kind == .hyphen && next < range.upperBound && isBlank(text, next)
      if !isBreak, !isBlank(text, index), glyph.kind != .softHyphen {
        for position in index..<next { form.append(text[position]) }
      }
      index = next
    }
    return String(decoding: form, as: UTF8.self)
  }

  private func isBlank(_ text: Span<UInt8>, _ index: Int) -> Bool {
    let kind = ScannedGlyph(text, at: index).kind
    return kind == .blank || kind == .lineBreak
  }
}
