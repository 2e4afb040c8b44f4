/// Where the node or article with an id stands: a table of places by hash, four bytes a slot, that
/// leaves the ids where they are.
struct IDPlaces<Element: Identifiable & Sendable> where Element.ID == String {
  private let elements: [Element]
  /// A place and one more, or zero; the number of slots is a power of two.
  private let slots: [UInt32]

  /// Of equal ids the first counts.
  init(_ elements: [Element]) {
    self.elements = elements
    var slots = [UInt32](repeating: 0, count: Self.size(for: elements.count))
    for place in elements.indices {
      let slot = Self.slot(of: elements[place].id, in: slots, of: elements)
      if slots[slot] == 0 { slots[slot] = UInt32(place + 1) }
    }
    self.slots = slots
  }

  subscript(id: String) -> Int? {
    let place = slots[Self.slot(of: id, in: slots, of: elements)]
    return place == 0 ? nil : Int(place) - 1
  }

  /// The places of several ids, step by step for all of them: the table and the elements of a large
  /// graph lie far apart, and so the waits for memory overlap.
  func places(of ids: [String]) -> [Int?] {
    guard !elements.isEmpty else { return ids.map { _ in nil } }
    let starts = ids.map { $0.withUTF8Bytes(Self.hash) & (slots.count - 1) }
    let guesses = starts.map { max(Int(slots[$0]), 1) - 1 }
    let lengths = guesses.map { elements.span[$0].id.utf8.count }
    return ids.indices.map { index in
      let (id, guess) = (ids[index], guesses[index])
      let isRight =
        lengths[index] == id.utf8.count
        && id.withUTF8Bytes { Self.isEqual(elements.span[guess].id, $0) }
      return isRight ? guess : self[id]
    }
  }

  /// The slot that holds the place of `id`, else the empty one where it belongs.
  private static func slot(of id: String, in slots: [UInt32], of elements: [Element]) -> Int {
    id.withUTF8Bytes { bytes in
      var slot = hash(bytes) & (slots.count - 1)
      while slots[slot] != 0, !isEqual(elements[Int(slots[slot]) - 1].id, bytes) {
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }

  /// Strings that share their storage are equal without a look at it, which may lie far away.
  @inline(__always)
  private static func isEqual(_ id: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    id.withUTF8Bytes {
      $0.count == bytes.count
        && ($0.baseAddress == bytes.baseAddress || ByteScan.isEqual($0, bytes))
    }
  }

  /// At most half full.
  private static func size(for count: Int) -> Int {
    var size = 16
    while size < 2 * count { size *= 2 }
    return size
  }

  /// Multiplies and folds eight bytes at a time; what an id is made of is no secret to defend.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
    var index = 0
    while index < bytes.count {
      var word: UInt64 = 0
      if index + 8 <= bytes.count {
        word = ByteScan.word(bytes, at: index)
      } else {
        for byte in bytes[index...] { word = word << 8 | UInt64(byte) }
      }
      hash = (hash ^ word) &* 0xff51_afd7_ed55_8ccd
      hash ^= hash >> 32
      index += 8
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
