import DocumentModel
import GraphModel

/// A line's object for an article, with the names of `JSONRecords` converted from snake case.
struct ArticleLine: Decodable {
  var id: String
  var contentHash: String?
  var title: String?
  var date: CalendarDate?
  var dateSource: DatedFact.Source?
  var source: String?
  var url: String?
  var attributes: [String: String]?

  var record: ArticleRecord {
    ArticleRecord(
      id: id, contentHash: contentHash ?? "", title: title,
      date: date.map { DatedFact($0, from: dateSource ?? .metadata) }, source: source, url: url,
      attributes: attributes ?? [:])
  }
}

/// A line's object for a node.
struct NodeLine: Decodable {
  var id: String
  var label: String
  var type: EntityType
  var subtype: String?
  var aliases: [String]?
  var roles: [String]?
  var ids: [String: String]?
  var attributes: [String: String]?
  var iso3: String?
  var qid: String?
  var formerIds: [String]?
  var foundBy: [String]?
  var candidates: [String]?
  var firstSeen: CalendarDate?
  var lastSeen: CalendarDate?
  var mentions: Int?
  var articles: Int?

  var node: Node {
    Node(
      id: id, label: label, type: type, subtype: subtype, aliases: aliases ?? [],
      roles: roles ?? [], ids: ids ?? [:], attributes: attributes ?? [:], iso3: iso3, qid: qid,
      formerIDs: formerIds ?? [],
      foundBy: foundBy ?? [], candidates: candidates ?? [], firstSeen: firstSeen,
      lastSeen: lastSeen, mentions: mentions ?? 0, articles: articles ?? 0)
  }
}

/// A line's object for an edge.
struct EdgeLine: Decodable {
  var id: String
  var source: String
  var target: String
  var relation: String
  var lemma: String
  var category: Category
  var mode: String?
  var cameo: String?
  var goldstein: Double?
  var grade: Relation.Grade
  var polarity: Stance.Polarity
  var modality: Stance.Modality
  var tense: Stance.Tense?
  var attribution: [String]?
  var speakers: [SpeakerCount]?
  var via: [String]?
  var theme: [String]?
  var symmetric: Bool
  var weight: Double
  var count: Int
  var firstDate: CalendarDate?
  var lastDate: CalendarDate?
  var dateSource: RelationDate.Source?
  var evidence: [EvidenceLine]?

  var edge: Edge {
    Edge(
      id: id, source: source, target: target,
      predicate: Predicate(
        lemma: lemma, relation: relation, category: category, mode: mode, cameo: cameo,
        goldstein: goldstein, isSymmetric: symmetric),
      polarity: polarity, modality: modality, tense: tense, attribution: attribution ?? [],
      speakers: speakers ?? [], via: via ?? [], themes: theme ?? [], grade: grade, weight: weight,
      count: count, firstDate: firstDate, lastDate: lastDate, dateSource: dateSource,
      evidence: (evidence ?? []).map(\.evidence))
  }
}

/// A piece of evidence within a line.
struct EvidenceLine: Decodable {
  var article: String
  var date: CalendarDate?
  var dateSource: RelationDate.Source?
  var grade: Relation.Grade
  var tense: Stance.Tense?
  var speakers: [String]?
  var via: String?
  var theme: String?
  var quote: String?
  var sentence: Int
  var sentenceSpan: [Int]?
  var trigger: [Int]?
  var source: [Int]?
  var target: [Int]?

  var evidence: EdgeEvidence {
    EdgeEvidence(
      article: article, date: date, dateSource: dateSource, quote: quote ?? "",
      spans: Evidence(
        sentence: sentence, sentenceSpan: SpanText.span(sentenceSpan),
        trigger: SpanText.span(trigger), source: SpanText.span(source),
        target: SpanText.span(target)),
      grade: grade, tense: tense, speakers: speakers ?? [], via: via, theme: theme)
  }
}

/// A span as JSON has it: its two ends.
enum SpanText {
  /// Empty for what is no span, as in files written without spans.
  static func span(_ ends: [Int]?) -> TextSpan {
    guard let ends, ends.count == 2, 0 <= ends[0], ends[0] <= ends[1], ends[1] <= UInt32.max else {
      return TextSpan(0, 0)
    }
    return TextSpan(ends[0], ends[1])
  }
}
