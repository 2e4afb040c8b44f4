package import DocumentModel

/// The third-person pronouns of a text with the clusters they belong to.
package struct PronounGold {
  private var clusterOf: [TextSpan: Int] = [:]
  private var membersOf: [Int: [LabelledText.Reference]] = [:]
  /// Pronouns with a name before them in their cluster.
  package private(set) var named: Set<TextSpan> = []

  package init(_ text: LabelledText) {
    let bytes = Array(text.text.utf8)
    for reference in text.references {
      membersOf[reference.cluster, default: []].append(reference)
    }
    for reference in text.references {
      let form = String(decoding: bytes[reference.span.range], as: UTF8.self).lowercased()
      guard Self.isPronoun(form) else { continue }
      clusterOf[reference.span] = reference.cluster
      let members = membersOf[reference.cluster] ?? []
      if members.contains(where: { $0.isName && $0.span.start < reference.span.start }) {
        named.insert(reference.span)
      }
    }
  }

  /// Whether the pronoun stands for what one of the names does; for several entities, whether one
  /// span of its cluster names them all.
  package func isRight(_ answer: PronounScorer.Answer) -> Bool {
    let members = members(with: answer.pronoun)
    if answer.antecedents.count == 1 {
      return answer.antecedents[0].contains { name in
        members.contains { $0.span.contains(name) && name.contains($0.head) || $0.span == name }
      }
    }
    return members.contains { member in
      answer.antecedents.allSatisfy { $0.contains { member.span.contains($0) } }
    }
  }

  /// Whether the word heads a phrase that means the same as the pronoun.
  package func isHead(_ word: TextSpan, of pronoun: TextSpan) -> Bool {
    members(with: pronoun).contains { $0.head == word }
  }

  private func members(with pronoun: TextSpan) -> [LabelledText.Reference] {
    clusterOf[pronoun].flatMap { membersOf[$0] } ?? []
  }

  /// Whether the words are one of the pronouns that are judged.
  package static func isPronoun(_ words: some StringProtocol) -> Bool {
    pronouns.contains(words.lowercased())
  }

  private static let pronouns: Set<String> = [
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
    "they", "them", "their", "theirs", "themselves",
  ]
}
