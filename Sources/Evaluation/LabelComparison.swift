/// Edges and relations by one of their labels, the lemma or the category.
///
/// An edge is right if some relation on its pair accepts its label; a relation is found if some
/// edge matches it. Edges with the same ends and label count once, the first of them.
struct LabelComparison<Label: Hashable> {
  private(set) var counts = PrecisionRecall()
  /// Positions of the relations that some edge matches.
  private(set) var found: Set<Int> = []
  /// Of right edges, those with the polarity, and with the status, of a relation they match.
  private(set) var negation = Share()
  private(set) var status = Share()

  private let gold: GoldIndex
  private let expected: ExpectedPairs
  private let label: (GraphAnswer.Edge) -> Label
  private let accepts: (GoldIndex.Relation, GraphAnswer.Edge) -> Bool
  private var seen: Set<Answer> = []

  private struct Answer: Hashable {
    var ends: EdgeComparison.Ends
    var label: Label
  }

  init(
    _ edges: [EdgeComparison.JoinedEdge], _ gold: GoldIndex,
    label: @escaping (GraphAnswer.Edge) -> Label,
    accepts: @escaping (GoldIndex.Relation, GraphAnswer.Edge) -> Bool
  ) {
    self.gold = gold
    self.label = label
    self.accepts = accepts
    expected = ExpectedPairs(gold)
    for edge in edges { compare(edge) }
    counts.found = found.count
    counts.expected = gold.relations.count
  }

  private mutating func compare(_ edge: EdgeComparison.JoinedEdge) {
    let matches = gold.relations.indices.filter { isMatch(gold.relations[$0], edge) }
    found.formUnion(matches)
    let answer = Answer(ends: ends(of: edge, matching: matches), label: label(edge.edge))
    guard seen.insert(answer).inserted else { return }
    if !matches.isEmpty {
      counts.correct += 1
      compareStance(edge.edge, with: matches.map { gold.relations[$0].gold })
    } else if !isBesideThePoint(edge) {
      counts.spurious += 1
    }
  }

  private mutating func compareStance(
    _ edge: GraphAnswer.Edge, with relations: [GraphGold.Relation]
  ) {
    negation.count(relations.contains { $0.isNegated == edge.isNegated })
    status.count(relations.contains { $0.status == edge.status })
  }

  private func isMatch(
    _ relation: GoldIndex.Relation, _ edge: EdgeComparison.JoinedEdge
  ) -> Bool {
    edge.pair.map(relation.runs(along:)) ?? false && accepts(relation, edge.edge)
  }

  private func ends(
    of edge: EdgeComparison.JoinedEdge, matching matches: [Int]
  ) -> EdgeComparison.Ends {
    guard let pair = edge.pair, !matches.isEmpty,
      matches.allSatisfy({ gold.relations[$0].gold.isSymmetric })
    else { return edge.ends }
    return .eitherWay(pair.undirected)
  }

  /// An optional relation accepts it, or only optional relations join its pair.
  private func isBesideThePoint(_ edge: EdgeComparison.JoinedEdge) -> Bool {
    gold.ignoredRelations.contains { isMatch($0, edge) }
      || edge.pair.map(expected.isOnlyOptional) ?? false
  }
}

extension LabelComparison<String> {
  static func byLemma(_ edges: [EdgeComparison.JoinedEdge], _ gold: GoldIndex) -> Self {
    Self(edges, gold, label: \.foldedLemma) { !$0.lemmas.isDisjoint(with: $1.lemmaForms) }
  }
}

extension LabelComparison<Set<String>> {
  static func byCategory(_ edges: [EdgeComparison.JoinedEdge], _ gold: GoldIndex) -> Self {
    Self(edges, gold, label: \.categories) { !$0.categories.isDisjoint(with: $1.categories) }
  }
}
