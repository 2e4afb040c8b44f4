/// Looks up what is known about a word: open addressing over packed words, built once.
struct WordTable: Sendable {
  static let shared = WordTable(WordLists.all)

  private static let bits: UInt64 = 13
  private var keys: [WordKey]
  private var traits: [WordTraits]

  private init(_ lists: [(WordTraits, String)]) {
    let size = 1 << Int(Self.bits)
    keys = Array(repeating: "", count: size)
    traits = Array(repeating: [], count: size)
    for (trait, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        insert(WordKey(word), trait)
      }
    }
  }

  private mutating func insert(_ key: WordKey, _ trait: WordTraits) {
    var slot = key.slot(bits: Self.bits)
    while keys[slot] != key, keys[slot] != "" {
      slot = (slot + 1) & (keys.count - 1)
    }
    keys[slot] = key
    traits[slot].formUnion(trait)
  }

  subscript(key: WordKey) -> WordTraits {
    var slot = key.slot(bits: Self.bits)
    while true {
      let found = keys[slot]
      if found == key { return traits[slot] }
      if found.low == 0 { return [] }
      slot = (slot + 1) & (keys.count - 1)
    }
  }

  subscript(text: Span<UInt8>, range: Range<Int>) -> WordTraits {
    self[WordKey(text, range)]
  }
}
