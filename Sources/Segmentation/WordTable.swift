/// Looks up what is known about a word: open addressing over packed words, built once.
///
/// A table of one byte a place stands before the entries. It stays in the fastest cache and sends
/// nearly all words away that no list holds.
struct WordTable: Sendable {
  static let shared = WordTable(WordLists.all)

  private struct Entry {
    var key: WordKey = ""
    var traits: WordTraits = []
  }

  private static let bits: UInt64 = 12
  private var entries: [Entry]
  /// Some bits of the key in each place, zero where none is.
  private var tags: [UInt8]

  private init(_ lists: [(WordTraits, String)]) {
    entries = Array(repeating: Entry(), count: 1 << Int(Self.bits))
    tags = Array(repeating: 0, count: 1 << Int(Self.bits))
    for (trait, words) in lists {
      for word in WordLists.words(words) { insert(WordKey(word), trait) }
    }
  }

  private mutating func insert(_ key: WordKey, _ trait: WordTraits) {
    let hash = key.hash
    var slot = Self.slot(hash)
    while tags[slot] != 0, entries[slot].key != key { slot = Self.next(slot) }
    entries[slot].key = key
    entries[slot].traits.formUnion(trait)
    tags[slot] = Self.tag(hash)
  }

  @inline(__always)
  private static func slot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash &>> (64 &- bits))
  }

  @inline(__always)
  private static func next(_ slot: Int) -> Int { (slot &+ 1) & (1 &<< Int(bits) &- 1) }

  @inline(__always)
  private static func tag(_ hash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: hash &>> 40) | 1
  }

  @inline(__always)
  subscript(key: WordKey) -> WordTraits {
    let hash = key.hash
    let tag = Self.tag(hash)
    var slot = Self.slot(hash)
    while tags[slot] != 0 {
      if tags[slot] == tag, entries[slot].key == key { return entries[slot].traits }
      slot = Self.next(slot)
    }
    return []
  }

  subscript(text: Span<UInt8>, range: Range<Int>) -> WordTraits {
    self[WordKey(text, range)]
  }
}
