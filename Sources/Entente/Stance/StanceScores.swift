import DocumentModel

/// How well the stances of a table's predicates are read.
public struct StanceScores: Sendable {
  public struct Row: Sendable {
    public var example: StanceExample
    public var findings: [StanceFinding]
  }

  public private(set) var rows: [Row] = []
  /// Per field, how often each expected value was read as each found one.
  private var confusion: [StanceFinding.Field: [Pair: Int]] = [:]
  private var speakers = (right: 0, expected: 0, found: 0)

  private struct Pair: Hashable {
    var expected: String
    var found: String
  }

  public init(of table: StanceTable, by pipeline: Pipeline) {
    for example in table.examples { add(example, pipeline.reading(of: example)) }
  }

  private mutating func add(_ example: StanceExample, _ reading: StanceExample.Reading?) {
    let expected = example.expectation
    guard let reading else {
      rows.append(
        Row(
          example: example,
          findings: [StanceFinding(field: .predicate, expected: "a word", found: "none")]))
      return
    }
    rows.append(Row(example: example, findings: expected.findings(on: reading)))
    count(.polarity, expected.polarity?.rawValue, reading.stance.polarity.rawValue)
    count(.modality, expected.modality?.rawValue, reading.stance.modality.rawValue)
    count(.tense, expected.tense?.rawValue, reading.stance.tense?.rawValue ?? "none")
    if let names = expected.speakers {
      speakers.expected += names.count
      speakers.found += reading.stance.attribution.count
      speakers.right += reading.matches(of: names)
      count(.attribution, "right", expected.fits(names, reading) ? "right" : "wrong")
    }
  }

  private mutating func count(
    _ field: StanceFinding.Field, _ expected: String?, _ found: String
  ) {
    guard let expected else { return }
    confusion[field, default: [:]][Pair(expected: expected, found: found), default: 0] += 1
  }

  /// The share of rows that are right; 1 when nothing was judged.
  public func accuracy(_ field: StanceFinding.Field) -> Double {
    let pairs = confusion[field] ?? [:]
    let total = pairs.values.reduce(0, +)
    let right = pairs.filter { $0.key.expected == $0.key.found }.values.reduce(0, +)
    return total == 0 ? 1 : Double(right) / Double(total)
  }

  /// The mean of the values' F1; for speakers the F1 of all of them together.
  public func macroF1(_ field: StanceFinding.Field) -> Double {
    if field == .attribution {
      return Self.f1(right: speakers.right, expected: speakers.expected, found: speakers.found)
    }
    let pairs = confusion[field] ?? [:]
    let values = Set(pairs.keys.map(\.expected))
    guard !values.isEmpty else { return 1 }
    let scores = values.sorted().map { value in
      Self.f1(
        right: pairs[Pair(expected: value, found: value)] ?? 0,
        expected: pairs.filter { $0.key.expected == value }.values.reduce(0, +),
        found: pairs.filter { $0.key.found == value }.values.reduce(0, +))
    }
    return scores.reduce(0, +) / Double(scores.count)
  }

  private static func f1(right: Int, expected: Int, found: Int) -> Double {
    expected + found == 0 ? 1 : 2 * Double(right) / Double(expected + found)
  }

  /// Rows where everything that was judged is right.
  public var wholeRows: Double {
    rows.isEmpty ? 1 : Double(rows.count { $0.findings.isEmpty }) / Double(rows.count)
  }
}
