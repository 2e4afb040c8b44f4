import DocumentModel
import Gazetteers

/// Finds forms that stand for several entries, and forms that are ordinary words.
struct AliasCheck {
  private let context: CheckContext
  private let words: OrdinaryWords

  init(_ context: CheckContext) {
    self.context = context
    words = OrdinaryWords(context.gazetteer)
  }

  func findings() -> [CheckFinding] {
    let certain = context.gazetteer.aliases.filter { Self.countsAlone($0.marks) }
    var groups: [SurfaceKey: [Alias]] = [:]
    for alias in certain { groups[SurfaceKey(alias.surface), default: []].append(alias) }
    var findings: [CheckFinding] = []
    for aliases in groups.values
    where context.gazetteer.ambiguityRules(for: aliases[0].surface).isEmpty {
      if let finding = collision(among: aliases) { findings.append(finding) }
      findings += aliases.compactMap { commonWord($0) }
    }
    return findings
  }

  /// Whether a form stands for its entry without any other evidence.
  private static func countsAlone(_ marks: AliasMarks) -> Bool {
    !marks.needsEvidence && !marks.afterFullForm && marks.onlyWith == nil
  }

  // MARK: Collisions

  /// The last of the rows is named, since it came later than the others.
  private func collision(among aliases: [Alias]) -> CheckFinding? {
    for (index, alias) in aliases.enumerated().reversed() {
      let rivals = aliases[..<index].filter { collides($0, alias) }
      guard let rival = rivals.first else { continue }
      let place = context.place(of: rival)
      return CheckFinding(
        place: context.place(of: alias), code: .collision, subject: alias.surface,
        message: "\"\(alias.surface)\" stands for \(rival.entityID(in: context)) too, at "
          + "\(place); mark one [~] or add a rule to a table of ambiguous forms",
        other: place)
    }
    return nil
  }

  private func collides(_ left: Alias, _ right: Alias) -> Bool {
    guard left.entity != right.entity else { return false }
    if left.marks.exactCase, right.marks.exactCase, left.surface != right.surface { return false }
    return !left.marks.isApart(from: right.marks) && !isSeat(left, right) && !isPeople(left, right)
      && !isPeople(right, left)
  }

  /// A place that also stands for a government is told from it by the sentence.
  private func isSeat(_ left: Alias, _ right: Alias) -> Bool {
    left.marks.metonym != right.marks.metonym
  }

  /// "Russians" are a people, and Russia when they act for it: told apart by the sentence.
  private func isPeople(_ left: Alias, _ right: Alias) -> Bool {
    (left.marks.demonym || left.marks.adjective) && context.entity(right.entity).type == .group
  }

  // MARK: Ordinary words

  /// Peoples, feasts and demonyms have capitals wherever they stand.
  private func commonWord(_ alias: Alias) -> CheckFinding? {
    let marks = alias.marks
    let type = context.entity(alias.entity).type
    guard !marks.adjective, !marks.demonym, type != .group, type != .event,
      alias.surface.first?.isUppercase == true, !(marks.exactCase && alias.hasInnerCapital),
      words.contains(alias.surface)
    else { return nil }
    return CheckFinding(
      place: context.place(of: alias), code: .commonWord, subject: alias.surface,
      message: "\"\(alias.surface)\" is an ordinary word, and a capital begins every sentence; "
        + "mark it [~] or add a rule to a table of ambiguous forms")
  }
}

extension Alias {
  fileprivate func entityID(in context: CheckContext) -> String { context.entity(entity).id }

  fileprivate var hasInnerCapital: Bool { surface.dropFirst().contains(where: \.isUppercase) }
}

extension AliasMarks {
  /// Whether the dates of two forms never meet.
  fileprivate func isApart(from other: AliasMarks) -> Bool {
    guard !dates.isEmpty, !other.dates.isEmpty else { return false }
    return !dates.contains { mine in other.dates.contains { mine.meets($0) } }
  }
}

extension DateRange {
  fileprivate func meets(_ other: DateRange) -> Bool {
    let start = max(from?.firstDay ?? .min, other.from?.firstDay ?? .min)
    let end = min(to?.lastDay ?? .max, other.to?.lastDay ?? .max)
    return start <= end
  }
}

/// Words that English uses as words, not only as names.
///
/// Lists of frequent words are full of names ("Reuters", "Shanghai"); a word is believed to be one
/// when it is inflected too, or when it has a use in grammar.
struct OrdinaryWords {
  private let vocabulary: Vocabulary

  init(_ gazetteer: Gazetteer) { vocabulary = gazetteer.vocabulary }

  func contains(_ surface: String) -> Bool {
    guard SurfaceKey(surface).wordCount == 1 else { return false }
    let word = surface.lowercased()
    let classes = vocabulary.classes(of: vocabulary.id(of: word))
    if classes.contains(.functionWord) || classes.contains(.temporal) { return true }
    return classes.contains(.commonWord) && Self.relatives(of: word).contains { isCommon($0) }
  }

  private func isCommon(_ word: String) -> Bool {
    vocabulary.classes(of: vocabulary.id(of: word)).contains(.commonWord)
  }

  /// Regular inflections and derivations of a word, and what it may itself be one of.
  private static func relatives(of word: String) -> [String] {
    var relatives = ["s", "es", "ed", "d", "ing", "ly", "er", "ness"].map { word + $0 }
    for ending in ["s", "es", "ed", "ing", "ly", "er"] where word.hasSuffix(ending) {
      let stem = String(word.dropLast(ending.count))
      if stem.count > 2 { relatives += [stem, stem + "e"] }
    }
    if word.hasSuffix("e") { relatives += [word.dropLast() + "ing"] }
    if word.hasSuffix("y") { relatives += [word.dropLast() + "ies"] }
    return relatives
  }
}
