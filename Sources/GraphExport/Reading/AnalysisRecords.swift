import DocumentModel
import GraphModel

/// The objects of `AnalysisLines`, with their names converted from snake case.
struct AnalysisLine: Decodable {
  var analysis: AnalysisRecord?
  var skipped: GapRecord?
  var failed: GapRecord?
}

struct GapRecord: Decodable {
  var code: String
  var id: String?
  var line: Int?
  var message: String?

  func gap(_ kind: AnalysisGap.Kind) -> AnalysisGap {
    AnalysisGap(kind, line: line, id: id, code: code, message: message ?? code)
  }
}

struct AnalysisRecord: Decodable {
  var version: Int
  var article: ArticleLine
  var entities: [EntityRecord]?
  var relations: [RelationRecord]?
  var sentences: [SentenceRecord]?
  var diagnostics: [DiagnosticRecord]?
  var sketch: String?

  func graph() throws -> ArticleGraph {
    let graph = ArticleGraph(
      article: article.record, entities: (entities ?? []).map(\.entity),
      relations: (relations ?? []).map(\.relation),
      sentences: Dictionary((sentences ?? []).map { ($0.index, $0.text ?? "") }) { $1 },
      diagnostics: (diagnostics ?? []).map(\.diagnostic), sketch: sketch.flatMap { TextSketch($0) })
    guard graph.relations.allSatisfy({ refersRightly($0, graph.entities.count) }) else {
      throw AnalysisLineError.wrongReference
    }
    return graph
  }

  private func refersRightly(_ relation: Relation, _ count: Int) -> Bool {
    let entities = 0..<count
    return entities.contains(relation.source) && entities.contains(relation.target)
      && relation.stance.attribution.allSatisfy { $0.entity.map(entities.contains) ?? true }
  }
}

struct EntityRecord: Decodable {
  var gazetteerId: String?
  var key: String
  var name: String
  var type: EntityType
  var subtype: String?
  var aliases: [String]?
  var roles: [String]?
  var ids: [String: String]?
  var attributes: [String: String]?
  var foundBy: [String]?
  var candidates: [String]?
  var mentions: Int

  var entity: ArticleEntity {
    ArticleEntity(
      gazetteerID: gazetteerId, resolutionKey: key, name: name, type: type, subtype: subtype,
      aliases: aliases ?? [], roles: roles ?? [], ids: ids ?? [:], attributes: attributes ?? [:],
      foundBy: foundBy ?? [], candidates: candidates ?? [], mentions: mentions)
  }
}

struct RelationRecord: Decodable {
  var source: Int
  var target: Int
  var relationID: String
  var lemma: String
  var category: Category
  var mode: String?
  var cameo: String?
  var goldstein: Double?
  var symmetric: Bool
  var polarity: Stance.Polarity
  var modality: Stance.Modality
  var tense: Stance.Tense?
  var completion: Stance.Completion?
  var attribution: [Stance.Speaker]?
  var theme: String?
  var via: String?
  var date: CalendarDate?
  var dateSource: RelationDate.Source?
  var grade: Relation.Grade
  var sentence: Int
  var sentenceSpan: [Int]?
  var triggerSpan: [Int]?
  var sourceSpan: [Int]?
  var targetSpan: [Int]?

  enum CodingKeys: String, CodingKey {
    case source, target, lemma, category, mode, cameo, goldstein, symmetric, polarity, modality
    case relationID = "relation"
    case tense, completion, attribution, theme, via, date, dateSource, grade, sentence
    case sentenceSpan, triggerSpan, sourceSpan, targetSpan
  }

  var relation: Relation {
    Relation(
      source: source, target: target, predicate: predicate, stance: stance, theme: theme, via: via,
      date: date.map { RelationDate($0, from: dateSource ?? .text) }, grade: grade,
      evidence: Evidence(
        sentence: sentence, sentenceSpan: SpanText.span(sentenceSpan),
        trigger: SpanText.span(triggerSpan), source: SpanText.span(sourceSpan),
        target: SpanText.span(targetSpan)))
  }

  private var predicate: Predicate {
    Predicate(
      lemma: lemma, relation: relationID, category: category, mode: mode, cameo: cameo,
      goldstein: goldstein, isSymmetric: symmetric)
  }

  private var stance: Stance {
    Stance(
      polarity: polarity, modality: modality, tense: tense, completion: completion,
      attribution: attribution ?? [])
  }
}

struct SentenceRecord: Decodable {
  var index: Int
  var text: String?
}

struct DiagnosticRecord: Decodable {
  var severity: Diagnostic.Severity
  var code: String
  var message: String?
  var span: [Int]?

  var diagnostic: Diagnostic {
    Diagnostic(severity, code: code, message ?? "", at: span.map(SpanText.span))
  }
}
