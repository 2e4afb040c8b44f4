public import GraphModel

/// Compares the graph of one article with what a careful reader drew from it.
///
/// Names compare folded (`NameFolding`), lemmas by `LemmaForms`, categories by `CategoryName`.
/// Entities and relations that the gold calls optional are left out of all figures, with every
/// node and edge that touches them.
public struct GraphScorer: Sendable {
  /// Stricter readings of the same gold.
  public struct Options: Sendable, Hashable {
    /// Optional entities and relations count like all others.
    public var countsOptional: Bool
    /// Edges of a second node of one entity count as wrong.
    public var rejectsDuplicates: Bool

    public init(countsOptional: Bool = false, rejectsDuplicates: Bool = false) {
      self.countsOptional = countsOptional
      self.rejectsDuplicates = rejectsDuplicates
    }
  }

  public var options: Options

  public init(options: Options = Options()) {
    self.options = options
  }

  /// The figures of one article, and what they are made of.
  public func score(_ graph: Graph, against gold: GraphGold) -> DocumentScore {
    let index = GoldIndex(gold, countingOptional: options.countsOptional)
    let answer = GraphAnswer(graph)
    let alignment = NodeAlignment(answer.nodes, to: index.entities)
    let names = EntityComparison(answer: answer, gold: index, alignment: alignment)
    let links = EdgeComparison(
      answer: answer, gold: index, alignment: alignment,
      rejectsDuplicates: options.rejectsDuplicates)

    var scores = GraphScores()
    scores.nodes = answer.nodes.count
    scores.edges = answer.edges.count
    names.fill(&scores)
    links.fill(&scores)
    return DocumentScore(
      doc: gold.doc, scores: scores, findings: names.findings() + links.findings())
  }
}

/// The score of one article.
public struct DocumentScore: Sendable, Hashable, Codable {
  public var doc: String
  public var scores: GraphScores
  /// Entities first, then edges.
  public var findings: [ScoreFinding]

  public init(doc: String, scores: GraphScores, findings: [ScoreFinding] = []) {
    self.doc = doc
    self.scores = scores
    self.findings = findings
  }
}
