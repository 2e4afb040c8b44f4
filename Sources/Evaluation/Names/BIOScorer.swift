/// Compares names found in sentences with names marked by hand.
public struct BIOScorer: Sendable {
  /// Other names of labels, for gold and answer alike: `PER` → `person`. A label without an entry
  /// stays as it is.
  public var labelNames: [String: String]

  public init(labelNames: [String: String] = [:]) {
    self.labelNames = labelNames
  }

  /// The figures of one sentence, or of one text; they add up. Spans of either side must not
  /// overlap among themselves.
  public func score(_ spans: [LabelledSpan], against gold: [LabelledSpan]) -> BIOScores {
    let answers = spans.map(renamed)
    let gold = gold.map(renamed)
    var scores = BIOScores()
    scores.exact = ratio(answers, gold) { $0 == $1 }
    scores.exactUntyped = ratio(answers, gold) { $0.range == $1.range }
    scores.overlap = ratio(answers, gold) { $0.range.overlaps($1.range) && $0.label == $1.label }
    scores.overlapUntyped = ratio(answers, gold) { $0.range.overlaps($1.range) }
    for label in Set((answers + gold).map(\.label)) {
      let (found, expected) = (answers.labelled(label), gold.labelled(label))
      scores.exactByLabel[label] = ratio(found, expected) { $0 == $1 }
    }
    return scores
  }

  /// The figures of sentences that stand in the same order on both sides.
  public func score(
    _ answers: [[LabelledSpan]], against gold: [LabelledSentence]
  ) -> BIOScores {
    precondition(answers.count == gold.count, "one answer for every sentence")
    return zip(answers, gold).reduce(BIOScores()) { $0 + score($1.0, against: $1.1.spans) }
  }

  private func renamed(_ span: LabelledSpan) -> LabelledSpan {
    LabelledSpan(span.range, labelNames[span.label] ?? span.label)
  }

  /// Pairs the spans one to one from the left, which for spans that do not overlap among
  /// themselves leaves the fewest over.
  private func ratio(
    _ answers: [LabelledSpan], _ gold: [LabelledSpan],
    matching: (LabelledSpan, LabelledSpan) -> Bool
  ) -> PrecisionRecall {
    var left = gold.sorted { $0.range.lowerBound < $1.range.lowerBound }
    var correct = 0
    for answer in answers.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      guard let match = left.firstIndex(where: { matching(answer, $0) }) else { continue }
      left.remove(at: match)
      correct += 1
    }
    return PrecisionRecall(
      correct: correct, spurious: answers.count - correct, found: correct, expected: gold.count)
  }
}

extension [LabelledSpan] {
  fileprivate func labelled(_ label: String) -> [LabelledSpan] { filter { $0.label == label } }
}

/// How well the names found agree with those marked by hand.
public struct BIOScores: Sendable, Hashable, Codable {
  /// The same span and label.
  public var exact = PrecisionRecall()
  /// The same span.
  public var exactUntyped = PrecisionRecall()
  /// At least one token in common, and the label.
  public var overlap = PrecisionRecall()
  /// At least one token in common.
  public var overlapUntyped = PrecisionRecall()
  /// `exact`, by label.
  public var exactByLabel: [String: PrecisionRecall] = [:]

  public init() {}

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    for field in [\Self.exact, \.exactUntyped, \.overlap, \.overlapUntyped] {
      sum[keyPath: field] = left[keyPath: field] + right[keyPath: field]
    }
    sum.exactByLabel.merge(right.exactByLabel, uniquingKeysWith: +)
    return sum
  }
}
