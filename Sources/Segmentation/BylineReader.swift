import DocumentModel

/// Recognises bylines and reads the authors from them.
struct BylineReader {
  /// Who wrote an article, and for whom.
  struct Credits {
    var authors: [String] = []
    var source: String?
  }

  private static let longest = 40

  let source: TokenizedText

  func isByline(_ range: Range<Int>, isAfterHeadline: Bool, _ text: Span<UInt8>) -> Bool {
    guard (2...Self.longest).contains(range.count) else { return false }
    if let names = namesStart(range, text) {
      guard names < range.upperBound, source.isCapitalised(names, text) else { return false }
      let name = names..<min(names + 2, range.upperBound)
      return !isCalendar(name, text) && onlyNames(names..<range.upperBound, text)
    }
    return isAfterHeadline && range.count <= 12 && source.isCapitalised(range.lowerBound, text)
      && onlyNames(range, text) && range.contains { isCredit($0, text) }
  }

  /// The authors and the publication that a byline names.
  func credits(_ range: Range<Int>, _ text: Span<UInt8>) -> Credits {
    var credits = Credits()
    var first = namesStart(range, text) ?? range.lowerBound
    for token in first...range.upperBound {
      if token < range.upperBound, !endsName(token, text) { continue }
      add(first..<max(first, token), to: &credits, text)
      if token < range.upperBound, endsNames(token, text) { break }
      first = token + 1
    }
    return credits
  }

  private func add(_ name: Range<Int>, to credits: inout Credits, _ text: Span<UInt8>) {
    guard (1...6).contains(name.count), !name.contains(where: { source.isDigits($0, text) }) else {
      return
    }
    if name.contains(where: { source.traits($0, text).contains(.publication) }) {
      if credits.source == nil { credits.source = source.string(name, text) }
    } else if !isCalendar(name, text), !name.contains(where: { isCredit($0, text) }) {
      credits.authors.append(source.string(name, text))
    }
  }

  /// One past "By", "Written by", "By:"; nil when the line begins otherwise.
  private func namesStart(_ range: Range<Int>, _ text: Span<UInt8>) -> Int? {
    var token = range.lowerBound
    switch source.key(token, text) {
    case "written", "reporting", "reported", "story", "words", "analysis", "report": token += 1
    case "author", "authors", "byline":
      return token + 1 < range.upperBound && source.isByte(.colon, token + 1, text)
        ? token + 2 : nil
    default: break
    }
    guard token < range.upperBound, source.key(token, text) == "by" else { return nil }
    token += 1
    return token < range.upperBound && source.isByte(.colon, token, text) ? token + 1 : token
  }

  private func onlyNames(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    for token in range where !isNamePart(token, text) { return false }
    return true
  }

  private func isNamePart(_ token: Int, _ text: Span<UInt8>) -> Bool {
    if source.isCapitalised(token, text) { return true }
    let byte = source.firstByte(token, text)
    guard byte.isASCIILower else {
      return byte != .question && byte != .exclamation && byte != .quote && byte != .semicolon
        && !(byte == .dot && source.tokens[token].span.count == 1)
    }
    let endsName = source.isByte(.hyphen, token - 1, text) && source.touches(token)
    return endsName || isParticle(token, text) || isCredit(token, text)
      || source.traits(token, text).contains(.dateLine)
  }

  private func isParticle(_ token: Int, _ text: Span<UInt8>) -> Bool {
    switch source.key(token, text) {
    case "and", "in", "of", "for", "the", "with", "at", "from", "to", "de", "van", "von", "der",
      "den", "bin", "ibn", "al", "el", "la", "le", "du", "da", "dos", "di", "ter", "e":
      true
    default: false
    }
  }

  /// A word that says what somebody is to the newspaper.
  private func isCredit(_ token: Int, _ text: Span<UInt8>) -> Bool {
    switch source.key(token, text) {
    case "staff", "writer", "writers", "correspondent", "correspondents", "reporter", "reporters",
      "editor", "special", "bureau", "contributor", "foreign", "political", "diplomatic", "chief":
      true
    default: source.traits(token, text).contains(.publication)
    }
  }

  /// A day or a month rather than a name; "Jan Roe" and "April Doe" are names.
  private func isCalendar(_ name: Range<Int>, _ text: Span<UInt8>) -> Bool {
    if name.contains(where: { source.traits($0, text).contains(.weekday) }) { return true }
    guard let last = name.last else { return false }
    return source.traits(name.lowerBound, text).contains(.month)
      && (name.count == 1 || !source.firstByte(last, text).isASCIIUpper)
  }

  private func endsName(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let byte = source.firstByte(token, text)
    if byte == .comma || byte == .ampersand || byte == .semicolon || byte == 0x7C || byte == .slash
      || byte == .openParenthesis || byte == .closeParenthesis
    {
      return true
    }
    return source.isDash(token, text) || source.key(token, text) == "and" || endsNames(token, text)
  }

  /// "in Seoul", "for Reuters": what follows names nobody.
  private func endsNames(_ token: Int, _ text: Span<UInt8>) -> Bool {
    guard source.firstByte(token, text).isASCIILower else { return false }
    switch source.key(token, text) {
    case "in", "for", "at", "from", "with", "of", "to": return true
    default: return false
    }
  }
}
