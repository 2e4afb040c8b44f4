/// A map from word keys to ids, dense from 0: open addressing with linear probing.
struct WordTable: Sendable {
  private struct Slot {
    var key: UInt64
    var id: Int32
  }

  private var slots: [Slot]
  private var shift: UInt64
  private(set) var count: Int32 = 0

  /// With room for `capacity` words before it grows.
  init(capacity: Int = 1 << 10) {
    var bits = 4
    while 1 << bits < capacity * 2 { bits += 1 }
    slots = Array(repeating: Slot(key: 0, id: -1), count: 1 << bits)
    shift = 64 - UInt64(bits)
  }

  /// The id of a key, -1 when there is none.
  @inline(__always)
  func id(of key: UInt64) -> Int32 {
    let slots = slots.span
    let mask = slots.count &- 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while true {
      let slot = slots[index]
      if slot.key == key { return slot.id }
      if slot.key == 0 { return -1 }
      index = (index &+ 1) & mask
    }
  }

  /// The id of a key, a new one if need be. 0 is no key.
  mutating func insert(_ key: UInt64) -> Int32 {
    if Int(count) * 2 >= slots.count { grow() }
    let index = position(of: key)
    if slots[index].key == 0 {
      slots[index] = Slot(key: key, id: count)
      count += 1
    }
    return slots[index].id
  }

  private func position(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var index = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots[index].key != 0, slots[index].key != key { index = (index + 1) & mask }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, id: -1), count: old.count * 2)
    shift -= 1
    for slot in old where slot.key != 0 { slots[position(of: slot.key)] = slot }
  }
}
