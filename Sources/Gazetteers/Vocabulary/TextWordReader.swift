import DocumentModel

/// Reads the words of one document: first the plain ones, then the others, then all ids at once.
///
/// Looking up is a loop of its own because it mostly waits for memory: without the work on bytes in
/// between, many look-ups wait at the same time.
///
/// Picks without branches and unchecked subscripts, whose bounds are checked once, make the look-up
/// of generated articles 218 MB/s instead of 180 (medians of four alternating runs).
struct TextWordReader: ~Copyable {
  private let document: Document
  /// The text, and `PlainWord.padding` bytes more.
  private let bytes: [UInt8]
  private var keys: [UInt64]
  private var capitals: [UInt32]
  private var roles: [TokenRole]
  /// The tokens that are no plain words.
  private var others: TokenPicks
  /// The plain words that are numbers in digits.
  private var numbers: TokenPicks
  /// The other tokens that begin with a number in digits.
  private var otherNumbers: [Int] = []
  private var compounds: [(token: Int, atoms: [Atom])] = []

  init(_ document: Document) {
    self.document = document
    let text = document.article.text.utf8
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count + PlainWord.padding)
    bytes.append(contentsOf: text)
    bytes.append(contentsOf: repeatElement(0, count: PlainWord.padding))
    self.bytes = bytes
    let count = document.tokens.count
    keys = Array(repeating: 0, count: count)
    capitals = Array(repeating: 0, count: count)
    roles = Array(repeating: .word, count: count)
    others = TokenPicks(tokens: count)
    numbers = TokenPicks(tokens: count)
    Self.readPlainWords(document.tokens.span, bytes.span.bytes, &keys, &capitals, &others, &numbers)
  }

  /// Reads the tokens of ASCII letters and digits only, as most are.
  private static func readPlainWords(
    _ tokens: Span<Token>, _ text: RawSpan, _ keys: inout [UInt64], _ capitals: inout [UInt32],
    _ others: inout TokenPicks, _ numbers: inout TokenPicks
  ) {
    precondition(keys.count == tokens.count && capitals.count == tokens.count, "columns")
    var keys = keys.mutableSpan
    var capitals = capitals.mutableSpan
    for token in tokens.indices {
      let span = tokens[unchecked: token].span
      let word = PlainWord(text, at: span.start, count: span.count)
      keys[unchecked: token] = word.key
      capitals[unchecked: token] = word.capitals
      others.add(token, if: !word.isPlain)
      numbers.add(token, if: word.isNumber)
    }
  }

  /// Looks all words up.
  consuming func words(in vocabulary: borrowing Vocabulary) -> TextWords {
    var ids = [Int32](repeating: -1, count: keys.count)
    vocabulary.look(up: keys.span, into: &ids)
    for index in 0..<numbers.count where ids[numbers[index]] < 0 {
      ids[numbers[index]] = Vocabulary.number
    }
    for token in otherNumbers where ids[token] < 0 { ids[token] = Vocabulary.number }
    var parts: [Int: [WordPart]] = [:]
    for compound in compounds {
      parts[compound.token] = compound.atoms.map { atom in
        WordPart(
          word: vocabulary.id(of: atom.key), capitals: atom.capitals,
          followsHyphen: atom.followsHyphen)
      }
    }
    return TextWords(
      ids: ids, capitals: capitals, roles: roles, compounds: parts,
      sentences: document.sentences.map(\.tokens))
  }
}

extension TextWordReader {
  /// Reads the tokens that are no plain words.
  mutating func readOthers() {
    var scanner = AtomScanner()
    for index in 0..<others.count {
      let token = others[index]
      let span = document.tokens[token].span
      capitals[token] = 0
      if let mark = TextMark(bytes, span) {
        (keys[token], roles[token]) = keyAndRole(of: mark, span)
      } else if isInitial(span) {
        let letter = bytes[span.start]
        keys[token] = UInt64(letter | 0x20)
        capitals[token] = letter & 0x20 == 0 ? 1 : 0
      } else {
        if let form = document.normalForms[token] {
          scanner.scan(form)
        } else {
          scanner.scan(bytes.span.extracting(span.range))
        }
        setWord(token, scanner.atoms)
      }
    }
  }

  /// "J." is the letter by itself.
  private func isInitial(_ span: TextSpan) -> Bool {
    let letter = bytes[span.start] | 0x20
    return span.count == 2 && bytes[span.start + 1] == UInt8(ascii: ".")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
  }

  private func keyAndRole(of mark: TextMark, _ span: TextSpan) -> (UInt64, TokenRole) {
    let isBound = span.start > 0 && bytes[span.start - 1] > 0x20
    switch mark {
    case .hyphen: return (0, .hyphen)
    case .dash: return (0, isBound && bytes[span.end] > 0x20 ? .hyphen : .boundary)
    case .apostrophe: return (0, .silent)
    case .fullStop: return (UInt64(UInt8(ascii: ".")), isBound ? .silent : .word)
    case .other(let key): return (key, .word)
    }
  }

  /// A token with accents, inner marks or a form of its own.
  private mutating func setWord(_ token: Int, _ atoms: [Atom]) {
    guard let first = atoms.first else {
      roles[token] = .boundary
      return
    }
    keys[token] = Vocabulary.key(of: atoms)
    capitals[token] = first.capitals
    if WordHasher.isNumber(first.key) { otherNumbers.append(token) }
    guard atoms.count > 1 else { return }
    roles[token] = .compound
    compounds.append((token, atoms))
  }
}

/// The commonest tokens that are no plain words, told by their bytes.
private enum TextMark {
  case hyphen
  /// One that may also stand between blanks: an en dash.
  case dash
  /// A lone apostrophe or single quotation mark.
  case apostrophe
  case fullStop
  /// A mark or clitic, by its key.
  case other(UInt64)

  /// Nil for anything that takes a closer look.
  @inline(__always)
  init?(_ bytes: [UInt8], _ span: TextSpan) {
    let first = bytes[span.start]
    switch span.count {
    case 1 where first < 0x80: self = Self.ascii(first)
    case 2 where first == 0x27 && bytes[span.start + 1] | 0x20 == 0x73: self = .other(Self.clitic)
    case 3...4 where first == 0xE2 && bytes[span.start + 1] == 0x80:
      let isClitic = span.count == 4 && bytes[span.start + 3] | 0x20 == 0x73
      guard let mark = Self.punctuation(bytes[span.start + 2], isClitic: isClitic),
        isClitic || span.count == 3
      else { return nil }
      self = mark
    default: return nil
    }
  }

  private static func ascii(_ byte: UInt8) -> TextMark {
    switch byte {
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "'"), UInt8(ascii: "`"): .apostrophe
    case UInt8(ascii: "."): .fullStop
    default: .other(UInt64(byte))
    }
  }

  /// U+2010 to U+201E, by the last byte.
  private static func punctuation(_ byte: UInt8, isClitic: Bool) -> TextMark? {
    switch byte {
    case 0x99 where isClitic: .other(clitic)
    case _ where isClitic: nil
    case 0x90...0x92: .hyphen
    case 0x93: .dash
    case 0x98, 0x99, 0x9B: .apostrophe
    case 0x94, 0x9C...0x9E, 0xA6: .other(AtomScanner.key(ofMark: UInt32(byte) + 0x1F80))
    default: nil
    }
  }

  /// The key of "'s".
  private static var clitic: UInt64 { 0x7327 }
}
