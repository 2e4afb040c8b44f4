import DocumentModel
import ModelFiles

/// What the network sees of a word: rows of the trained table to add up, and its word vector.
package struct WordFeatures: Sendable, Equatable {
  /// The row of the word itself comes first; `WordFeatureExtractor.unknownRow` if it has none.
  package var rows: [Int32]
  /// The row of the pretrained vector, or -1.
  package var vector: Int32

  package init(rows: [Int32], vector: Int32) {
    self.rows = rows
    self.vector = vector
  }
}

/// Finds the features of a word from its bytes: the word, its first and last letters, its shape.
///
/// Words are looked up in lower case; digits count as one digit except in pretrained vectors.
/// Letters are bytes here: affixes of words in other scripts are cut inside a character, which a
/// hash does not mind.
package struct WordFeatureExtractor: Sendable {
  package let words: HashedVocabulary
  package let vectors: HashedVocabulary
  package let buckets: Int

  package init(words: HashedVocabulary, vectors: HashedVocabulary, buckets: Int) {
    self.words = words
    self.vectors = vectors
    self.buckets = buckets
  }

  package var unknownRow: Int { words.count }

  /// Rows of the trained table: the words, one for all others, the hashed ones.
  package var rowCount: Int { words.count + 1 + buckets }

  /// The key of a word in the vocabulary of trained rows: lower case, digits as zeros.
  package static func wordKey(_ word: [UInt8]) -> UInt64 {
    var hash = StableHash()
    hash.add(withoutDigits(lowercased(word)))
    return hash.value
  }

  /// The key of a word in the vocabulary of pretrained vectors: lower case.
  package static func vectorKey(_ word: [UInt8]) -> UInt64 {
    var hash = StableHash()
    hash.add(lowercased(word))
    return hash.value
  }

  package func features(of word: [UInt8]) -> WordFeatures {
    let lower = Self.lowercased(word)
    let letters = Self.withoutDigits(lower)
    var hash = StableHash()
    hash.add(letters)
    let row = words.row(hash.value)
    var rows = [Int32(row < 0 ? unknownRow : row)]
    rows.reserveCapacity(16)
    for length in 1...4 where length < letters.count {
      rows.append(bucket(letters.suffix(length), seed: UInt64(length)))
    }
    for length in 1...3 where length < letters.count {
      rows.append(bucket(letters.prefix(length), seed: UInt64(8 + length)))
    }
    rows.append(bucket(WordShape(word).bytes, seed: 16))
    return WordFeatures(rows: rows, vector: Int32(vectors.row(Self.vectorKey(word))))
  }

  private func bucket(_ bytes: some Sequence<UInt8>, seed: UInt64) -> Int32 {
    var hash = StableHash(seed: seed)
    hash.add(bytes)
    return Int32(words.count + 1 + Int(hash.value % UInt64(buckets)))
  }

  /// ASCII and Latin-1 letters in lower case; the length stays.
  package static func lowercased(_ word: [UInt8]) -> [UInt8] {
    var result = word
    for index in result.indices {
      let byte = result[index]
      if byte >= 65 && byte <= 90 {
        result[index] = byte + 32
      } else if byte >= 0x80 && byte <= 0x9E && byte != 0x97 && index > 0
        && result[index - 1] == 0xC3
      {
        result[index] = byte + 32
      }
    }
    return result
  }

  static func withoutDigits(_ word: [UInt8]) -> [UInt8] {
    word.map { $0 >= 48 && $0 <= 57 ? 48 : $0 }
  }
}

/// How a word is written: its first letter, which kinds of characters follow, about how long.
struct WordShape {
  let bytes: [UInt8]

  init(_ word: [UInt8]) {
    var kinds: UInt8 = 0
    for byte in word.dropFirst() { kinds |= Self.kind(byte) }
    let length: UInt8 = word.count < 4 ? UInt8(word.count) : word.count < 8 ? 4 : 5
    bytes = [word.first.map(Self.kind) ?? 0, kinds, length]
  }

  private static func kind(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 97...122: 1
    case 65...90: 2
    case 48...57: 4
    case 0x2D: 8
    case 0x2E, 0x27: 16
    case 0x80...: 32
    default: 64
    }
  }
}
