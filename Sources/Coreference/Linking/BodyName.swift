import DocumentModel

/// The name of a body in the one form that its spellings share: without article, "Ministry of
/// Defence" as "defense ministry".
struct BodyName {
  /// Without article.
  let words: ArraySlice<WordKey>

  init(_ words: ArraySlice<WordKey>) {
    self.words = words.first == Self.the && words.count > 1 ? words.dropFirst() : words
  }

  /// Equal for names of the same body.
  var key: WordKey { isPlain ? WordKey(words) : WordKey(shared) }

  /// Whether it is in that form as it is written.
  var isPlain: Bool { !isHeaded && !words.contains { Self.british.contains($0) } }

  /// "Ministry of …".
  private var isHeaded: Bool {
    let start = words.startIndex
    return words.count > 2 && Self.heads.contains(words[start]) && words[start + 1] == Self.of
  }

  /// The same in words.
  /// - Parameter spellings: of the words as they are written, by their keys.
  func text(_ spellings: [WordKey: String]) -> String {
    shared.map { Self.american[$0] ?? spellings[$0] ?? "" }.joined(separator: " ")
  }

  private var shared: [WordKey] {
    let words = words.map { word in
      Self.british.firstIndex(of: word).map { Self.americanKeys[$0] } ?? word
    }
    guard isHeaded else { return words }
    return words.dropFirst(2).filter { $0 != Self.the } + [words[0]]
  }

  /// "Nissan Motor Co." as "nissan"; nil for a name that does not end like a company's.
  var withoutCompanyWords: ArraySlice<WordKey>? {
    let end = words.lastIndex { !Self.companyWords.contains($0) }
    guard let end, end + 1 < words.endIndex else { return nil }
    return words[...end]
  }

  private static let the = WordKey("the")
  private static let of = WordKey("of")
  private static let heads = ["ministry", "department"].map { WordKey($0) }
  private static let companyWords = KeyTable(words: [
    "motor", "motors", "co", "co.", "company", "corp", "corp.", "corporation", "inc", "inc.",
    "incorporated", "ltd", "ltd.", "limited", "plc", "llc", "ag", "se", "sa", "s.a.", "nv", "spa",
    "group", "holding", "holdings", "gmbh", "oyj", "asa", "ab", "berhad", "bhd", "pte", "pty",
    "international",
  ])
  private static let spellings = [
    ("defence", "defense"), ("centre", "center"), ("labour", "labor"),
    ("organisation", "organization"), ("programme", "program"),
  ]
  private static let british = spellings.map { WordKey($0.0) }
  private static let americanKeys = spellings.map { WordKey($0.1) }
  private static let american = Dictionary(
    uniqueKeysWithValues: spellings.map { (WordKey($0.1), $0.1) })
}

/// The names of bodies in an article, so that a short form finds the one it stands for.
struct BodyNames {
  private var entries: [Entry] = []
  /// The words of all entries, those of one behind those of the other.
  private var words: [WordKey] = []
  /// Entries by their first and last words.
  private var byFirst: KeyLists
  private var byLast: KeyLists

  private struct Entry {
    var identity: EntityNumber
    var words: Range<Int>
  }

  /// More names than this share a word only in lists.
  private static let mostForAWord = 32

  /// - Parameter capacity: how many names are likely.
  init(capacity: Int) {
    byFirst = KeyLists(capacity: capacity)
    byLast = KeyLists(capacity: capacity)
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ identity: EntityNumber, words name: ArraySlice<WordKey>) {
    let name = BodyName(name).words
    guard name.count > 1, let first = name.first, let last = name.last else { return }
    let entry = Entry(identity: identity, words: words.count..<words.count + name.count)
    let isFirst = mayAdd(name, identity, to: byFirst, at: first)
    let isLast = mayAdd(name, identity, to: byLast, at: last)
    guard isFirst || isLast else { return }
    if isLast { byLast.add(entries.count, to: last) }
    if isFirst { byFirst.add(entries.count, to: first) }
    words += name
    entries.append(entry)
  }

  private func mayAdd(
    _ name: ArraySlice<WordKey>, _ identity: EntityNumber, to lists: KeyLists, at word: WordKey
  ) -> Bool {
    lists.count(word) < Self.mostForAWord
      && !lists[word].contains {
        entries[$0].identity == identity && words[entries[$0].words] == name
      }
  }

  /// Which part of a name a short form may be.
  enum Part {
    case end
    /// The end, or a head that a small word follows: "Supreme Court" of "Supreme Court of Kenya".
    case headed
    /// The end or the beginning.
    case anyEnd
  }

  /// The one body of whose name `part` is that part; nil when there are several.
  func only(for short: ArraySlice<WordKey>, as part: Part) -> EntityNumber? {
    guard let first = short.first, let last = short.last else { return nil }
    let ending = single(byLast[last]) { $0.count > short.count && $0.suffix(short.count) == short }
    if let identity = ending.identity { return identity }
    guard !ending.isAny, part != .end else { return nil }
    return single(byFirst[first]) {
      $0.count > short.count && $0.prefix(short.count) == short
        && (part == .anyEnd || Self.joints.contains($0[$0.startIndex + short.count]))
    }.identity
  }

  /// The identity that all the entries have whose names fit, and whether there are any.
  private func single(
    _ candidates: KeyLists.Values, where fits: (ArraySlice<WordKey>) -> Bool
  ) -> (identity: EntityNumber?, isAny: Bool) {
    var only: EntityNumber?
    for entry in candidates where fits(words[entries[entry].words]) {
      if let only, only != entries[entry].identity { return (nil, true) }
      only = entries[entry].identity
    }
    return (only, only != nil)
  }

  private static let joints = ["of", "for", "on"].map { WordKey($0) }
}
