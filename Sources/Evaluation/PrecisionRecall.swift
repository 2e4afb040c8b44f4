/// Right and wrong answers counted, so that documents add up (micro-average).
public struct PrecisionRecall: Sendable, Hashable, Codable {
  /// Answers that are right.
  public var correct: Int
  /// Answers that are wrong.
  public var spurious: Int
  /// Expected items that an answer found; differs from `correct` where one answer can find several.
  public var found: Int
  /// Items expected.
  public var expected: Int

  public init(correct: Int = 0, spurious: Int = 0, found: Int = 0, expected: Int = 0) {
    self.correct = correct
    self.spurious = spurious
    self.found = found
    self.expected = expected
  }

  /// The share of answers that are right; 0 without answers.
  public var precision: Double { Share(correct, of: correct + spurious).value }
  /// The share of expected items that were found; 0 when nothing is expected.
  public var recall: Double { Share(found, of: expected).value }
  /// The harmonic mean of precision and recall.
  public var f1: Double {
    precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
  }

  public static func + (left: Self, right: Self) -> Self {
    Self(
      correct: left.correct + right.correct, spurious: left.spurious + right.spurious,
      found: left.found + right.found, expected: left.expected + right.expected)
  }
}

/// Some of many.
public struct Share: Sendable, Hashable, Codable {
  public var part: Int
  public var whole: Int

  public init(_ part: Int = 0, of whole: Int = 0) {
    self.part = part
    self.whole = whole
  }

  /// 0 when there is nothing to have a share of.
  public var value: Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  mutating func count(_ isPart: Bool) {
    whole += 1
    part += isPart ? 1 : 0
  }

  public static func + (left: Self, right: Self) -> Self {
    Self(left.part + right.part, of: left.whole + right.whole)
  }
}
