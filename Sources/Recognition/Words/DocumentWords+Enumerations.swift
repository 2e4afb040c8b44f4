import DocumentModel

extension DocumentWords {
  /// Runs of names that a sentence enumerates: "A, B and C". Two names with a comma between them are none:
  /// "Lyon, France".
  ///
  /// - Parameter drafts: in text order.
  /// - Returns: ranges of indices of `drafts`, in order.
  func enumerations(of drafts: [MentionDraft]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < drafts.count {
      var end = start + 1
      var isPair = false
      while end < drafts.count, let link = link(from: end - 1, to: end, in: drafts) {
        isPair = link == .conjunction
        end += 1
      }
      if end - start > (isPair ? 1 : 2) { found.append(start..<end) }
      start = end
    }
    return found
  }

  private enum EnumerationLink { case comma, conjunction }

  private func link(from left: Int, to right: Int, in drafts: [MentionDraft]) -> EnumerationLink? {
    let start = drafts[left].mention.tokens.upperBound
    let gap = start..<max(start, drafts[right].mention.tokens.lowerBound)
    guard drafts[left].mention.sentence == drafts[right].mention.sentence,
      !drafts[left].mention.isAdjective, !drafts[right].mention.isAdjective,
      (1...3).contains(gap.count)
    else { return nil }
    var link: EnumerationLink?
    var isClosed = false
    for token in gap {
      switch sign(token) {
      case .the, .capitalThe: continue
      case .comma where link == nil: link = .comma
      case .and where !isClosed, .or where !isClosed:
        link = link ?? .conjunction
        isClosed = true
      default: return nil
      }
    }
    return link
  }
}
