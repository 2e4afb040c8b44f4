extension Document {
  /// Runs of mentions that a sentence enumerates: "A, B and C". Two names with a comma between them are none:
  /// "Lyon, France".
  ///
  /// - Parameter mentions: in text order.
  /// - Returns: ranges of indices of `mentions`, in order.
  package func enumerations(of mentions: [Mention]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < mentions.count {
      var end = start + 1
      var isPair = false
      while end < mentions.count, let link = link(from: mentions[end - 1], to: mentions[end]) {
        isPair = link == .conjunction
        end += 1
      }
      if end - start > (isPair ? 1 : 2) { found.append(start..<end) }
      start = end
    }
    return found
  }

  private enum EnumerationLink { case comma, conjunction }

  private func link(from left: Mention, to right: Mention) -> EnumerationLink? {
    let gap = left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)
    guard left.sentence == right.sentence, !left.isAdjective, !right.isAdjective,
      (1...3).contains(gap.count)
    else { return nil }
    var link: EnumerationLink?
    var isClosed = false
    for token in gap {
      switch form(of: token) {
      case "the", "The": continue
      case "," where link == nil: link = .comma
      case "and" where !isClosed, "or" where !isClosed:
        link = link ?? .conjunction
        isClosed = true
      default: return nil
      }
    }
    return link
  }
}
