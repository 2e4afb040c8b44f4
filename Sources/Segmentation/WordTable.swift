/// Looks up what is known about a word: open addressing over packed words, built once.
struct WordTable: Sendable {
  static let shared = WordTable(WordLists.all)

  private struct Entry {
    var key: WordKey = ""
    var traits: WordTraits = []
  }

  private static let bits: UInt64 = 12
  private var entries: [Entry]

  private init(_ lists: [(WordTraits, String)]) {
    entries = Array(repeating: Entry(), count: 1 << Int(Self.bits))
    for (trait, words) in lists {
      for word in words.split(whereSeparator: \.isWhitespace) {
        insert(WordKey(word), trait)
      }
    }
  }

  private mutating func insert(_ key: WordKey, _ trait: WordTraits) {
    let slot = slot(of: key)
    entries[slot].key = key
    entries[slot].traits.formUnion(trait)
  }

  /// Where the word stands, or would stand.
  @inline(__always)
  private func slot(of key: WordKey) -> Int {
    var slot = key.slot(bits: Self.bits)
    while entries[slot].key != key, !entries[slot].key.isEmpty {
      slot = (slot &+ 1) & (entries.count &- 1)
    }
    return slot
  }

  subscript(key: WordKey) -> WordTraits { entries[slot(of: key)].traits }

  subscript(text: Span<UInt8>, range: Range<Int>) -> WordTraits {
    self[WordKey(text, range)]
  }
}
