import DocumentModel

/// The name of a body in the one form that its spellings share: without article, "Ministry of
/// Defence" as "defense ministry".
struct BodyName {
  let words: [String]

  /// - Parameter words: folded, as `MentionText.words` gives them.
  init(_ words: [String]) {
    self.words = words.first == "the" && words.count > 1 ? Array(words.dropFirst()) : words
  }

  /// Equal for names of the same body.
  var key: String {
    var words = words.map { Self.spellings[$0] ?? $0 }
    if words.count > 2, Self.heads.contains(words[0]), words[1] == "of" {
      let rest = words.dropFirst(2).filter { $0 != "the" }
      words = rest + [words[0]]
    }
    return words.joined(separator: " ")
  }

  /// "Nissan Motor Co." as "nissan"; nil for a name that does not end like a company's.
  var withoutCompanyWords: ArraySlice<String>? {
    let end = words.lastIndex { !Self.companyWords.contains($0) }
    guard let end, end + 1 < words.count else { return nil }
    return words[...end]
  }

  private static let companyWords: Set<String> = [
    "motor", "motors", "co", "co.", "company", "corp", "corp.", "corporation", "inc", "inc.",
    "incorporated", "ltd", "ltd.", "limited", "plc", "llc", "ag", "se", "sa", "s.a.", "nv", "spa",
    "group", "holding", "holdings", "gmbh", "oyj", "asa", "ab", "berhad", "bhd", "pte", "pty",
    "international",
  ]
  private static let heads: Set<String> = ["ministry", "department"]
  private static let spellings = [
    "defence": "defense", "centre": "center", "labour": "labor", "organisation": "organization",
    "programme": "program",
  ]
}

/// The names of bodies in an article, so that a short form finds the one it stands for.
struct BodyNames {
  private var byFirst: [String: [Entry]] = [:]
  private var byLast: [String: [Entry]] = [:]

  private struct Entry: Equatable {
    var identity: EntityIdentity
    var words: [String]
  }

  /// More names than this share a word only in lists.
  private static let mostForAWord = 32

  var isEmpty: Bool { byLast.isEmpty }

  mutating func add(_ identity: EntityIdentity, words: [String]) {
    guard words.count > 1 else { return }
    let entry = Entry(identity: identity, words: BodyName(words).words)
    guard entry.words.count > 1 else { return }
    insert(entry, at: entry.words[entry.words.count - 1], in: &byLast)
    insert(entry, at: entry.words[0], in: &byFirst)
  }

  private func insert(_ entry: Entry, at word: String, in index: inout [String: [Entry]]) {
    let entries = index[word] ?? []
    guard entries.count < Self.mostForAWord, !entries.contains(entry) else { return }
    index[word, default: []].append(entry)
  }

  /// Which part of a name a short form may be.
  enum Part {
    case end
    /// The end, or a head that a small word follows: "Supreme Court" of "Supreme Court of Kenya".
    case headed
    /// The end or the beginning.
    case anyEnd
  }

  /// The one body of whose name `words` are that part; nil when there are several.
  func only(for words: [String], as part: Part) -> EntityIdentity? {
    let ending = (byLast[words[words.count - 1]] ?? []).filter {
      $0.words.count > words.count && $0.words.suffix(words.count) == words[...]
    }
    if let identity = Self.single(ending) { return identity }
    guard ending.isEmpty, part != .end else { return nil }
    let beginning = (byFirst[words[0]] ?? []).filter {
      $0.words.count > words.count && $0.words.prefix(words.count) == words[...]
        && (part == .anyEnd || Self.joints.contains($0.words[words.count]))
    }
    return Self.single(beginning)
  }

  private static func single(_ entries: [Entry]) -> EntityIdentity? {
    guard let first = entries.first?.identity else { return nil }
    return entries.allSatisfy { $0.identity == first } ? first : nil
  }

  private static let joints: Set<String> = ["of", "for", "on"]
}
