import DocumentModel

/// The full names of an article by their words, so that a short form finds its own in constant time.
struct FullNames {
  private struct Entry {
    var identity: EntityNumber
    /// Among `words`.
    var words: Range<Int>
    /// The roles it stands with, in lower case.
    var roles: [String] = []
    /// Whether it is a man's, as far as the text tells.
    var isMasculine: Bool?
    /// Indices of its mentions, in order.
    var positions: [Int] = []
  }

  private var entries: [Entry] = []
  /// The words of all entries, those of one behind those of the other.
  private var words: [WordKey] = []
  /// Entries by each of their words.
  private var byWord: KeyLists
  /// The last entry of a name, by the name's number; -1 for none.
  private var byName: [Int32]

  /// More names than this share a word only in lists; none of them is what a short form means.
  private static let mostForAWord = 64

  /// - Parameter names: how many names the article has.
  init(names: Int) {
    byWord = KeyLists(capacity: names)
    byName = Array(repeating: -1, count: names)
  }

  var isEmpty: Bool { entries.isEmpty }

  /// - Parameter name: the number of the name that it is mentioned by.
  mutating func add(
    _ identity: EntityNumber, words: @autoclosure () -> ArraySlice<WordKey>, name: Int,
    role: String?, isMasculine: @autoclosure () -> Bool?, at position: Int
  ) {
    let index = entry(for: identity, words: words, name: name)
    entries[index].positions.append(position)
    entries[index].isMasculine = entries[index].isMasculine ?? isMasculine()
    if let role = role?.inSmallLetters, !entries[index].roles.contains(role) {
      entries[index].roles.append(role)
    }
  }

  private mutating func entry(
    for identity: EntityNumber, words: () -> ArraySlice<WordKey>, name number: Int
  ) -> Int {
    if byName[number] >= 0, entries[Int(byName[number])].identity == identity {
      return Int(byName[number])
    }
    let name = words()
    let same = name.last.flatMap { word in
      byWord[word].first {
        entries[$0].identity == identity && self.words[entries[$0].words] == name
      }
    }
    let index = same ?? entries.count
    byName[number] = Int32(index)
    guard same == nil else { return index }
    let start = self.words.count
    entries.append(Entry(identity: identity, words: start..<start + name.count))
    self.words += name
    for place in name.indices where !name[..<place].contains(name[place]) {
      byWord.add(index, to: name[place])
    }
    return index
  }

  private func count(_ entry: Int) -> Int { entries[entry].words.count }

  /// The full name that `short` is short for, and which mention of it: one that ends with it, else begins
  /// with it, else holds it; of several the one whose title and role fit, then the last one named before
  /// `position`, else the first after it.
  func antecedent(
    of short: ArraySlice<WordKey>, role: String?, isMasculine: Bool?, at position: Int
  ) -> (identity: EntityNumber, position: Int)? {
    guard let first = short.first, let last = short.last,
      (1...Self.mostForAWord).contains(byWord.count(last))
    else { return nil }
    let longer = byWord[last].filter {
      count($0) > short.count
        && (isMasculine == nil || entries[$0].isMasculine.map { $0 == isMasculine } ?? true)
    }
    var fitting = longer.filter { words[entries[$0].words.suffix(short.count)] == short }
    if fitting.isEmpty, short.count == 1 {
      fitting = longer.filter { words[entries[$0].words.lowerBound] == first }
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
    named word: WordKey, isMasculine: Bool, before position: Int
  ) -> EntityNumber? {
    let sharing = byWord[word].filter { count($0) > 1 }
    let fitting = sharing.filter { entries[$0].isMasculine == isMasculine }
    guard sharing.count > 1, fitting.count == 1, entries[fitting[0]].positions[0] < position
    else { return nil }
    return entries[fitting[0]].identity
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
    var (low, high) = (0, entries[entry].positions.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[entry].positions[middle] < position { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? entries[entry].positions[low - 1] : nil
  }
}
