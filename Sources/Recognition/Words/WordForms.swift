import DocumentModel
import Gazetteers

/// The words that a worker has met, numbered, each with what is known of it alone and what the name model
/// makes of that: found out once a word in place of once a place.
///
/// Nothing of it depends on an article, so what is in it shows in no result.
struct WordForms {
  /// A word as it is written and the vocabulary's id of it.
  private struct Key: Equatable {
    /// How many bytes it holds.
    static let longest = 8

    /// The first bytes.
    var head: UInt64 = 0
    /// A hash of those behind them, 0 for none.
    var tail: UInt32 = 0
    var count: Int32
    var id: Int32

    init(_ word: Span<UInt8>, _ id: Int32) {
      for index in 0..<min(Self.longest, word.count) { head = head << 8 | UInt64(word[index]) }
      if word.count > Self.longest {
        var hash = StableHash()
        for index in Self.longest..<word.count { hash.add(word[index]) }
        tail = UInt32(truncatingIfNeeded: hash.value)
      }
      count = Int32(word.count)
      self.id = id
    }

    var hash: UInt64 {
      StableHash.mixed(head ^ UInt64(tail) &<< 32 ^ UInt64(UInt32(bitPattern: count)))
    }
  }

  private(set) var forms: [WordForm] = []
  private var keys: [Key] = []
  /// What stands behind the heads of the keys, and where that of each form begins.
  private var tails: [UInt8] = []
  private var tailStarts: [Int32] = []
  /// Numbers of forms by hash, -1 where none is: an open hash table.
  private var places = [Int32](repeating: -1, count: 1 << 12)
  private var smallForms: [UInt64: Int32] = [:]
  private var sums: [LabelSums] = []
  /// Which parts of a form's sums are known, as bits.
  private var known: [UInt8] = []

  /// So many words are kept; an article with more has them all, and the next begins anew.
  private static let most = 1 << 16
  /// As many bytes of long words.
  private static let mostBytes = 1 << 22

  /// How many lower-case forms there are.
  var smallCount: Int { smallForms.count }

  /// The number of each token's form.
  mutating func numbers(
    of document: Document, ids: [Int32], vocabulary: Vocabulary, clusters: WordClusters?
  ) -> [Int32] {
    if forms.count > Self.most || tails.count > Self.mostBytes { self = WordForms() }
    var text = document.article.text
    return text.withUTF8 { text in
      zip(document.tokens, ids).map { token, id in
        let word = text.span.extracting(token.span.range)
        let key = Key(word, id)
        return number(of: word, key)
          ?? add(word, key, classes: vocabulary.classes(of: id), clusters: clusters)
      }
    }
  }

  private func number(of word: Span<UInt8>, _ key: Key) -> Int32? {
    var place = Int(truncatingIfNeeded: key.hash) & (places.count - 1)
    while places[place] >= 0 {
      let number = places[place]
      if keys[Int(number)] == key, hasTail(Int(number), of: word) { return number }
      place = (place + 1) & (places.count - 1)
    }
    return nil
  }

  private func hasTail(_ number: Int, of word: Span<UInt8>) -> Bool {
    guard word.count > Key.longest else { return true }
    let start = Int(tailStarts[number]) - Key.longest
    for index in Key.longest..<word.count where tails[start + index] != word[index] {
      return false
    }
    return true
  }

  private mutating func add(
    _ word: Span<UInt8>, _ key: Key, classes: WordClasses, clusters: WordClusters?
  ) -> Int32 {
    let number = Int32(forms.count)
    keys.append(key)
    tailStarts.append(Int32(tails.count))
    for index in word.indices.dropFirst(Key.longest) { tails.append(word[index]) }
    let lower = Self.lowerHash(word)
    let small = smallForms[lower] ?? Int32(smallForms.count)
    smallForms[lower] = small
    forms.append(
      WordForm(
        word, hash: lower, small: small, classes: classes, path: clusters?.path(lower) ?? 0))
    known.append(0)
    for _ in WordPlace.allCases { sums.append(.zero) }
    if forms.count * 2 > places.count { grow() } else { put(number) }
    return number
  }

  private mutating func put(_ number: Int32) {
    var place = Int(truncatingIfNeeded: keys[Int(number)].hash) & (places.count - 1)
    while places[place] >= 0 { place = (place + 1) & (places.count - 1) }
    places[place] = number
  }

  private mutating func grow() {
    places = [Int32](repeating: -1, count: places.count * 2)
    for number in forms.indices { put(Int32(number)) }
  }

  /// ASCII and Latin-1 letters in lower case, hashed.
  private static func lowerHash(_ word: Span<UInt8>) -> UInt64 {
    var hash = StableHash()
    var previous: UInt8 = 0
    for index in word.indices {
      let byte = word[index]
      let isUpper =
        (0x41...0x5A).contains(byte) || (previous == 0xC3 && (0x80...0x9E).contains(byte))
      hash.add(isUpper ? byte + 32 : byte)
      previous = byte
    }
    return hash.value
  }

  /// What the name model makes of a form by itself at a place.
  mutating func sum(of form: Int32, at place: WordPlace, _ weights: inout WeightSum) -> LabelSums {
    let (form, index) = (Int(form), Int(form) * WordPlace.count + place.rawValue)
    guard known[form] & place.bit == 0 else { return sums[index] }
    forms[form].addEvidence(at: place, to: &weights)
    known[form] |= place.bit
    sums[index] = weights.take()
    return sums[index]
  }
}
