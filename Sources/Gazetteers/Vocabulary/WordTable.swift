/// A map from word keys to ids, dense from 1: open addressing in buckets of eight.
///
/// A look-up mostly waits for memory. So the tags of a bucket, a byte of each word's hash, are one
/// number that is compared as a whole: it sends away nearly all words that the table does not have,
/// and stays in a fast cache. A slot is one number too: 40 bits of the hash and the id. Two keys that
/// agree in those bits, their bucket and their tag would be taken for one: that befalls one unknown
/// word of text in about a million million.
struct WordTable: Sendable {
  /// Eight a bucket, the first lowest; 0 is free. A power of two of them.
  private let tags: PackColumn<UInt64>
  /// Eight a bucket: the hash in the high bits, the id in the low ones.
  private let slots: PackColumn<UInt64>
  private let mask: Int

  init(from pack: inout PackReader) throws(PackFault) {
    tags = try pack.column()
    slots = try pack.column()
    guard tags.count > 0, tags.count & (tags.count - 1) == 0, slots.count == tags.count * 8 else {
      throw .damaged
    }
    mask = tags.count - 1
  }

  /// The id of a key, -1 when there is none.
  func id(of key: UInt64) -> Int32 {
    let hash = WordHash(key)
    var bucket = hash.bucket & mask
    while true {
      // The mask keeps the index below the number of buckets.
      let tags = tags[unchecked: bucket]
      var matches = hash.matches(in: tags)
      while matches != 0 {
        let slot = slots[unchecked: bucket &* 8 &+ WordHash.place(of: matches)]
        if let id = hash.id(in: slot) { return id }
        matches &= matches &- 1
      }
      if WordHash.free(in: tags) != 0 { return -1 }
      bucket = (bucket &+ 1) & mask
    }
  }

  /// Looks many keys up.
  ///
  /// Nearly always the tags of the first bucket tell that a word is not there or which slot is its
  /// own. First the tags are read, then the slots, both without a branch, so that many look-ups wait
  /// for memory at the same time; the rest follow one by one.
  func look(up keys: Span<UInt64>, into ids: inout [Int32]) {
    precondition(keys.count <= ids.count, "an id for each key")
    var ids = ids.mutableSpan
    var rest = TokenPicks(tokens: keys.count)
    for index in keys.indices {
      let hash = WordHash(keys[unchecked: index])
      let bucket = hash.bucket & mask
      let tags = tags[unchecked: bucket]
      let match = hash.matches(in: tags)
      // Without a match one and the same slot is read, which is at hand.
      let slot = (bucket &* 8 &+ WordHash.place(of: match | 1 &<< 63)) & (0 &- Int(match.isNonzero))
      ids[unchecked: index] = Int32(truncatingIfNeeded: slot)
      rest.add(index, count: ~(match.isNonzero | WordHash.free(in: tags).isNonzero) & 1)
    }
    for index in keys.indices {
      let hash = WordHash(keys[unchecked: index])
      let slot = Int(ids[unchecked: index])
      let excess = hash.excess(over: slots[unchecked: slot])
      ids[unchecked: index] = excess <= WordHash.idMask ? Int32(truncatingIfNeeded: excess) : -1
      rest.add(index, count: UInt64(slot).isNonzero & (excess &>> WordHash.idBits).isNonzero)
    }
    for number in 0..<rest.count { ids[rest[number]] = id(of: keys[rest[number]]) }
  }
}

/// Collects keys and gives them ids.
struct WordTableBuilder {
  private var tags: [UInt64]
  private var slots: [UInt64]
  /// The key of each id, to place them anew when the table grows; 0 is no key.
  private var keys: [UInt64] = [0]

  /// With room for `capacity` words before it grows.
  init(capacity: Int) {
    var buckets = 2
    while buckets * 4 < capacity { buckets *= 2 }
    tags = Self.emptyTags(buckets)
    slots = Array(repeating: 0, count: buckets * 8)
  }

  /// All free but for slot 0, which stands for no match: no word has the tag 2.
  private static func emptyTags(_ buckets: Int) -> [UInt64] {
    [2] + Array(repeating: 0, count: buckets - 1)
  }

  func write(to pack: inout PackWriter) {
    pack.add(column: tags)
    pack.add(column: slots)
  }

  /// The id of a key, a new one if need be.
  mutating func insert(_ key: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    let hash = WordHash(key)
    var bucket = hash.bucket & (tags.count - 1)
    while true {
      var matches = hash.matches(in: tags[bucket])
      while matches != 0 {
        if let known = hash.id(in: slots[bucket * 8 + WordHash.place(of: matches)]) { return known }
        matches &= matches - 1
      }
      if WordHash.free(in: tags[bucket]) != 0 { break }
      bucket = (bucket + 1) & (tags.count - 1)
    }
    precondition(keys.count < Int(WordHash.idMask), "ids fit their bits")
    place(hash, id: keys.count, in: bucket)
    keys.append(key)
    return Int32(keys.count - 1)
  }

  /// - Parameter bucket: one with a free place.
  private mutating func place(_ hash: WordHash, id: Int, in bucket: Int) {
    let place = WordHash.place(of: WordHash.free(in: tags[bucket]))
    tags[bucket] |= hash.tag << UInt64(place * 8)
    slots[bucket * 8 + place] = hash.slot(holding: id)
  }

  private mutating func grow() {
    tags = Self.emptyTags(tags.count * 2)
    slots = Array(repeating: 0, count: slots.count * 2)
    for (id, key) in keys.enumerated().dropFirst() {
      let hash = WordHash(key)
      var bucket = hash.bucket & (tags.count - 1)
      while WordHash.free(in: tags[bucket]) == 0 { bucket = (bucket + 1) & (tags.count - 1) }
      place(hash, id: id, in: bucket)
    }
  }
}

/// Where in a table a key stands, and how its slot looks.
private struct WordHash {
  private let bits: UInt64

  static let idBits: UInt64 = 24
  static let idMask: UInt64 = 1 << idBits - 1
  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// Every bit depends on all of the key.
  @inline(__always)
  init(_ key: UInt64) {
    var hash = (key ^ (key &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash &>> 29)) &* 0xD6E8_FEB8_6659_FD93
    bits = hash ^ (hash &>> 32)
  }

  /// To be cut to the number of buckets.
  @inline(__always)
  var bucket: Int { Int(truncatingIfNeeded: bits) }

  /// Odd: 0 is a free place.
  @inline(__always)
  var tag: UInt64 { bits &>> 56 | 1 }

  /// The high bit of each byte that is the tag; above such a byte it may be set in others too.
  @inline(__always)
  func matches(in tags: UInt64) -> UInt64 { Self.free(in: tags ^ (tag &* Self.ones)) }

  /// The high bit of each byte that is 0, and perhaps of others above one.
  @inline(__always)
  static func free(in tags: UInt64) -> UInt64 {
    (tags &- ones) & ~tags & 0x8080_8080_8080_8080
  }

  /// Which byte the lowest bit stands for.
  @inline(__always)
  static func place(of bits: UInt64) -> Int { bits.trailingZeroBitCount &>> 3 }

  func slot(holding id: Int) -> UInt64 { bits & ~Self.idMask | UInt64(id) }

  /// The id when the slot is the key's own; more than any id when it is not.
  @inline(__always)
  func excess(over slot: UInt64) -> UInt64 { slot ^ (bits & ~Self.idMask) }

  @inline(__always)
  func id(in slot: UInt64) -> Int32? {
    let excess = excess(over: slot)
    return excess <= Self.idMask ? Int32(truncatingIfNeeded: excess) : nil
  }
}

extension UInt64 {
  /// 1 or 0, without a branch.
  @inline(__always)
  fileprivate var isNonzero: UInt64 { (self | (0 &- self)) &>> 63 }
}
