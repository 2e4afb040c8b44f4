import DocumentModel

/// The paragraphs of a text and their tokens, before anything is known about them.
///
/// A class, because every reader of parts keeps it: one reference to count instead of six.
final class TokenizedText: Sendable {
  let spans: [TextSpan]
  /// The tokens of each paragraph.
  let ranges: [Range<Int>]
  let tokens: [Token]
  let stops: [SentenceStop]
  let normalForms: [Int: String]
  private let words = WordTable.shared

  init(_ text: Span<UInt8>) {
    let map = ByteMap(text)
    spans = ParagraphAssembler.paragraphs(of: text, map)
    var tokenizer = Tokenizer(bytes: text.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(spans.count)
    for span in spans {
      let first = tokenizer.tokens.count
      tokenizer.tokenize(span, of: text, map)
      ranges.append(first..<tokenizer.tokens.count)
    }
    self.ranges = ranges
    tokens = tokenizer.tokens.array
    stops = tokenizer.stops
    normalForms = tokenizer.normalForms
  }
}

/// Questions about single tokens.
extension TokenizedText {
  func firstByte(_ token: Int, _ text: Span<UInt8>) -> UInt8 { text[tokens[token].span.start] }

  /// The token in lower case, without the full stop of an abbreviation.
  func key(_ token: Int, _ text: Span<UInt8>) -> WordKey {
    var range = tokens[token].span.range
    if range.count > 1, text[range.upperBound - 1] == .dot {
      range = range.lowerBound..<range.upperBound - 1
    }
    return WordKey(text, range)
  }

  func traits(_ token: Int, _ text: Span<UInt8>) -> WordTraits { words[key(token, text)] }

  func traits(of key: WordKey) -> WordTraits { words[key] }

  func isByte(_ byte: UInt8, _ token: Int, _ text: Span<UInt8>) -> Bool {
    tokens[token].span.count == 1 && firstByte(token, text) == byte
  }

  /// Whether no white space stands before the token.
  func touches(_ token: Int) -> Bool {
    token > 0 && tokens[token - 1].span.end == tokens[token].span.start
  }

  /// A word whose first letter is a capital; letters outside ASCII count as capitals.
  func isCapitalised(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let byte = firstByte(token, text)
    if byte < 0x80 { return byte.isASCIIUpper }
    return ScannedGlyph(text, at: tokens[token].span.start).kind == .letter
  }

  /// A word without a small ASCII letter.
  func isAllCapitals(_ token: Int, _ text: Span<UInt8>) -> Bool {
    guard isCapitalised(token, text) else { return false }
    for index in tokens[token].span.range where text[index].isASCIILower { return false }
    return true
  }

  func isDigits(_ token: Int, _ text: Span<UInt8>) -> Bool { firstByte(token, text).isDigit }

  /// A dash between words, or a hyphen that stands free.
  func isDash(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let span = tokens[token].span
    if text[span.start] == .hyphen {
      return span.count == 2 || (span.count == 1 && !touches(token))
    }
    return text[span.start] == 0xE2 && ScannedGlyph(text, at: span.start).kind == .dash
  }

  /// Whether the tokens from `first` are these words.
  func matches(_ phrase: [WordKey], at first: Int, before end: Int, _ text: Span<UInt8>) -> Bool {
    guard first + phrase.count <= end else { return false }
    for (offset, word) in phrase.enumerated() where key(first + offset, text) != word {
      return false
    }
    return true
  }

  /// The text of some tokens of one paragraph, white space folded.
  func string(_ range: Range<Int>, _ text: Span<UInt8>) -> String {
    guard let last = range.last else { return "" }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(tokens[last].span.end - tokens[range.lowerBound].span.start)
    for token in range {
      let span = tokens[token].span
      if token > range.lowerBound, tokens[token - 1].span.end < span.start { bytes.append(0x20) }
      if let form = normalForms[token] {
        bytes.append(contentsOf: form.utf8)
      } else {
        text.extracting(span.range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
