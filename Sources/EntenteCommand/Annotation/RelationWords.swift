import DocumentModel
import Entente

/// A relation in words, for people.
struct RelationWords {
  let source: String
  /// The lemma with its stance: `denied: supply`.
  let label: String
  let target: String
  /// Category and grade.
  let category: String
  /// Theme, speakers, date and the like, each with its name.
  let notes: [String]

  init(_ relation: Relation, analysis: DocumentAnalysis) {
    let chains = analysis.entities.chains
    source = chains[relation.source].name
    target = chains[relation.target].name
    label = relation.stanceLabel
    category = "\(relation.predicate.category.rawValue) \(relation.grade.rawValue)"
    let speakers = relation.stance.attribution.map { $0.entity.map { chains[$0].name } ?? $0.words }
    let date = relation.date.flatMap { $0.source == .text ? "\($0.date)" : nil }
    let notes: [(String, String?)] = [
      ("theme", relation.theme), ("via", relation.via),
      ("says", speakers.isEmpty ? nil : speakers.joined(separator: ", who cites ")),
      ("date", date),
      ("completion", relation.stance.completion?.rawValue),
    ]
    self.notes = notes.compactMap { name, value in value.map { "\(name): \($0)" } }
  }
}
