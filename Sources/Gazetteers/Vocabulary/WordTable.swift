/// A map from word keys to ids, dense from 1: open addressing with linear probing.
///
/// Slots hold ids only, so that a word which is not there is mostly told from four bytes.
struct WordTable: Sendable {
  /// -1 is free.
  private var slots: [Int32]
  /// The key of each id, from 1; 0 is no key, and no word's id.
  private var keys: [UInt64] = [0]
  private var shift: UInt64

  /// With room for `capacity` words before it grows.
  init(capacity: Int) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: -1, count: 1 << bits)
    shift = 64 - UInt64(bits)
  }

  /// One more than the highest id.
  var count: Int { keys.count }

  /// The id of a key, -1 when there is none.
  @inline(__always)
  func id(of key: UInt64) -> Int32 {
    let slots = slots.span
    let keys = keys.span
    var index = slot(key)
    while true {
      let id = slots[index]
      // One branch for both ends of the search: which of them it is cannot be predicted.
      let isFree = id &>> 31
      let difference = keys[Int(id & ~isFree)] ^ key
      if difference & ~UInt64(truncatingIfNeeded: isFree) == 0 { return id }
      index = (index &+ 1) & (slots.count &- 1)
    }
  }

  /// The id of a key, a new one if need be.
  mutating func insert(_ key: UInt64) -> Int32 {
    if keys.count * 2 >= slots.count { grow() }
    let index = position(of: key)
    if slots[index] < 0 {
      slots[index] = Int32(keys.count)
      keys.append(key)
    }
    return slots[index]
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }

  private func position(of key: UInt64) -> Int {
    var index = slot(key)
    while slots[index] >= 0, keys[Int(slots[index])] != key {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    shift -= 1
    for (id, key) in keys.enumerated() { slots[position(of: key)] = Int32(id) }
  }
}
