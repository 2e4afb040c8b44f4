extension String {
  /// Whether one letter changed, added or left out makes one of the other.
  package func isWithinOneEdit(of other: String) -> Bool {
    let (left, right) = (Array(self), Array(other))
    guard abs(left.count - right.count) <= 1 else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var end = 0
    while end < min(left.count, right.count) - start,
      left[left.count - 1 - end] == right[right.count - 1 - end]
    {
      end += 1
    }
    return max(left.count, right.count) - start - end <= 1
  }

  /// The same as `lowercased()`, at no cost for words that are in small letters already.
  package var inSmallLetters: String {
    utf8.contains { $0 >= 0x80 || ($0 &- 0x41) < 26 } ? lowercased() : self
  }
}
