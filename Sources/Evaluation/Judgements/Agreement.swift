/// How far two people judge alike what both have judged right or wrong.
public struct Agreement: Sendable, Equatable, Encodable {
  public var bothRight = 0
  public var bothWrong = 0
  /// Right says the first only.
  public var onlyFirst = 0
  public var onlySecond = 0
  /// What one of them could not decide.
  public var undecided = 0
  /// What they judge differently, in the order of the first sheet.
  public var disagreements: [String] = []

  public init(_ first: [Judgement], _ second: [Judgement]) {
    let others = Dictionary(second.map { ($0.id, $0.verdict) }) { first, _ in first }
    for judgement in first {
      guard let verdict = judgement.verdict, case .some(.some(let other)) = others[judgement.id]
      else { continue }
      switch (verdict, other) {
      case (.right, .right): bothRight += 1
      case (.wrong, .wrong): bothWrong += 1
      case (.right, .wrong): onlyFirst += 1
      case (.wrong, .right): onlySecond += 1
      default: undecided += 1
      }
      if verdict != other { disagreements.append("\(judgement.words)  (\(judgement.id))") }
    }
  }

  /// How many both have decided.
  public var count: Int { bothRight + bothWrong + onlyFirst + onlySecond }

  /// The share they judge alike; nil without any.
  public var observed: Double? {
    count == 0 ? nil : Double(bothRight + bothWrong) / Double(count)
  }

  /// Cohen's kappa: agreement beyond chance. Nil without judgements, and where both say the same of
  /// everything, so that chance alone would agree.
  public var kappa: Double? {
    guard let observed else { return nil }
    let total = Double(count)
    let first = Double(bothRight + onlyFirst) / total
    let second = Double(bothRight + onlySecond) / total
    let expected = first * second + (1 - first) * (1 - second)
    return expected < 1 ? (observed - expected) / (1 - expected) : nil
  }

  private enum CodingKeys: String, CodingKey {
    case bothRight, bothWrong, onlyFirst, onlySecond, undecided, disagreements, observed, kappa
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(bothRight, forKey: .bothRight)
    try container.encode(bothWrong, forKey: .bothWrong)
    try container.encode(onlyFirst, forKey: .onlyFirst)
    try container.encode(onlySecond, forKey: .onlySecond)
    try container.encode(undecided, forKey: .undecided)
    try container.encode(disagreements, forKey: .disagreements)
    try container.encodeIfPresent(observed, forKey: .observed)
    try container.encodeIfPresent(kappa, forKey: .kappa)
  }
}
