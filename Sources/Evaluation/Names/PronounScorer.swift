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
    let gold = gold(of: text)
    let right = answers.filter { isRight($0, gold: gold) }
    let expected = gold.named
    return PrecisionRecall(
      correct: right.count, spurious: answers.count - right.count,
      found: right.count { expected.contains($0.pronoun) }, expected: expected.count)
  }

  /// Wrong and missed pronouns with the sentence around them, a line each.
  public func findings(_ answers: [Answer], against text: LabelledText) -> [String] {
    let gold = gold(of: text)
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
    let wrong = answers.filter { !isRight($0, gold: gold) }
    let right = Set(answers.filter { isRight($0, gold: gold) }.map(\.pronoun))
    let answered = Set(answers.map(\.pronoun))
    return wrong.map { "wrong\t\(names($0))\t\(words($0.pronoun))" }
      + gold.named.subtracting(right).subtracting(answered).sorted()
      .map { "missed\t\t\(words($0))" }
  }

  private struct Gold {
    var clusterOf: [TextSpan: Int] = [:]
    var membersOf: [Int: [LabelledText.Reference]] = [:]
    /// Pronouns with a name before them in their cluster.
    var named: Set<TextSpan> = []
  }

  private func gold(of text: LabelledText) -> Gold {
    var gold = Gold()
    let bytes = Array(text.text.utf8)
    for reference in text.references {
      gold.membersOf[reference.cluster, default: []].append(reference)
    }
    for reference in text.references {
      let form = String(decoding: bytes[reference.span.range], as: UTF8.self).lowercased()
      guard Self.pronouns.contains(form) else { continue }
      gold.clusterOf[reference.span] = reference.cluster
      let members = gold.membersOf[reference.cluster] ?? []
      if members.contains(where: { $0.isName && $0.span.start < reference.span.start }) {
        gold.named.insert(reference.span)
      }
    }
    return gold
  }

  private func isRight(_ answer: Answer, gold: Gold) -> Bool {
    guard let cluster = gold.clusterOf[answer.pronoun] else { return false }
    let members = gold.membersOf[cluster] ?? []
    if answer.antecedents.count == 1 {
      return answer.antecedents[0].contains { name in
        members.contains { $0.span.contains(name) && name.contains($0.head) || $0.span == name }
      }
    }
    return members.contains { member in
      answer.antecedents.allSatisfy { $0.contains { member.span.contains($0) } }
    }
  }

  private static let pronouns: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
    "they", "them", "their", "theirs", "themselves",
  ]
}
