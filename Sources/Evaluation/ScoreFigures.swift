/// The JSON form of a score: rates beside the counts they come from.
struct ScoreFigures: Encodable {
  var nodes: Int
  var edges: Int
  var duplicates: Int
  var entity: Rates
  var typeAccuracy: Rate
  var entityRecallInRelations: Rate
  var edgeUnlabelled: Rates
  var edgeLemma: Rates
  var edgeCategory: Rates
  var coreRecallUnlabelled: Rate
  var coreRecallLemma: Rate
  var coreRecallCategory: Rate
  var recallEventsUnlabelled: Rate
  var recallTiesUnlabelled: Rate
  var negationAccuracy: Rate
  var statusAccuracy: Rate

  init(_ scores: GraphScores) {
    nodes = scores.nodes
    edges = scores.edges
    duplicates = scores.duplicates
    entity = Rates(scores.entities)
    typeAccuracy = Rate(scores.types)
    entityRecallInRelations = Rate(scores.entitiesInRelations)
    edgeUnlabelled = Rates(scores.pairs)
    edgeLemma = Rates(scores.lemmas)
    edgeCategory = Rates(scores.categories)
    coreRecallUnlabelled = Rate(scores.corePairs)
    coreRecallLemma = Rate(scores.coreLemmas)
    coreRecallCategory = Rate(scores.coreCategories)
    recallEventsUnlabelled = Rate(scores.events)
    recallTiesUnlabelled = Rate(scores.ties)
    negationAccuracy = Rate(scores.negation)
    statusAccuracy = Rate(scores.status)
  }

  enum CodingKeys: String, CodingKey {
    case nodes, edges, duplicates, entity
    case typeAccuracy = "type_accuracy"
    case entityRecallInRelations = "entity_recall_in_relations"
    case edgeUnlabelled = "edge_unlabelled"
    case edgeLemma = "edge_lemma"
    case edgeCategory = "edge_category"
    case coreRecallUnlabelled = "core_recall_unlabelled"
    case coreRecallLemma = "core_recall_lemma"
    case coreRecallCategory = "core_recall_category"
    case recallEventsUnlabelled = "recall_events_unlabelled"
    case recallTiesUnlabelled = "recall_ties_unlabelled"
    case negationAccuracy = "negation_accuracy"
    case statusAccuracy = "status_accuracy"
  }
}

extension ScoreFigures {
  struct Rates: Encodable {
    var precision: Double
    var recall: Double
    var f1: Double
    var counts: PrecisionRecall

    init(_ counts: PrecisionRecall) {
      precision = counts.precision
      recall = counts.recall
      f1 = counts.f1
      self.counts = counts
    }
  }

  struct Rate: Encodable {
    var value: Double
    var part: Int
    var whole: Int

    init(_ share: Share) {
      value = share.value
      part = share.part
      whole = share.whole
    }
  }

  struct Report: Encodable {
    var total: ScoreFigures
    var documents: [Document]?
  }

  struct Document: Encodable {
    var doc: String
    var scores: ScoreFigures
    var findings: [ScoreFinding]?

    init(_ document: DocumentScore, _ details: ScoreReport.Details) {
      doc = document.doc
      scores = ScoreFigures(document.scores)
      findings = details.contains(.findings) ? document.findings : nil
    }
  }
}
