/// A map from word keys to ids, dense from 1: open addressing with linear probing.
///
/// A look-up mostly waits for memory, so a slot is one word of it: 40 bits of the key's hash and
/// the id. Two keys that agree in those bits and lie near each other would be taken for one: that
/// befalls one unknown word of text in about a million million.
struct WordTable: Sendable {
  /// The hash in the high bits, the id in the low ones; 0 is free.
  private var slots: [UInt64]
  private var mask: Int
  /// The key of each id, to place them anew when the table grows; 0 is no key.
  private var keys: [UInt64] = [0]

  private static let idBits: UInt64 = 24
  private static let idMask: UInt64 = 1 << idBits - 1

  /// With room for `capacity` words before it grows.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    mask = size - 1
  }

  /// The id of a key, -1 when there is none.
  @inline(__always)
  func id(of key: UInt64) -> Int32 {
    // The mask keeps the index below the number of slots; see `TextWordReader` for what is gained.
    let slots = slots.span
    let hash = Self.hash(key)
    var index = Int(truncatingIfNeeded: hash) & mask
    while true {
      let slot = slots[unchecked: index]
      let difference = (slot ^ hash) &>> Self.idBits
      // The sign tells a free slot. One branch for both ends of the search, since which of them it
      // is cannot be predicted.
      let isTaken = UInt64(bitPattern: Int64(bitPattern: slot) &>> 63)
      if difference & isTaken == 0 {
        return difference == 0 ? Int32(truncatingIfNeeded: slot & Self.idMask) : -1
      }
      index = (index &+ 1) & mask
    }
  }

  /// One more than the highest id.
  var count: Int { keys.count }

  /// The id of a key, a new one if need be.
  mutating func insert(_ key: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    let known = id(of: key)
    if known >= 0 { return known }
    precondition(keys.count < Int(Self.idMask), "ids fit their bits")
    place(key, id: keys.count)
    keys.append(key)
    return Int32(keys.count - 1)
  }

  private mutating func place(_ key: UInt64, id: Int) {
    let hash = Self.hash(key)
    var index = Int(truncatingIfNeeded: hash) & mask
    while slots[index] != 0 { index = (index + 1) & mask }
    slots[index] = hash & ~Self.idMask | UInt64(id)
  }

  /// Every bit depends on all of the key, but for the highest, which marks a slot as taken.
  @inline(__always)
  private static func hash(_ key: UInt64) -> UInt64 {
    var hash = (key ^ (key &>> 32)) &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ (hash &>> 29)) &* 0xD6E8_FEB8_6659_FD93
    return hash ^ (hash &>> 32) | 1 &<< 63
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    mask = slots.count - 1
    for (id, key) in keys.enumerated().dropFirst() { place(key, id: id) }
  }
}
