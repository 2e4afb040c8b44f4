/// Some of the tokens of a document, picked in order.
///
/// Which they are cannot be predicted, so that a branch for each token costs more than to store it
/// whether or not it stays. See `TextWordReader` for what that gains.
struct TokenPicks: ~Copyable {
  private let storage: UnsafeMutablePointer<Int32>
  private let capacity: Int
  private(set) var count = 0

  /// With room for a document of so many tokens.
  init(tokens: Int) {
    capacity = tokens
    // One more, since what is not picked is stored too.
    storage = .allocate(capacity: tokens + 1)
  }

  deinit { storage.deallocate() }

  /// Picks a token if asked to, no more than `tokens` times.
  @inline(__always)
  mutating func add(_ token: Int, if isPicked: Bool) {
    assert(count <= capacity)
    (storage + count).initialize(to: Int32(truncatingIfNeeded: token))
    count &+= isPicked ? 1 : 0
  }

  /// The same for a number that is 1 or 0: compilers make a branch of many a condition.
  @inline(__always)
  mutating func add(_ token: Int, count isPicked: UInt64) {
    assert(count <= capacity && isPicked < 2)
    (storage + count).initialize(to: Int32(truncatingIfNeeded: token))
    count &+= Int(truncatingIfNeeded: isPicked)
  }

  /// One of the first `count`.
  subscript(index: Int) -> Int {
    precondition(index >= 0 && index < count, "an index of the picks")
    return Int(storage[index])
  }
}
