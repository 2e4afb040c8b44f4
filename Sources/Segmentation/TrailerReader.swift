import DocumentModel

/// Recognises what newspapers put below a story, and between its paragraphs, that is no part of
/// it.
struct TrailerReader {
  private static let longestInside = 200
  /// So many tokens of a paragraph are searched for a credit.
  private static let longestCredit = 120

  let source: TokenizedText

  /// A line such as "Read more: …" that may stand anywhere.
  func isInterruption(_ range: Range<Int>, _ span: TextSpan, _ text: Span<UInt8>) -> Bool {
    span.count <= Self.longestInside && begins(range, with: Self.interruptions, text)
  }

  /// A paragraph near the end that credits, corrects or advertises.
  func isTrailer(_ range: Range<Int>, _ text: Span<UInt8>) -> Bool {
    begins(range, with: Self.nearTheEnd, text) || holds(range, Self.anywhere, text)
  }

  private func begins(
    _ range: Range<Int>, with phrases: [[WordKey]], _ text: Span<UInt8>
  ) -> Bool {
    guard let first = firstWord(range, text) else { return false }
    let key = source.key(first, text)
    guard source.traits(of: key).contains(.trailer) else { return false }
    return phrases.contains {
      $0[0] == key && source.matches($0, at: first, before: range.upperBound, text)
    }
  }

  /// The first token after brackets, dashes and bullets.
  private func firstWord(_ range: Range<Int>, _ text: Span<UInt8>) -> Int? {
    for token in range.prefix(3) {
      let byte = source.firstByte(token, text)
      if byte.isASCIILetter || byte == 0xC2 { return token }
    }
    return nil
  }

  private func holds(_ range: Range<Int>, _ phrases: [[WordKey]], _ text: Span<UInt8>) -> Bool {
    let tokens = source.tokens
    for token in range.lowerBound..<min(range.upperBound, range.lowerBound + Self.longestCredit)
    where Self.mayBegin(tokens[token].span, text) {
      if phrases.contains(where: {
        source.matches($0, at: token, before: range.upperBound, text)
      }) {
        return true
      }
    }
    return false
  }

  /// Whether a token has the length and the first letters of a word that one of `anywhere` begins
  /// with; nearly no other has, which makes this one branch that can be predicted.
  @inline(__always)
  private static func mayBegin(_ span: TextSpan, _ text: Span<UInt8>) -> Bool {
    let letters = text.fourBytes(at: span.start) | 0x2020_2020
    let isContributed = letters == 0x746E_6F63 && span.count == 11
    let three = letters & 0xFF_FFFF
    let isShort = (three == 0x6C_6C61 || three == 0x79_616D) && span.count == 3
    return isContributed || isShort
  }

  private static let interruptions = phrases([
    "read more", "also read", "read also", "see also :", "related :", "related stories",
    "related articles", "advertisement", "sign up for", "sign up to", "click here", "subscribe to",
    "story continues below", "article continues below", "follow us on", "watch :", "listen :",
  ])
  private static let openings = phrases([
    "additional reporting", "reporting by", "reporting and writing by", "editing by", "writing by",
    "compiled by", "with reporting by", "with reporting from", "with files from", "with additional",
    "copyright", "©", "all rights reserved", "correction :", "corrections :", "clarification :",
    "editor 's note", "editor ’s note", "editors ' note", "this article was",
    "this article has been", "this article originally", "this story was", "this story has been",
    "this report was", "this report has been", "an earlier version of", "a previous version of",
    "a version of this", "subscribe", "for more information", "source :", "sources :",
    "our standards :", "follow @", "contact us", "about the author", "photo :", "photograph :",
  ])
  private static let nearTheEnd = openings + interruptions
  private static let anywhere = phrases([
    "contributed to this", "contributed reporting", "contributed from", "all rights reserved",
    "may not be published , broadcast",
  ])

  private static func phrases(_ texts: [String]) -> [[WordKey]] {
    texts.map { WordLists.words($0).map { WordKey($0) } }
  }
}
