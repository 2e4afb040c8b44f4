import Foundation

/// Scores as aligned columns of plain text.
enum ScoreTable {
  /// All figures of one score, a line each.
  static func lines(of scores: GraphScores) -> [String] {
    [
      line("entities", scores.entities)
        + "  (\(scores.duplicates) duplicates, \(scores.nodes) nodes)",
      line("entity types", scores.types),
      line("entities in relations", scores.entitiesInRelations),
      line("edges, any label", scores.pairs),
      line("edges with lemma", scores.lemmas),
      line("edges with category", scores.categories),
      line("explicit relations", scores.corePairs),
      line("  with lemma", scores.coreLemmas),
      line("  with category", scores.coreCategories),
      line("acts", scores.events),
      line("standing ties", scores.ties),
      line("polarity", scores.negation),
      line("status", scores.status),
    ]
  }

  /// A heading and a row for each article.
  static func rows(of documents: [DocumentScore]) -> [String] {
    let width = documents.map(\.doc.count).max() ?? 0
    let heading = "  ent P  ent R ent F1   type edge P edge R edge F  lemma  categ   core"
    return ["article".padded(to: width) + heading]
      + documents.map { $0.doc.padded(to: width) + "  " + figures(of: $0.scores) }
  }

  private static func figures(of scores: GraphScores) -> String {
    [
      scores.entities.precision, scores.entities.recall, scores.entities.f1, scores.types.value,
      scores.pairs.precision, scores.pairs.recall, scores.pairs.f1, scores.lemmas.f1,
      scores.categories.f1, scores.corePairs.value,
    ].map { " " + decimal($0) }.joined(separator: " ")
  }

  private static func line(_ name: String, _ figure: PrecisionRecall) -> String {
    name.padded(to: 22) + " P \(decimal(figure.precision))  R \(decimal(figure.recall))"
      + "  F1 \(decimal(figure.f1))  (\(figure.found) of \(figure.expected) found)"
  }

  private static func line(_ name: String, _ figure: Share) -> String {
    name.padded(to: 22) + "   \(decimal(figure.value))  (\(figure.part) of \(figure.whole))"
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.3f", value) }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
