/// The edges of a graph against the relations of a gold.
struct EdgeComparison {
  let answer: GraphAnswer
  let gold: GoldIndex
  /// Edges that touch nothing optional, with the entities they join, in graph order.
  let edges: [JoinedEdge]

  /// An edge and the gold entities at its ends; no pair when an end is no entity of the gold.
  struct JoinedEdge {
    var edge: GraphAnswer.Edge
    var source: Int?
    var target: Int?

    var pair: EntityPair? {
      guard let source, let target else { return nil }
      return EntityPair(source: source, target: target)
    }

    /// What it joins, for counting every wrong pair once.
    var ends: Ends {
      pair.map(Ends.entities) ?? .nodes(edge.sourceID, edge.targetID)
    }
  }

  enum Ends: Hashable {
    case entities(EntityPair)
    /// Both directions of a pair that is joined by symmetric relations only.
    case eitherWay(EntityPair)
    case nodes(String, String)
  }

  init(
    answer: GraphAnswer, gold: GoldIndex, alignment: NodeAlignment, rejectsDuplicates: Bool
  ) {
    func entity(_ node: Int?) -> Int? {
      guard let node else { return nil }
      return rejectsDuplicates ? alignment.entityOfNode[node] : alignment.entityNamed(by: node)
    }
    self.answer = answer
    self.gold = gold
    edges = answer.edges
      .map { JoinedEdge(edge: $0, source: entity($0.source), target: entity($0.target)) }
      .filter { edge in
        ![edge.source, edge.target].contains { $0.map { gold.entities[$0].isIgnored } ?? false }
      }
  }

  func fill(_ scores: inout GraphScores) {
    let lemmas = LabelComparison.byLemma(edges, gold)
    let categories = LabelComparison.byCategory(edges, gold)
    scores.pairs = PairComparison(edges: edges, gold: gold).counts
    scores.lemmas = lemmas.counts
    scores.categories = categories.counts
    scores.negation = lemmas.negation
    scores.status = lemmas.status
    for (index, relation) in gold.relations.enumerated() {
      let isFound = isJoined(relation)
      let kind = CategoryName.isTie(relation.gold.category) ? \GraphScores.ties : \.events
      scores[keyPath: kind].count(isFound)
      guard relation.gold.isCore else { continue }
      scores.corePairs.count(isFound)
      scores.coreLemmas.count(lemmas.found.contains(index))
      scores.coreCategories.count(categories.found.contains(index))
    }
  }

  func findings() -> [ScoreFinding] {
    let spurious = PairComparison(edges: edges, gold: gold).spurious.map(spuriousFinding)
    let lemmas = LabelComparison.byLemma(edges, gold)
    return spurious
      + gold.relations.enumerated().compactMap { index, relation in
        if !isJoined(relation) { return missedFinding(relation) }
        return lemmas.found.contains(index) ? nil : lemmaFinding(relation)
      }
  }

  private func isJoined(_ relation: GoldIndex.Relation) -> Bool {
    edges.contains { $0.pair.map(relation.runs(along:)) ?? false }
  }

  private func spuriousFinding(_ edge: JoinedEdge) -> ScoreFinding {
    func name(_ entity: Int?, _ node: Int?, _ id: String) -> String {
      entity.map { gold.entities[$0].name } ?? node.map { answer.nodes[$0].label } ?? id
    }
    return ScoreFinding(
      .spuriousEdge, name(edge.source, edge.edge.source, edge.edge.sourceID),
      to: name(edge.target, edge.edge.target, edge.edge.targetID),
      detail: "\(edge.edge.lemma) [\(edge.edge.category)]")
  }

  private func missedFinding(_ relation: GoldIndex.Relation) -> ScoreFinding {
    let sentence = relation.gold.sentence.map { ", sentence \($0)" } ?? ""
    return finding(
      .missedEdge, relation,
      "\(relation.gold.trigger) [\(relation.gold.category)]" + sentence)
  }

  private func lemmaFinding(_ relation: GoldIndex.Relation) -> ScoreFinding {
    let answers = edges.filter { $0.pair.map(relation.runs(along:)) ?? false }.map(\.edge.lemma)
    return finding(
      .wrongLemma, relation,
      "\(answers.joined(separator: ", ")), not \(relation.gold.lemma.joined(separator: " or "))")
  }

  private func finding(
    _ kind: ScoreFinding.Kind, _ relation: GoldIndex.Relation, _ detail: String
  ) -> ScoreFinding {
    ScoreFinding(
      kind, gold.entities[relation.pair.source].name,
      to: gold.entities[relation.pair.target].name, detail: detail, isCore: relation.gold.isCore)
  }
}
