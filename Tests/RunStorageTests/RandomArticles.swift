import DocumentModel
import GraphModel

/// Article graphs of seeded chance, with every field now and then absent, empty or odd.
struct RandomArticles {
  private var state: UInt64

  init(seed: UInt64) { state = StableHash.mixed(seed &+ 0x9e37_79b9_7f4a_7c15) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return StableHash.mixed(state)
  }

  mutating func number(below limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func graph(id: String) -> ArticleGraph {
    let entities = (0..<1 + number(below: 6)).map { _ in entity() }
    let relations = (0..<number(below: 8)).map { _ in relation(among: entities.count) }
    return ArticleGraph(
      article: record(id: id), entities: entities, relations: relations,
      sentences: Dictionary(relations.map { ($0.evidence.sentence, text()) }) { $1 },
      diagnostics: (0..<number(below: 3)).map { _ in diagnostic() },
      sketch: chance(1, in: 4)
        ? nil
        : TextSketch(values: (0..<TextSketch.bins).map { _ in UInt16(truncatingIfNeeded: next()) }))
  }

  mutating func chance(_ count: Int, in all: Int) -> Bool { number(below: all) < count }

  private mutating func record(id: String) -> ArticleRecord {
    ArticleRecord(
      id: id, contentHash: StableHash.base32(of: text()), title: optional { $0.text() },
      date: optional { DatedFact($0.date(), from: $0.one(of: DatedFact.Source.allCases)) },
      source: optional { $0.text() }, url: optional { $0.text() }, attributes: pairs())
  }

  private mutating func entity() -> ArticleEntity {
    ArticleEntity(
      gazetteerID: optional { $0.text() }, resolutionKey: text(), name: text(),
      type: one(of: EntityType.allCases), subtype: optional { $0.text() }, aliases: texts(),
      roles: texts(), ids: pairs(), attributes: pairs(), foundBy: texts(), candidates: texts(),
      mentions: number(below: 300))
  }

  private mutating func relation(among entities: Int) -> Relation {
    Relation(
      source: number(below: entities), target: number(below: entities),
      predicate: Predicate(
        lemma: text(), relation: text(), category: one(of: Category.allCases),
        mode: optional { $0.text() }, cameo: optional { $0.text() },
        goldstein: optional { Double($0.number(below: 200)) / 10 - 10 },
        isSymmetric: chance(1, in: 2)),
      stance: Stance(
        polarity: one(of: Stance.Polarity.allCases), modality: one(of: Stance.Modality.allCases),
        tense: optional { $0.one(of: Stance.Tense.allCases) },
        completion: optional { $0.one(of: Stance.Completion.allCases) },
        attribution: (0..<number(below: 3)).map { _ in
          Stance.Speaker(entity: optional { $0.number(below: entities) }, words: text())
        }),
      theme: optional { $0.text() }, via: optional { $0.text() },
      date: optional { RelationDate($0.date(), from: $0.one(of: RelationDate.Source.allCases)) },
      grade: one(of: Relation.Grade.allCases),
      evidence: Evidence(
        sentence: number(below: 200), sentenceSpan: span(), trigger: span(), source: span(),
        target: span()))
  }

  private mutating func diagnostic() -> Diagnostic {
    Diagnostic(
      one(of: Diagnostic.Severity.allCases), code: text(), text(), at: optional { $0.span() })
  }

  private mutating func span() -> TextSpan {
    let start = number(below: 100_000)
    return TextSpan(start, start + number(below: 300))
  }

  private mutating func date() -> CalendarDate {
    let year = 1 + number(below: 9999)
    guard chance(3, in: 4) else { return CalendarDate(year: year) ?? Self.aDate }
    let day = chance(3, in: 4) ? 1 + number(below: 28) : nil
    return CalendarDate(year: year, month: 1 + number(below: 12), day: day) ?? Self.aDate
  }

  private static let aDate = CalendarDate("2024-02-29").unsafelyUnwrapped

  private static let words = [
    "", "Kim Jong Un", "a \"quoted\" word", "back\\slash", "line\nend", "Zürich", "東京", "🇰🇷",
    "</script>", "tab\there", "nul\u{0}", "e\u{301}", "official", "GAZ",
  ]

  private mutating func text() -> String {
    (0..<1 + number(below: 3)).map { _ in one(of: Self.words) }.joined(separator: " ")
  }

  private mutating func texts() -> [String] { (0..<number(below: 4)).map { _ in text() } }

  private mutating func pairs() -> [String: String] {
    Dictionary((0..<number(below: 3)).map { _ in (text(), text()) }) { $1 }
  }

  private mutating func one<Value>(of values: [Value]) -> Value {
    values[number(below: values.count)]
  }

  private mutating func optional<Value>(_ body: (inout RandomArticles) -> Value) -> Value? {
    chance(1, in: 3) ? nil : body(&self)
  }
}
