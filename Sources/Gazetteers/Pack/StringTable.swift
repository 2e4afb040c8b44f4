import DocumentModel

/// Strings one after another, each kept once, numbered from 0 in the order they came.
///
/// Open addressing over the bytes themselves; a dictionary of strings spends more time on hashing them
/// than all else that compiling does.
struct StringTable {
  /// The UTF-8 bytes of all strings.
  private(set) var text: [UInt8] = []
  /// Where each begins in `text`, and the end of the last.
  private(set) var starts: [UInt32] = [0]
  /// A string's number plus 1, 0 for a free slot. A power of two of them, at least half of them free.
  private var slots = [UInt32](repeating: 0, count: 1 << 12)
  /// The hashes of all strings, to place them anew when the table grows.
  private var hashes: [UInt64] = []

  /// The number of a string, a new one if need be.
  mutating func index(of string: String) -> UInt32 {
    var string = string
    return string.withUTF8 { index(of: $0) }
  }

  private mutating func index(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state = StableHash()
    state.add(bytes)
    let hash = state.value
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if hashes[Int(number)] == hash, holds(bytes, at: Int(number)) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = UInt32(hashes.count)
    slots[slot] = number + 1
    hashes.append(hash)
    text.append(contentsOf: bytes)
    starts.append(UInt32(text.count))
    if hashes.count * 2 > slots.count { grow() }
    return number
  }

  private func holds(_ bytes: UnsafeBufferPointer<UInt8>, at number: Int) -> Bool {
    text[Int(starts[number])..<Int(starts[number + 1])].elementsEqual(bytes)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (number, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(number) + 1
    }
  }
}
