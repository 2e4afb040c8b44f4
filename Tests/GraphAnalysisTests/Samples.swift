import DocumentModel
import GraphAnalysis
import GraphModel
import Testing

/// Graphs of a few lines, for tables.
func node(
  _ id: String, _ label: String? = nil, _ type: EntityType = .country, aliases: [String] = []
)
  -> Node
{
  Node(id: id, label: label ?? id, type: type, aliases: aliases, mentions: 1, articles: 1)
}

func piece(_ article: String, _ date: String? = nil, speakers: [String] = [], at position: Int = 0)
  -> EdgeEvidence
{
  let span = TextSpan(position, position + 1)
  return EdgeEvidence(
    article: article, date: date.flatMap { CalendarDate($0) }, quote: "A sentence.",
    spans: Evidence(sentence: 0, sentenceSpan: span, trigger: span, source: span, target: span),
    grade: .a, speakers: speakers)
}

func edge(
  _ source: String, _ target: String, _ lemma: String = "aid",
  _ category: DocumentModel.Category = .aid,
  polarity: Stance.Polarity = .affirmed, modality: Stance.Modality = .asserted,
  symmetric: Bool = false, goldstein: Double? = nil, _ evidence: [EdgeEvidence] = [piece("a")],
  copies: ArticleCopies = ArticleCopies([])
) -> Edge {
  var edge = Edge(
    id: "e-\(source)-\(target)-\(lemma)-\(polarity)-\(modality)", source: source, target: target,
    predicate: Predicate(
      lemma: lemma, category: category, goldstein: goldstein, isSymmetric: symmetric),
    polarity: polarity, modality: modality)
  edge.addUp(evidence, copies: copies)
  return edge
}

func article(_ id: String, _ date: String? = nil, copies: String? = nil) -> ArticleRecord {
  ArticleRecord(
    id: id, contentHash: id,
    date: date.flatMap { CalendarDate($0) }.map { DatedFact($0, from: .header) },
    attributes: copies.map { ["copies": $0] } ?? [:])
}
