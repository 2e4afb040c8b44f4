import DocumentModel
import Gazetteers

/// What the name model asks of single tokens, computed once an article; a class as `DocumentWords` is.
final class NameTokens {
  let words: DocumentWords
  /// Of the lower-case form.
  let hashes: [UInt64]
  let paths: [UInt16]
  /// Labels of the gazetteer matches that cover a token: bit n for `NameLabel` n, four bits higher
  /// for those that need evidence.
  let cover: [UInt8]
  private let uncapitalised: Set<UInt64>
  private let surnames: Set<UInt64>
  private let text: [UInt8]

  init(words: DocumentWords, runs: [NameRun], cover: [UInt8], clusters: WordClusters) {
    self.words = words
    self.cover = cover
    let text = Array(words.document.article.text.utf8)
    self.text = text
    let hashes = words.document.tokens.map { Self.hash(text[$0.span.range]) }
    self.hashes = hashes
    paths = hashes.map { clusters.path($0) }
    var uncapitalised: Set<UInt64> = []
    for token in hashes.indices where words.shapes[token] == .lower {
      uncapitalised.insert(hashes[token])
    }
    self.uncapitalised = uncapitalised
    surnames = Self.surnames(words, runs: runs, hashes: hashes)
  }

  /// The words behind a given name or a title, of which the same word alone may be short.
  private static func surnames(_ words: DocumentWords, runs: [NameRun], hashes: [UInt64])
    -> Set<UInt64>
  {
    var surnames: Set<UInt64> = []
    for run in runs where !words.capitalisedSentences[run.sentence] {
      for token in run.tokens.dropFirst() where words.shapes[token] == .capitalised {
        let before = words.classes[token - 1]
        if before.contains(.givenName) && !before.contains(.commonWord)
          || before.contains(.honorific)
        {
          surnames.insert(hashes[token])
        }
      }
    }
    return surnames
  }

  /// Whether the word stands elsewhere in small letters.
  func isSeenSmall(_ token: Int) -> Bool { uncapitalised.contains(hashes[token]) }

  /// Whether the word stands behind a given name or a title somewhere in the article.
  func isSeenAsSurname(_ token: Int) -> Bool { surnames.contains(hashes[token]) }

  /// The path's first `bits` bits, with their number.
  func cluster(_ token: Int, bits: Int) -> UInt64 {
    let path = paths[token]
    guard path > 0 else { return 0 }
    let length = 15 - path.leadingZeroBitCount
    return UInt64(length > bits ? path >> UInt16(length - bits) : path)
  }

  /// The first or last bytes of the word as it is written.
  func affix(_ token: Int, first: Bool, count: Int) -> UInt64 {
    let range = words.document.tokens[token].span.range
    let bytes = first ? text[range].prefix(count) : text[range].suffix(count)
    return bytes.reduce(UInt64(range.count < count ? 1 : 0)) { $0 << 8 | UInt64($1) }
  }

  /// Kinds of characters in order, repetitions once: "McDonald" is upper, lower, upper, lower.
  func shape(_ token: Int) -> UInt64 {
    var shape: UInt64 = 1
    var last: UInt64 = 0
    var characters = CharacterKinds(text[words.document.tokens[token].span.range])
    for _ in 0..<12 {
      guard let character = characters.next() else { break }
      let kind: UInt64 =
        switch character {
        case .lower: 1
        case .upper: 2
        case .digit: 3
        case .mark(0x2E): 4
        case .mark(0x26), .mark(0x27), .mark(0x2D): 5
        case .mark: 7
        }
      if kind != last { shape = shape << 3 | kind }
      last = kind
    }
    return shape << 2 | UInt64(min(3, words.document.tokens[token].span.count / 3))
  }

  /// ASCII and Latin-1 letters in lower case, hashed.
  static func hash(_ word: some Sequence<UInt8>) -> UInt64 {
    var hash = StableHash()
    var previous: UInt8 = 0
    for byte in word {
      let isUpper =
        (0x41...0x5A).contains(byte) || (previous == 0xC3 && (0x80...0x9E).contains(byte))
      hash.add(isUpper ? byte + 32 : byte)
      previous = byte
    }
    return hash.value
  }
}
