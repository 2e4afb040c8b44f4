import DocumentModel

/// The full names of an article by their words, so that a short form finds its own in constant time.
struct FullNames {
  private struct Entry {
    var identity: EntityIdentity
    var words: [String]
    /// The roles it stands with, in lower case.
    var roles: Set<String> = []
    /// Whether it is a man's, as far as the text tells.
    var isMasculine: Bool?
    /// Indices of its mentions, in order.
    var positions: [Int] = []
  }

  private var entries: [Entry] = []
  /// Entries by each of their words.
  private var byWord: [String: [Int]] = [:]
  /// The last entry of a name, by the name's number.
  private var byName: [Int: Int] = [:]

  /// More names than this share a word only in lists; none of them is what a short form means.
  private static let mostForAWord = 64

  var isEmpty: Bool { entries.isEmpty }

  /// - Parameter name: the number of the name whose words they are, if they are one's.
  mutating func add(
    _ identity: EntityIdentity, words: [String], name: Int?, role: String?,
    isMasculine: @autoclosure () -> Bool?, at position: Int
  ) {
    let index = entry(for: identity, words: words, name: name)
    entries[index].positions.append(position)
    entries[index].isMasculine = entries[index].isMasculine ?? isMasculine()
    if let role { entries[index].roles.insert(role.inSmallLetters) }
  }

  private mutating func entry(for identity: EntityIdentity, words: [String], name: Int?) -> Int {
    if let name, let known = byName[name], entries[known].identity == identity { return known }
    let sharing = words.last.flatMap { byWord[$0] } ?? []
    let same = sharing.first { entries[$0].words == words && entries[$0].identity == identity }
    let index = same ?? entries.count
    if let name { byName[name] = index }
    guard same == nil else { return index }
    entries.append(Entry(identity: identity, words: words))
    for (place, word) in words.enumerated() where !words[..<place].contains(word) {
      byWord[word, default: []].append(index)
    }
    return index
  }

  /// The full name that `words` are short for, and which mention of it: one that ends with them, else begins
  /// with them, else holds them; of several the one whose title and role fit, then the last one named before
  /// `position`, else the first after it.
  func antecedent(
    of words: [String], role: String?, isMasculine: Bool?, at position: Int
  ) -> (identity: EntityIdentity, position: Int)? {
    guard let last = words.last, let sharing = byWord[last], sharing.count <= Self.mostForAWord
    else { return nil }
    let longer = sharing.filter {
      entries[$0].words.count > words.count
        && (isMasculine == nil || entries[$0].isMasculine.map { $0 == isMasculine } ?? true)
    }
    var fitting = longer.filter { entries[$0].words.suffix(words.count) == words[...] }
    if fitting.isEmpty, words.count == 1 {
      fitting = longer.filter { entries[$0].words.first == words[0] }
      if fitting.isEmpty { fitting = longer }
    }
    if let role = role?.inSmallLetters {
      let titled = fitting.filter { entries[$0].roles.contains(role) }
      if !titled.isEmpty { fitting = titled }
    }
    return nearest(of: fitting, to: position).map { (entries[$0.entry].identity, $0.position) }
  }

  /// The one name with that word before `position` whose bearer is known for a man, or a woman, as the
  /// title asks:
  /// "Ms. Kim" of "Kim Yo-jong, the sister of Kim Jong-un".
  func only(
    named word: String, isMasculine: Bool, before position: Int
  ) -> EntityIdentity? {
    let sharing = (byWord[word] ?? []).map { entries[$0] }.filter { $0.words.count > 1 }
    let fitting = sharing.filter { $0.isMasculine == isMasculine }
    guard sharing.count > 1, fitting.count == 1, fitting[0].positions[0] < position else {
      return nil
    }
    return fitting[0].identity
  }

  private func nearest(
    of candidates: [Int], to position: Int
  ) -> (entry: Int, position: Int)? {
    let before = candidates.compactMap { index in
      lastPosition(of: index, before: position).map { (entry: index, position: $0) }
    }
    if let best = before.max(by: { $0.position < $1.position }) { return best }
    return candidates.map { (entry: $0, position: entries[$0].positions[0]) }
      .min { $0.position < $1.position }
  }

  private func lastPosition(of entry: Int, before position: Int) -> Int? {
    let positions = entries[entry].positions
    var (low, high) = (0, positions.count)
    while low < high {
      let middle = (low + high) / 2
      if positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? positions[low - 1] : nil
  }
}
