/// Some of the tokens of a document, picked in order.
///
/// Which they are cannot be predicted, so that a branch for each token costs more than to store it
/// whether or not it stays. See `TextWordReader` for what that gained.
struct TokenPicks: ~Copyable {
  private let storage: UnsafeMutablePointer<Int32>
  private let capacity: Int
  private(set) var count = 0

  /// With room for a document of so many tokens.
  init(tokens: Int) {
    capacity = tokens
    storage = .allocate(capacity: max(tokens, 1))
  }

  deinit { storage.deallocate() }

  /// Picks a token if asked to. No more than `tokens` times, whatever is asked.
  @inline(__always)
  mutating func add(_ token: Int, if isPicked: Bool) {
    assert(count < capacity)
    (storage + count).initialize(to: Int32(truncatingIfNeeded: token))
    count &+= isPicked ? 1 : 0
  }

  /// One of the first `count`.
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "an index of the picks")
    return Int(storage[index])
  }
}
