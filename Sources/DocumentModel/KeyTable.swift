/// From hashes of 64 bits to small numbers: an open hash table. To hash a key once more, as a
/// dictionary does, would cost more than all else of a look-up.
package struct KeyTable: Sendable {
  private var slots: [Slot]
  /// How many keys there are.
  package private(set) var count = 0

  private struct Slot {
    var key: UInt64 = 0
    /// -1 where nothing stands.
    var value: Int32 = -1
  }

  /// - Parameter capacity: how many keys are likely.
  package init(capacity: Int = 0) {
    var size = 8
    while size < 2 * capacity { size *= 2 }
    slots = Array(repeating: Slot(), count: size)
  }

  package var isEmpty: Bool { count == 0 }

  package func contains(_ key: UInt64) -> Bool { self[key] != nil }

  /// The number of a key, not negative; nil when it has none. To set nil changes nothing.
  package subscript(key: UInt64) -> Int? {
    get {
      let slot = slots[place(of: key)]
      return slot.value < 0 ? nil : Int(slot.value)
    }
    set {
      if let newValue { fill(place(of: key), key, newValue) }
    }
  }

  /// The number of a key; a key that has none gets the next.
  package mutating func number(of key: UInt64) -> (number: Int, isNew: Bool) {
    let place = place(of: key)
    guard slots[place].value < 0 else { return (Int(slots[place].value), false) }
    fill(place, key, count)
    return (count - 1, true)
  }

  private mutating func fill(_ place: Int, _ key: UInt64, _ number: Int) {
    let isNew = slots[place].value < 0
    slots[place] = Slot(key: key, value: Int32(number))
    guard isNew else { return }
    count += 1
    if count * 2 > slots.count { grow() }
  }

  /// Where a key stands or would stand.
  private func place(of key: UInt64) -> Int {
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: key) & mask
    while slots[place].value >= 0, slots[place].key != key { place = (place &+ 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: 2 * old.count)
    for slot in old where slot.value >= 0 { slots[place(of: slot.key)] = slot }
  }
}
