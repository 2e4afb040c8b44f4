import DocumentModel

/// The parts of a dateline by their form alone: names, commas and numbers up to a dash or a colon.
struct DatelineShape {
  /// What stands before the first comma or bracket.
  private(set) var place: Range<Int>
  /// What stands in brackets or between slashes, when it is no date.
  private(set) var agency: Range<Int>?
  /// Whether the agency is called by a word that agencies and newspapers are called by.
  private(set) var hasKnownAgency = false
  private(set) var endsInColon = false
  /// One past the dash.
  private(set) var end: Int

  init?(_ source: TokenizedText, _ range: Range<Int>, _ text: Span<UInt8>) {
    place = range
    end = range.lowerBound
    while end < range.upperBound {
      let token = end
      if Self.opensAgency(source, token, text) {
        guard takeAgency(source, token, range, text) else { return nil }
        continue
      }
      endsInColon = source.isByte(.colon, token, text)
      end += 1
      if endsInColon || source.isDash(token, text) {
        endPlace(at: token)
        return
      }
      guard Self.isAllowed(source, token, text) else { return nil }
      if source.isByte(.comma, token, text) { endPlace(at: token) }
    }
    return nil
  }

  private mutating func endPlace(at token: Int) {
    place = place.lowerBound..<min(place.upperBound, token)
  }

  /// Reads "(AP)" or "/AFP/"; false when what `open` opens is no such thing.
  private mutating func takeAgency(
    _ source: TokenizedText, _ open: Int, _ range: Range<Int>, _ text: Span<UInt8>
  ) -> Bool {
    guard let close = Self.closing(source, open, range.upperBound, text) else { return false }
    endPlace(at: open)
    end = close + 1
    let inner = open + 1..<close
    guard !inner.contains(where: { source.isDigits($0, text) }) else { return true }
    agency = inner
    hasKnownAgency = inner.contains { source.traits($0, text).contains(.publication) }
    return true
  }

  /// A bracket, or a slash after white space; the slash of "BEIRUT/DAMASCUS" joins two places.
  private static func opensAgency(
    _ source: TokenizedText, _ token: Int, _ text: Span<UInt8>
  ) -> Bool {
    source.isByte(.openParenthesis, token, text)
      || (source.isByte(.slash, token, text) && !source.touches(token))
  }

  /// The bracket or slash that closes the one at `open`, with one to five names between.
  private static func closing(
    _ source: TokenizedText, _ open: Int, _ end: Int, _ text: Span<UInt8>
  ) -> Int? {
    let mark: UInt8 = source.isByte(.slash, open, text) ? .slash : .closeParenthesis
    for token in open + 1..<max(open + 1, min(open + 7, end)) {
      if source.isByte(mark, token, text) { return token > open + 1 ? token : nil }
      guard isAllowed(source, token, text) else { return nil }
    }
    return nil
  }

  private static func isAllowed(_ source: TokenizedText, _ token: Int, _ text: Span<UInt8>) -> Bool
  {
    let byte = source.firstByte(token, text)
    if source.isCapitalised(token, text) || byte.isDigit { return true }
    if byte == .comma || byte == .hyphen || byte == .apostrophe || byte == .dot || byte == .slash {
      return true
    }
    switch source.key(token, text) {
    case "of", "and", "the", "de", "al", "el", "’": return true
    default: return false
    }
  }
}
