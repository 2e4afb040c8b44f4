import GraphModel

/// Where the node or article with an id stands: a table of places by hash, four bytes a slot, that
/// leaves the ids where they are.
struct IDPlaces {
  private let ids: (Int) -> String
  /// A place and one more, or zero; the number of slots is a power of two.
  private let slots: [UInt32]

  /// - Parameter ids: the id at a place, below `count`; of equal ids the first counts.
  init(count: Int, ids: @escaping (Int) -> String) {
    self.ids = ids
    var slots = [UInt32](repeating: 0, count: Self.size(for: count))
    for place in 0..<count {
      let id = ids(place)
      var slot = Self.hash(id) & (slots.count - 1)
      while slots[slot] != 0, ids(Int(slots[slot]) - 1) != id {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] == 0 { slots[slot] = UInt32(place + 1) }
    }
    self.slots = slots
  }

  subscript(id: String) -> Int? {
    var slot = Self.hash(id) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if ids(place) == id { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// At most half full.
  private static func size(for count: Int) -> Int {
    var size = 16
    while size < 2 * count { size *= 2 }
    return size
  }

  /// Multiplies and folds eight bytes at a time; what an id is made of is no secret to defend.
  private static func hash(_ id: String) -> Int {
    id.withUTF8Bytes { bytes in
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
}

extension IDPlaces {
  init(_ nodes: [Node]) { self.init(count: nodes.count) { nodes[$0].id } }

  init(_ articles: [ArticleRecord]) { self.init(count: articles.count) { articles[$0].id } }
}
