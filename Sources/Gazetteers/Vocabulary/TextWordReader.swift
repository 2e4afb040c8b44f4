import DocumentModel

/// Reads the words of one document, sentence by sentence.
struct TextWordReader {
  private(set) var words: TextWords
  private var scanner = AtomScanner()
  private var followsHyphen = false

  init(_ document: Document) {
    var atoms: [TextAtom] = []
    atoms.reserveCapacity(document.tokens.count + document.sentences.count)
    words = TextWords(ids: Array(repeating: -1, count: document.tokens.count), atoms: atoms)
  }

  mutating func read(
    _ sentence: Sentence, of document: Document, _ bytes: [UInt8],
    vocabulary: borrowing Vocabulary
  ) {
    let text = bytes.span
    followsHyphen = false
    for token in sentence.tokens {
      let span = document.tokens[token].span
      if readPlain(text, span, token: token, vocabulary) { continue }
      if span.count == 1 {
        let isInside = token + 1 < sentence.tokens.upperBound
        readMark(text, at: span.start, token: token, isInside: isInside, vocabulary)
      } else {
        readMixed(document, token: token, bytes, vocabulary)
      }
    }
    words.atoms.append(.boundary)
  }

  /// A token of ASCII letters and digits only, as most are; false when it is none.
  @inline(__always)
  private mutating func readPlain(
    _ text: Span<UInt8>, _ span: TextSpan, token: Int, _ vocabulary: borrowing Vocabulary
  ) -> Bool {
    var hasher = WordHasher()
    var capitals: UInt32 = 0
    var bit: UInt32 = 1
    for index in span.start..<span.end {
      let byte = text[index]
      let lower = byte | 0x20
      guard lower &- 0x61 < 26 || byte &- 0x30 < 10 else { return false }
      hasher.add(lower)
      if byte & 0x20 == 0 { capitals |= bit }
      bit &<<= 1
    }
    let id = vocabulary.id(of: hasher.key)
    words.ids[token] = id
    append(id, token: token, capitals: capitals, followsHyphen: followsHyphen)
    followsHyphen = false
    return true
  }

  @inline(__always)
  private mutating func append(
    _ word: Int32, token: Int, capitals: UInt32, startsToken: Bool = true, endsToken: Bool = true,
    followsHyphen: Bool
  ) {
    words.atoms.append(
      TextAtom(
        word: word, token: Int32(truncatingIfNeeded: token), capitals: capitals,
        startsToken: startsToken, endsToken: endsToken, followsHyphen: followsHyphen))
  }

  // MARK: Marks

  /// Hyphens and apostrophes are passed over, and a full stop that touches the word before it.
  private mutating func readMark(
    _ text: Span<UInt8>, at offset: Int, token: Int, isInside: Bool,
    _ vocabulary: borrowing Vocabulary
  ) {
    switch text[offset] {
    case UInt8(ascii: "-"): followsHyphen = true
    case UInt8(ascii: "'"), UInt8(ascii: "`"): followsHyphen = false
    case UInt8(ascii: ".") where isInside && offset > 0 && text[offset - 1] > 0x20:
      followsHyphen = false
    case let byte:
      let id = vocabulary.id(of: UInt64(byte))
      words.ids[token] = id
      append(id, token: token, capitals: 0, followsHyphen: false)
      followsHyphen = false
    }
  }

  // MARK: Other tokens

  /// A token with accents, inner marks or a form of its own.
  private mutating func readMixed(
    _ document: Document, token: Int, _ bytes: [UInt8], _ vocabulary: borrowing Vocabulary
  ) {
    let span = document.tokens[token].span
    scanner.scan(document.normalForms[token] ?? String(decoding: bytes[span.range], as: UTF8.self))
    guard let first = scanner.atoms.first else {
      readEmpty(bytes, span)
      return
    }
    let count = scanner.atoms.count
    var id = vocabulary.id(of: first.key)
    words.ids[token] = count == 1 ? id : vocabulary.id(of: Vocabulary.key(of: scanner.atoms))
    for (index, atom) in scanner.atoms.enumerated() {
      if index > 0 { id = vocabulary.id(of: atom.key) }
      append(
        id, token: token, capitals: atom.capitals, startsToken: index == 0,
        endsToken: index == count - 1, followsHyphen: index == 0 ? followsHyphen : atom.followsHyphen)
    }
    followsHyphen = false
  }

  /// A token without atoms: one hyphen or apostrophe is passed over, a dash between blanks or a
  /// row of hyphens is a boundary.
  private mutating func readEmpty(_ text: [UInt8], _ span: TextSpan) {
    let isDash = span.count == 3 && text[span.start] == 0xE2 && text[span.start + 1] == 0x80
    let isHyphen = isDash && (0x90...0x93).contains(text[span.start + 2])
    let isApostrophe = isDash && !isHyphen || text[span.start] == UInt8(ascii: "'")
    let isTight =
      span.start > 0 && span.end < text.count && text[span.start - 1] > 0x20 && text[span.end] > 0x20
    if !isApostrophe, !(isHyphen && isTight) { words.atoms.append(.boundary) }
    followsHyphen = isHyphen && isTight
  }
}
