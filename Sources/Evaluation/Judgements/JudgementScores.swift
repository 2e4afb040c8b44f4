import GraphModel

/// How precise a graph is, by the sheet of one person.
///
/// Strata are drawn evenly, so a figure over several weighs each by its size in the graph; its
/// interval rests on the effective number of judgements (Kish, Survey Sampling, 1965).
public struct JudgementScores: Sendable, Equatable, Encodable {
  public struct Row: Sendable, Equatable, Encodable {
    /// `total`, `grade=A`, `category=AID grade=A`.
    public var name: String
    public var right = 0
    public var wrong = 0
    public var undecided = 0
    public var unjudged = 0
    /// How many relations of the graph it stands for.
    public var size = 0
    public var precision: Proportion?
  }

  public var total: Row
  /// By each part of the strata's names, where they have several: `category=AID`, then `grade=A`.
  public var parts: [Row]
  public var strata: [Row]

  public init(_ judgements: [Judgement]) {
    let strata = Dictionary(grouping: judgements, by: \.stratum)
    let names = strata.keys.sorted(by: precedes)
    func row(_ name: String, _ isIncluded: (String) -> Bool) -> Row {
      Row(name, strata: names.filter(isIncluded).map { strata[$0] ?? [] })
    }
    total = row("total") { _ in true }
    self.strata = names.map { name in row(name) { $0 == name } }
    let parts = names.map { Self.parts(of: $0) }
    let width = parts.map(\.count).max() ?? 0
    self.parts =
      width < 2
      ? []
      : (0..<width).flatMap { place in
        Set(parts.compactMap { place < $0.count ? $0[place] : nil }).sorted {
          precedes($0, $1)
        }.map { part in row(part) { Self.parts(of: $0).contains(part) } }
      }
  }

  private static func parts(of stratum: String) -> [String] {
    stratum.split(separator: " ").map(String.init)
  }
}

extension JudgementScores.Row {
  fileprivate init(_ name: String, strata: [[Judgement]]) {
    self.name = name
    var (weights, squares, hits) = (0.0, 0.0, 0.0)
    for stratum in strata {
      let rights = stratum.count { $0.verdict == .right }
      let wrongs = stratum.count { $0.verdict == .wrong }
      let inGraph = stratum.first?.stratumSize ?? 0
      right += rights
      wrong += wrongs
      undecided += stratum.count { $0.verdict == .undecided }
      unjudged += stratum.count { $0.verdict == nil }
      size += inGraph
      guard rights + wrongs > 0 else { continue }
      let weight = Double(inGraph) / Double(rights + wrongs)
      weights += Double(inGraph)
      squares += Double(rights + wrongs) * weight * weight
      hits += Double(rights) * weight
    }
    guard weights > 0 else { return }
    precision = Proportion(value: hits / weights, size: weights * weights / squares)
  }
}
