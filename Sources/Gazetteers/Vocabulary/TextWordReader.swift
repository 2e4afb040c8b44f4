import DocumentModel

/// Reads the words of one document and looks them up: first the plain ones, all in a loop without
/// branches, then the few of them that the filter of the vocabulary lets through, then the others.
///
/// Without branches and with columns whose bounds are checked once, words are read and matched at
/// 131 MB/s instead of 115 (generated articles, 100,000 aliases, alternating runs).
struct TextWordReader: ~Copyable {
  private let document: Document
  private let table: WordTable
  private var ids: [Int32]
  private var capitals: [UInt32]
  private var roles: [TokenRole]
  private var compounds: [Int: [WordPart]] = [:]

  static func words(of document: Document, _ table: WordTable) -> TextWords {
    let text = document.article.text.utf8
    return text.withContiguousStorageIfAvailable { words(of: document, $0.span, table) }
      ?? words(of: document, Array(text).span, table)
  }

  private static func words(
    of document: Document, _ text: Span<UInt8>, _ table: WordTable
  ) -> TextWords {
    var reader = TextWordReader(document, table)
    let others = reader.readPlainWords(text)
    reader.readOthers(others, text)
    return TextWords(
      ids: reader.ids, capitals: reader.capitals, roles: reader.roles,
      compounds: reader.compounds,
      sentences: document.sentences.map(\.tokens))
  }

  private init(_ document: Document, _ table: WordTable) {
    self.document = document
    self.table = table
    let count = document.tokens.count
    ids = Array(repeating: -1, count: count)
    capitals = Array(repeating: 0, count: count)
    roles = Array(repeating: .word, count: count)
  }

  /// Reads the tokens of ASCII letters and digits only, as most are; returns the others.
  private mutating func readPlainWords(_ text: Span<UInt8>) -> TokenPicks {
    let (tokens, table) = (document.tokens, table)
    let count = tokens.count
    var others = TokenPicks(tokens: count)
    var numbers = TokenPicks(tokens: count)
    var held = TokenPicks(tokens: count)
    var hashes = [WordHash](repeating: WordHash(0), count: count)
    Self.pick(
      tokens.span, text, table, hashes.mutableSpan, capitals.mutableSpan, &others,
      &numbers, &held)
    table.look(up: held, hashes.span, into: &ids)
    for index in 0..<numbers.count where ids[numbers[index]] < 0 {
      ids[numbers[index]] = Vocabulary.number
    }
    return others
  }

  /// Without a branch, since nothing about words can be predicted; the columns are as long as the
  /// tokens, which is checked once.
  private static func pick(
    _ tokens: Span<Token>, _ text: Span<UInt8>, _ table: WordTable,
    _ hashes: consuming MutableSpan<WordHash>, _ capitals: consuming MutableSpan<UInt32>,
    _ others: inout TokenPicks, _ numbers: inout TokenPicks, _ held: inout TokenPicks
  ) {
    precondition(hashes.count == tokens.count && capitals.count == tokens.count, "columns")
    for token in tokens.indices {
      let span = tokens[unchecked: token].span
      let word = PlainWord(text, at: span.start, count: span.count)
      let hash = WordHash(word.key)
      hashes[unchecked: token] = hash
      capitals[unchecked: token] = word.capitals
      others.add(token, if: !word.isPlain)
      numbers.add(token, if: word.isNumber)
      held.add(token, count: table.mayHold(hash))
    }
  }

  private mutating func readOthers(_ others: borrowing TokenPicks, _ text: Span<UInt8>) {
    var scanner = AtomScanner()
    for index in 0..<others.count {
      let token = others[index]
      let span = document.tokens[token].span
      capitals[token] = 0
      if let mark = TextMark(text, span) {
        let (key, role) = keyAndRole(of: mark, span, text)
        roles[token] = role
        ids[token] = key == 0 ? -1 : table.id(of: key)
      } else if isInitial(span, text) {
        let letter = text[span.start]
        capitals[token] = letter & 0x20 == 0 ? 1 : 0
        ids[token] = table.id(of: UInt64(letter | 0x20))
      } else {
        if let form = document.normalForms[token] {
          scanner.scan(form)
        } else {
          scanner.scan(text.extracting(span.range))
        }
        setWord(token, scanner.atoms)
      }
    }
  }

  /// "J." is the letter by itself.
  private func isInitial(_ span: TextSpan, _ text: Span<UInt8>) -> Bool {
    let letter = text[span.start] | 0x20
    return span.count == 2 && text[span.start + 1] == UInt8(ascii: ".")
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
  }

  private func keyAndRole(
    of mark: TextMark, _ span: TextSpan, _ text: Span<UInt8>
  ) -> (UInt64, TokenRole) {
    let isBound = span.start > 0 && text[span.start - 1] > 0x20
    switch mark {
    case .hyphen: return (0, .hyphen)
    case .dash:
      let isJoint = isBound && span.end < text.count && text[span.end] > 0x20
      return (0, isJoint ? .hyphen : .boundary)
    case .apostrophe: return (0, .silent)
    case .fullStop: return (UInt64(UInt8(ascii: ".")), isBound ? .silent : .word)
    case .other(let key): return (key, .word)
    }
  }

  /// A token with accents, inner marks or a form of its own.
  private mutating func setWord(_ token: Int, _ atoms: [Atom]) {
    guard let first = atoms.first else {
      roles[token] = .boundary
      ids[token] = -1
      return
    }
    let id = table.id(of: Vocabulary.key(of: atoms))
    ids[token] = id < 0 && WordHasher.isNumber(first.key) ? Vocabulary.number : id
    capitals[token] = first.capitals
    guard atoms.count > 1 else { return }
    roles[token] = .compound
    compounds[token] = atoms.map { atom in
      WordPart(
        word: table.id(of: atom.key), capitals: atom.capitals, followsHyphen: atom.followsHyphen)
    }
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
  init?(_ text: Span<UInt8>, _ span: TextSpan) {
    let first = text[span.start]
    switch span.count {
    case 1 where first < 0x80: self = Self.ascii(first)
    case 2 where first == 0x27 && text[span.start + 1] | 0x20 == 0x73: self = .other(Self.clitic)
    case 3...4 where first == 0xE2 && text[span.start + 1] == 0x80:
      let isClitic = span.count == 4 && text[span.start + 3] | 0x20 == 0x73
      guard let mark = Self.punctuation(text[span.start + 2], isClitic: isClitic),
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
