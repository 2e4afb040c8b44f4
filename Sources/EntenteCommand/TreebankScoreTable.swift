import DocumentModel
import Evaluation
import Foundation

/// Scores on a treebank as aligned columns of plain text.
struct TreebankScoreTable {
  private let rows: [(name: String, scores: SyntaxScores)]

  init(goldTokens: SyntaxScores, rawText: SyntaxScores) {
    rows = [("gold tokens", goldTokens), ("raw text", rawText)]
  }

  var text: String { ([heading] + rows.map(line) + [""] + relations).joined(separator: "\n") }

  private static let columns:
    [(name: String, score: any KeyPath<SyntaxScores, SyntaxScores.Count> & Sendable)] = [
      ("words", \.words), ("UPOS", \.upos), ("feats", \.features), ("lemma", \.lemmas),
      ("UAS", \.uas), ("LAS", \.las), ("subtypes", \.lasWithSubtypes),
    ]

  private var heading: String {
    Self.padded("F1, percent") + Self.columns.map { Self.right($0.name) }.joined()
  }

  private func line(_ row: (name: String, scores: SyntaxScores)) -> String {
    Self.padded(row.name)
      + Self.columns.map { Self.percent(row.scores[keyPath: $0.score].f1) }.joined()
  }

  /// Precision, recall and F1 of each relation on gold tokens, the commonest first.
  private var relations: [String] {
    let heading = Self.padded("relation") + ["P", "R", "F1", "of"].map(Self.right).joined()
    let counts = rows[0].scores.relations.filter { $0.value.gold > 0 }
      .sorted { ($1.value.gold, $0.key.rawValue) < ($0.value.gold, $1.key.rawValue) }
    return [heading]
      + counts.map { relation, count in
        Self.padded(relation.rawValue)
          + [count.precision, count.recall, count.f1].map(Self.percent).joined()
          + Self.right("\(count.gold)")
      }
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(0, 16 - text.count))
  }

  private static func right(_ text: String) -> String {
    String(repeating: " ", count: max(0, 9 - text.count)) + text
  }

  private static func percent(_ share: Double) -> String {
    right(String(format: "%.2f", share * 100))
  }
}
