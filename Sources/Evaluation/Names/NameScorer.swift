import DocumentModel

/// How well names found in texts agree with names marked by hand.
public struct NameScores: Sendable, Hashable, Codable {
  public var spans = BIOScores()
  /// `spans.exact`, a leading article forgiven on either side.
  public var withoutArticle = PrecisionRecall()

  public init() {}

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.spans = left.spans + right.spans
    sum.withoutArticle = left.withoutArticle + right.withoutArticle
    return sum
  }
}

/// Compares names as `NameKind`s: demonyms, events and works count on neither side.
public struct NameScorer: Sendable {
  public init() {}

  /// - Parameter names: bytes of `text.text` with labels of `NameKind`.
  public func score(_ names: [LabelledSpan], against text: LabelledText) -> NameScores {
    let gold = text.names.compactMap(kindred)
    var scores = NameScores()
    scores.spans = BIOScorer().score(names, against: gold)
    let bytes = Array(text.text.utf8)
    scores.withoutArticle =
      BIOScorer().score(
        names.map { bare($0, in: bytes) }, against: gold.map { bare($0, in: bytes) }
      ).exact
    return scores
  }

  /// What was missed and what was wrong, a line each.
  public func findings(_ names: [LabelledSpan], against text: LabelledText) -> [String] {
    let gold = text.names.compactMap(kindred)
    let bytes = Array(text.text.utf8)
    func words(_ span: LabelledSpan) -> String {
      let near = max(0, span.range.lowerBound - 40)..<min(bytes.count, span.range.upperBound + 40)
      let form = String(decoding: bytes[span.range], as: UTF8.self)
      let context = String(decoding: bytes[near], as: UTF8.self).replacing("\n", with: " ")
      return "\(span.label)\t\(form)\t\(context)"
    }
    let missed = gold.filter { !names.contains($0) }
    let wrong = names.filter { !gold.contains($0) }
    return
      (missed.map { ($0.range.lowerBound, "missed\t\(words($0))") }
      + wrong.map { ($0.range.lowerBound, "wrong\t\(words($0))") })
      .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.1)
  }

  private func kindred(_ span: LabelledSpan) -> LabelledSpan? {
    NameKind(label: span.label).map { LabelledSpan(span.range, $0.rawValue) }
  }

  private func bare(_ span: LabelledSpan, in text: [UInt8]) -> LabelledSpan {
    let start =
      text[span.range].prefix(4).elementsEqual("the ".utf8)
        || text[span.range].prefix(4).elementsEqual("The ".utf8) ? 4 : 0
    guard span.range.count > start else { return span }
    return LabelledSpan(span.range.lowerBound + start..<span.range.upperBound, span.label)
  }
}
