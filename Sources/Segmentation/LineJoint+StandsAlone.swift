extension LineJoint {
  /// Whether a line near the top is a paragraph of its own: a byline, a date or a header.
  static func standsAlone(_ line: TextLine, _ text: Span<UInt8>) -> Bool {
    let words = leadingWords(line, text)
    guard let first = words.first else { return false }
    let key = WordKey(text, first)
    if key == "by", words.count > 1, text[words[1].lowerBound].isASCIIUpper { return true }
    return isHeader(key, first, line, text) || isDate(key, line, text)
  }

  /// Whether a line near the top begins the story with its dateline; lines may follow.
  static func opensStory(_ line: TextLine, _ text: Span<UInt8>) -> Bool {
    let words = leadingWords(line, text)
    guard let first = words.first, isPlace(words, text) else { return false }
    return hasDateline(first, line, text)
  }

  private static func leadingWords(_ line: TextLine, _ text: Span<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var index = line.start
    while index < line.end, words.count < 3 {
      let start = index
      while index < line.end, text[index].isASCIILetter { index += 1 }
      if index > start { words.append(start..<index) }
      if words.isEmpty { break }
      index += 1
    }
    return words
  }

  private static func isDate(_ key: WordKey, _ line: TextLine, _ text: Span<UInt8>) -> Bool {
    let traits = WordTable.shared[key]
    let isDated = traits.contains(.weekday) || traits.contains(.month)
    let isPublished = key == "published" || key == "updated" || key == "posted"
    return isPublished || (isDated && line.columns <= 40 && text[line.end - 1].isDigit)
  }

  private static func isHeader(
    _ key: WordKey, _ word: Range<Int>, _ line: TextLine, _ text: Span<UInt8>
  ) -> Bool {
    word.upperBound < line.end && text[word.upperBound] == .colon
      && HeaderReader.field(key) != nil
  }

  /// Whether words begin with a place in capitals: "SEOUL", "LA PAZ".
  private static func isPlace(_ words: [Range<Int>], _ text: Span<UInt8>) -> Bool {
    func isLarge(_ word: Range<Int>) -> Bool { word.allSatisfy { text[$0].isASCIIUpper } }
    guard let first = words.first, first.count >= 2, isLarge(first) else { return false }
    return first.count > 2 || words.count > 1 && words[1].count > 2 && isLarge(words[1])
  }

  /// Behind the first word of a place, soon a dash or an agency in brackets.
  private static func hasDateline(_ first: Range<Int>, _ line: TextLine, _ text: Span<UInt8>)
    -> Bool
  {
    var index = first.upperBound
    let limit = min(line.end, first.upperBound + 60)
    while index < limit {
      let byte = text[index]
      if byte == .openParenthesis { return true }
      if byte == .hyphen, text[index - 1] == 0x20 || text[index - 1] == .hyphen { return true }
      if byte == 0xE2, ScannedGlyph(text, at: index).kind == .dash { return true }
      index += byte.scalarLength
    }
    return false
  }
}
