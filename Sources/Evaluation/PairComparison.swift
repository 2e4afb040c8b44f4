/// Who is joined to whom, whatever the label.
struct PairComparison {
  private(set) var counts = PrecisionRecall()
  /// The first edge of every pair that nothing joins.
  private(set) var spurious: [EdgeComparison.JoinedEdge] = []

  init(edges: [EdgeComparison.JoinedEdge], gold: GoldIndex) {
    let expected = ExpectedPairs(gold)
    var found: Set<EdgeComparison.Ends> = []
    var wrong: Set<EdgeComparison.Ends> = []
    for edge in edges {
      switch edge.pair.map(expected.verdict) ?? .wrong {
      case .right(let ends): found.insert(ends)
      case .ignored: break
      case .wrong: if wrong.insert(edge.ends).inserted { spurious.append(edge) }
      }
    }
    counts = PrecisionRecall(
      correct: found.count, spurious: wrong.count, found: found.count, expected: expected.count)
  }
}

/// The pairs that a gold joins.
struct ExpectedPairs {
  enum Verdict {
    /// The item that it finds.
    case right(EdgeComparison.Ends)
    /// Beside the point: optional, or the symmetric reading of a pair counted by direction.
    case ignored
    case wrong
  }

  /// Pairs of relations with a direction.
  private let directed: Set<EntityPair>
  /// Pairs of symmetric relations, undirected.
  private let symmetric: Set<EntityPair>
  /// Pairs of optional relations; both directions of symmetric ones.
  private let optional: Set<EntityPair>

  init(_ gold: GoldIndex) {
    directed = Set(gold.relations.filter { !$0.gold.isSymmetric }.map(\.pair))
    symmetric = Set(gold.relations.filter(\.gold.isSymmetric).map(\.pair.undirected))
    optional = Set(
      gold.ignoredRelations.flatMap {
        $0.gold.isSymmetric ? [$0.pair, $0.pair.reversed] : [$0.pair]
      })
  }

  /// How many items there are: a symmetric relation adds none to a pair with a direction.
  var count: Int { directed.count + symmetric.count { isOnlySymmetric($0) } }

  func verdict(on pair: EntityPair) -> Verdict {
    if directed.contains(pair) { return .right(.entities(pair)) }
    if symmetric.contains(pair.undirected) {
      return isOnlySymmetric(pair) ? .right(.eitherWay(pair.undirected)) : .ignored
    }
    return optional.contains(pair) ? .ignored : .wrong
  }

  /// Whether all that joins `pair` is optional.
  func isOnlyOptional(_ pair: EntityPair) -> Bool {
    optional.contains(pair) && !directed.contains(pair) && !symmetric.contains(pair.undirected)
  }

  private func isOnlySymmetric(_ pair: EntityPair) -> Bool {
    !directed.contains(pair) && !directed.contains(pair.reversed)
  }
}
