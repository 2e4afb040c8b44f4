import DocumentModel

/// What the lists of languages know about the small words of ASCII letters.
///
/// A word stands in one of two neighbouring places, which are compared without a branch: which words
/// of a text are in a list cannot be predicted.
struct SmallWordTable: Sendable {
  static let shared = SmallWordTable()

  /// Longer words, in bytes, are not looked up, nor are single letters: the small ones decide.
  private static let longest = 5
  private static let bits: UInt64 = 11
  private static let keyBits: UInt64 = 56
  /// The word in the low bits, above it 1 for English and 2 for other languages.
  private var places: [UInt64] = []
  private var multiplier: UInt64 = 0

  /// Tries multipliers until every word has found a place.
  private init() {
    let words = Self.words()
    repeat {
      multiplier = StableHash.mixed(multiplier) | 1
      places = Array(repeating: 0, count: 1 << Int(Self.bits) + 1)
    } while !words.allSatisfy { insert($0.key, $0.value) }
  }

  private static func words() -> [(key: UInt64, value: UInt64)] {
    var result: [UInt64: UInt64] = [:]
    for (traits, words) in WordLists.all {
      let flags: UInt64 = (traits.contains(.english) ? 1 : 0) | (traits.contains(.foreign) ? 2 : 0)
      for word in WordLists.words(words) where flags > 0 && word.count <= longest {
        result[WordKey(word).low, default: 0] |= flags
      }
    }
    return result.sorted { $0.key < $1.key }
  }

  private mutating func insert(_ key: UInt64, _ flags: UInt64) -> Bool {
    let first = place(of: key)
    guard let place = [first, first + 1].first(where: { places[$0] == 0 }) else { return false }
    places[place] = key | flags << Self.keyBits
    return true
  }

  @inline(__always)
  private func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* multiplier) &>> (64 &- Self.bits))
  }

  /// `english`, `foreign`, both or nothing, for a token of `count` bytes that begins with `bytes` in
  /// ASCII.
  @inline(__always)
  subscript(bytes: UInt64, count: Int) -> WordTraits {
    // Zero for words that are too long to be looked up, and no word.
    let isSmall: UInt64 = count > 1 && count <= Self.longest ? 1 : 0
    let used = isSmall &<< UInt64(truncatingIfNeeded: count &* 8) &- isSmall
    let word = WordKey.lowercased(bytes & used)
    let place = place(of: word)
    let (first, second) = (places[place], places[place &+ 1])
    let found = (first ^ word) &<< 8 == 0 ? first : (second ^ word) &<< 8 == 0 ? second : 0
    return WordTraits(rawValue: UInt32(truncatingIfNeeded: found &>> Self.keyBits) &<< 14)
  }
}
