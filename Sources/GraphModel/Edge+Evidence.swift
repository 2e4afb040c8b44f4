import DocumentModel

extension Edge {
  /// Takes `pieces` as its evidence and adds up from them, anew, all that depends on them: weight,
  /// count, dates, grade, tense, speakers, attribution, via and themes.
  public mutating func addUp(_ pieces: [EdgeEvidence], copies: ArticleCopies) {
    evidence =
      EdgeEvidence.areInReadingOrder(pieces)
      ? pieces : pieces.sorted(by: EdgeEvidence.inReadingOrder)
    weight = Double(copies.independentArticles(of: evidence))
    count = evidence.count
    grade = evidence.map(\.grade).min() ?? .c
    let dates = evidence.compactMap(\.date)
    firstDate = dates.min()
    lastDate = dates.max()
    let sources = evidence.compactMap(\.dateSource)
    dateSource = sources.contains(.text) ? .text : sources.first
    tense = Self.commonest(evidence.compactMap(\.tense))
    via = Self.distinct(evidence.compactMap(\.via))
    themes = Self.distinct(evidence.compactMap(\.theme))
    addUpSpeakers()
  }

  private mutating func addUpSpeakers() {
    var counts: [String: Int] = [:]
    for name in evidence.flatMap(\.speakers) { counts[name, default: 0] += 1 }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    speakers = ordered.map { SpeakerCount(name: $0.key, count: $0.value) }
    attribution = evidence.contains { $0.speakers.isEmpty } ? [] : ordered.map(\.key)
  }

  private static func commonest(_ tenses: [Stance.Tense]) -> Stance.Tense? {
    Dictionary(grouping: tenses) { $0 }.max {
      ($0.value.count, $1.key) < ($1.value.count, $0.key)
    }?.key
  }

  private static func distinct(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }
}

extension EdgeEvidence {
  /// Whether sorting would change nothing, as when articles came in order.
  fileprivate static func areInReadingOrder(_ pieces: [EdgeEvidence]) -> Bool {
    zip(pieces, pieces.dropFirst()).allSatisfy { !inReadingOrder($1, $0) }
  }

  /// By article, sentence, trigger and names.
  public static func inReadingOrder(_ left: EdgeEvidence, _ right: EdgeEvidence) -> Bool {
    if left.article != right.article {
      return left.article.utf8.lexicographicallyPrecedes(right.article.utf8)
    }
    let (l, r) = (left.spans, right.spans)
    return (l.sentence, l.trigger, l.source, l.target) < (r.sentence, r.trigger, r.source, r.target)
  }
}
