/// A map from word keys to ids, dense from 1: open addressing.
///
/// A look-up mostly waits for memory, and most words of a text are in no table. So a filter stands
/// before the slots, eight bits for each, one of them set for each word: it sends away nearly all
/// words that the table does not have, and stays in a fast cache. A slot is one number: 40 bits of
/// the hash and the id. Two keys that agree in those bits and their place would be taken for one: that
/// befalls one unknown word of text in about a million million.
struct WordTable: Sendable {
  /// Bit n for the words whose place is n.
  private let filter: PackColumn<UInt64>
  /// The hash in the high bits, the id in the low ones; 0 is free. A power of two of them.
  private let slots: PackColumn<UInt64>

  init(from pack: inout PackReader) throws(PackFault) {
    filter = try pack.column()
    slots = try pack.column()
    guard filter.count > 0, filter.count & (filter.count - 1) == 0,
      slots.count == filter.count * 8
    else { throw .damaged }
  }

  /// 1 if the table may have a word, 0 if it has not.
  @inline(__always)
  func mayHold(_ hash: WordHash) -> UInt64 {
    // The mask keeps the index below the number of elements.
    filter[unchecked: hash.place &>> 6 & (filter.count &- 1)] &>> UInt64(hash.place & 63) & 1
  }

  /// The id of a key, -1 when there is none.
  func id(of key: UInt64) -> Int32 {
    let hash = WordHash(key)
    return mayHold(hash) == 1 ? id(of: hash) : -1
  }

  /// Gives words their ids that the filter lets through.
  ///
  /// Nearly always the first slot or the next one is the word's own, or is free. The two are read
  /// without a branch, so that many look-ups wait for memory at the same time; the rest follow one
  /// by one.
  func look(up words: borrowing TokenPicks, _ hashes: Span<WordHash>, into ids: inout [Int32]) {
    var rest = TokenPicks(tokens: words.count)
    for number in 0..<words.count {
      let word = words[number]
      let hash = hashes[word]
      let index = hash.place &>> 3 & (slots.count &- 1)
      let first = slots[unchecked: index]
      let second = slots[unchecked: (index &+ 1) & (slots.count &- 1)]
      let (inFirst, inSecond) = (hash.excess(over: first), hash.excess(over: second))
      let excess = inFirst <= WordHash.idMask ? inFirst : inSecond
      ids[word] = excess <= WordHash.idMask ? Int32(truncatingIfNeeded: excess) : -1
      rest.add(word, if: excess > WordHash.idMask && first != 0 && second != 0)
    }
    for number in 0..<rest.count { ids[rest[number]] = id(of: hashes[rest[number]]) }
  }

  /// The id of a word that the filter lets through.
  private func id(of hash: WordHash) -> Int32 {
    var index = hash.place &>> 3 & (slots.count &- 1)
    while true {
      let slot = slots[unchecked: index]
      if let id = hash.id(in: slot) { return id }
      if slot == 0 { return -1 }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }
}

/// Collects keys and gives them ids.
struct WordTableBuilder {
  private var slots: [UInt64]
  /// The key of each id, to place them anew when the table grows; 0 is no key.
  private var keys: [UInt64] = [0]

  /// With room for `capacity` words before it grows.
  init(capacity: Int) {
    var count = 16
    while count < capacity * 2 { count *= 2 }
    slots = Array(repeating: 0, count: count)
  }

  func write(to pack: inout PackWriter) {
    var filter = [UInt64](repeating: 0, count: slots.count / 8)
    for key in keys.dropFirst() {
      let place = WordHash(key).place
      filter[place >> 6 & (filter.count - 1)] |= 1 << UInt64(place & 63)
    }
    pack.add(column: filter)
    pack.add(column: slots)
  }

  /// The id of a key, a new one if need be.
  mutating func insert(_ key: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    let hash = WordHash(key)
    let index = index(of: hash)
    if let known = hash.id(in: slots[index]) { return known }
    precondition(keys.count < Int(WordHash.idMask), "ids fit their bits")
    slots[index] = hash.slot(holding: keys.count)
    keys.append(key)
    return Int32(keys.count - 1)
  }

  /// The slot of a key, or the free one where it belongs.
  private func index(of hash: WordHash) -> Int {
    var index = hash.place >> 3 & (slots.count - 1)
    while slots[index] != 0, hash.id(in: slots[index]) == nil {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (id, key) in keys.enumerated().dropFirst() {
      let hash = WordHash(key)
      slots[index(of: hash)] = hash.slot(holding: id)
    }
  }
}

/// Where in a table a key stands, and how its slot looks.
struct WordHash {
  private let bits: UInt64

  static let idMask: UInt64 = 1 << 24 - 1

  /// Every bit depends on all of the key.
  @inline(__always)
  init(_ key: UInt64) {
    var hash = (key ^ (key &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash &>> 29)) &* 0xD6E8_FEB8_6659_FD93
    bits = hash ^ (hash &>> 32)
  }

  /// To be cut to the size of the filter; an eighth of it to the number of slots.
  @inline(__always)
  var place: Int { Int(truncatingIfNeeded: bits & UInt64(UInt32.max)) }

  func slot(holding id: Int) -> UInt64 { bits & ~Self.idMask | UInt64(id) }

  /// The id when the slot is the key's own; more than any id when it is not.
  @inline(__always)
  func excess(over slot: UInt64) -> UInt64 { slot ^ (bits & ~Self.idMask) }

  @inline(__always)
  func id(in slot: UInt64) -> Int32? {
    let excess = excess(over: slot)
    return excess <= Self.idMask && slot != 0 ? Int32(truncatingIfNeeded: excess) : nil
  }
}
