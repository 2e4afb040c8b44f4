public import DocumentModel

/// Compares what third-person pronouns were resolved to with coreference clusters marked by hand.
///
/// A pronoun counts as right when its cluster holds one of the names it was given as antecedents.
/// Expected are the pronouns whose cluster has a name before them.
public struct PronounScorer: Sendable {
  public init() {}

  /// A pronoun that was resolved and the names it was taken to stand for.
  public struct Answer: Sendable {
    public var pronoun: TextSpan
    /// The names of each of the entities it was resolved to.
    public var antecedents: [[TextSpan]]

    public init(pronoun: TextSpan, antecedents: [[TextSpan]]) {
      self.pronoun = pronoun
      self.antecedents = antecedents
    }
  }

  public func score(_ answers: [Answer], against text: LabelledText) -> PrecisionRecall {
    let gold = PronounGold(text)
    let right = answers.filter { gold.isRight($0) }
    let expected = gold.named
    return PrecisionRecall(
      correct: right.count, spurious: answers.count - right.count,
      found: right.count { expected.contains($0.pronoun) }, expected: expected.count)
  }

  /// Wrong and missed pronouns with the sentence around them, a line each.
  public func findings(_ answers: [Answer], against text: LabelledText) -> [String] {
    let gold = PronounGold(text)
    let bytes = Array(text.text.utf8)
    func words(_ span: TextSpan) -> String {
      let near = max(0, span.start - 150)..<min(bytes.count, span.end + 30)
      let form = String(decoding: bytes[span.range], as: UTF8.self)
      return "\(form)\t" + String(decoding: bytes[near], as: UTF8.self).replacing("\n", with: " ")
    }
    func names(_ answer: Answer) -> String {
      answer.antecedents.compactMap(\.first)
        .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: "+")
    }
    let wrong = answers.filter { !gold.isRight($0) }
    let right = Set(answers.filter { gold.isRight($0) }.map(\.pronoun))
    let answered = Set(answers.map(\.pronoun))
    return wrong.map { "wrong\t\(names($0))\t\(words($0.pronoun))" }
      + gold.named.subtracting(right).subtracting(answered).sorted()
      .map { "missed\t\t\(words($0))" }
  }
}
