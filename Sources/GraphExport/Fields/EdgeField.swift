import DocumentModel
import GraphModel

/// The fields of an edge in every format, in the order in which they are written.
enum EdgeField: CaseIterable {
  case eid, label, relation, lemma, interaction, category, mode, cameo, goldstein, grade
  case polarity, modality, tense, attribution, speakers, via, theme, symmetric
  case weight, count, firstDate, lastDate, dateSource, evidence

  var name: StaticString {
    switch self {
    case .eid: "eid"
    case .label: "label"
    case .relation: "relation"
    case .lemma: "lemma"
    case .interaction: "interaction"
    case .category: "category"
    case .mode: "mode"
    case .cameo: "cameo"
    case .goldstein: "goldstein"
    case .grade: "grade"
    case .polarity: "polarity"
    case .modality: "modality"
    case .tense: "tense"
    case .attribution: "attribution"
    case .speakers: "speakers"
    case .via: "via"
    case .theme: "theme"
    case .symmetric: "symmetric"
    case .weight: "weight"
    case .count: "count"
    case .firstDate: "first_date"
    case .lastDate: "last_date"
    case .dateSource: "date_source"
    case .evidence: "evidence"
    }
  }

  /// The id of the GraphML key.
  var key: StaticString {
    switch self {
    case .eid: "e_eid"
    case .label: "e_label"
    case .relation: "e_relation"
    case .lemma: "e_lemma"
    case .interaction: "e_interaction"
    case .category: "e_category"
    case .mode: "e_mode"
    case .cameo: "e_cameo"
    case .goldstein: "e_goldstein"
    case .grade: "e_grade"
    case .polarity: "e_polarity"
    case .modality: "e_modality"
    case .tense: "e_tense"
    case .attribution: "e_attribution"
    case .speakers: "e_speakers"
    case .via: "e_via"
    case .theme: "e_theme"
    case .symmetric: "e_symmetric"
    case .weight: "e_weight"
    case .count: "e_count"
    case .firstDate: "e_first_date"
    case .lastDate: "e_last_date"
    case .dateSource: "e_date_source"
    case .evidence: "e_evidence"
    }
  }

  var type: FieldType {
    switch self {
    case .goldstein, .weight: .real
    case .count: .integer
    case .symmetric: .flag
    case .attribution, .speakers, .via, .theme, .evidence: .list
    default: .string
    }
  }

  func value(in edge: borrowing Edge) -> FieldValue {
    switch self {
    case .eid: .token(edge.id)
    case .label: .text(edge.label)
    case .relation: .text(edge.predicate.relation)
    case .lemma: .text(edge.predicate.lemma)
    case .interaction: .text(edge.kind)
    case .category: .token(edge.predicate.category.rawValue)
    case .mode: .text(edge.predicate.mode)
    case .cameo: .text(edge.predicate.cameo)
    case .goldstein: .real(edge.predicate.goldstein)
    case .grade: .token(edge.grade.rawValue)
    case .polarity: .token(edge.polarity.rawValue)
    case .modality: .token(edge.modality.rawValue)
    case .tense: .token(edge.tense?.rawValue)
    case .attribution: .list(edge.attribution)
    case .speakers: .speakers(edge.speakers)
    case .via: .list(edge.via)
    case .theme: .list(edge.themes)
    case .symmetric: .flag(edge.predicate.isSymmetric)
    case .weight: .real(edge.weight)
    case .count: .integer(edge.count)
    case .firstDate: .date(edge.firstDate)
    case .lastDate: .date(edge.lastDate)
    case .dateSource: .token(edge.dateSource?.rawValue)
    case .evidence: .evidence(edge.evidence)
    }
  }
}
