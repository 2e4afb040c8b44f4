import DocumentModel
public import GraphModel

/// Relations drawn from a graph to be judged by hand: places in articles, stratum by stratum.
///
/// Every stratum gives as many as the others, or all it has, so that rare kinds can be judged too;
/// each place keeps the size of its stratum, from which scores of the whole graph are made. What is
/// drawn depends on the seed and on the places, not on their order, and places stay drawn when a graph
/// grows, as far as their strata's shares do.
public struct RelationSample: Sendable, Equatable {
  /// What strata are told apart by.
  public enum Key: String, Sendable, CaseIterable {
    case category, grade, relation, polarity, modality, tense, article
  }

  /// One drawn place.
  public struct Item: Sendable, Equatable {
    /// The edge, the article and where in it the trigger stands.
    public var id: String
    /// Index of the edge in the graph, and of the evidence in the edge.
    public var edge: Int
    public var piece: Int
    /// `category=AID grade=A`; `all` without keys.
    public var stratum: String
    /// How many places the stratum has in the graph.
    public var stratumSize: Int
  }

  /// By article and place in it, as a reader goes over them.
  public var items: [Item]
  /// How many places the graph has.
  public var population: Int

  /// - Parameters:
  ///   - size: how many places to draw.
  ///   - keys: none for one stratum.
  public init(of graph: Graph, size: Int, by keys: [Key], seed: UInt64 = 1) {
    var strata: [String: [Candidate]] = [:]
    for (index, edge) in graph.edges.enumerated() {
      for (place, id) in edge.placeIDs.enumerated() {
        let stratum = Self.stratum(of: edge, edge.evidence[place], keys)
        var hash = StableHash(seed: seed)
        hash.add(id.utf8)
        strata[stratum, default: []].append(
          Candidate(rank: hash.value, id: id, edge: index, piece: place))
      }
    }
    let names = strata.keys.sorted(by: precedes)
    let shares = Self.shares(of: size, among: names.map { strata[$0]?.count ?? 0 })
    population = strata.values.reduce(0) { $0 + $1.count }
    items = zip(names, shares).flatMap { name, share in
      let candidates = strata[name] ?? []
      return candidates.sorted { ($0.rank, $0.id) < ($1.rank, $1.id) }.prefix(share).map {
        Item(
          id: $0.id, edge: $0.edge, piece: $0.piece, stratum: name,
          stratumSize: candidates.count)
      }
    }
    items.sort { Self.isBefore($0, $1, in: graph) }
  }

  private struct Candidate {
    var rank: UInt64
    var id: String
    var edge: Int
    var piece: Int
  }

  private static func stratum(of edge: Edge, _ piece: EdgeEvidence, _ keys: [Key]) -> String {
    guard !keys.isEmpty else { return "all" }
    return keys.map { "\($0.rawValue)=\(value(of: $0, edge, piece))" }.joined(separator: " ")
  }

  private static func value(of key: Key, _ edge: Edge, _ piece: EdgeEvidence) -> String {
    switch key {
    case .category: edge.predicate.category.rawValue
    case .grade: piece.grade.rawValue
    case .relation: edge.predicate.relation.replacing(" ", with: "_")
    case .polarity: edge.polarity.rawValue
    case .modality: edge.modality.rawValue
    case .tense: (piece.tense ?? edge.tense)?.rawValue ?? "none"
    case .article: piece.article.replacing(" ", with: "_")
    }
  }

  /// As even as the sizes allow; what cannot be divided goes to the first that have more.
  static func shares(of total: Int, among sizes: [Int]) -> [Int] {
    var shares = [Int](repeating: 0, count: sizes.count)
    var left = min(total, sizes.reduce(0, +))
    while left > 0 {
      let open = sizes.indices.filter { shares[$0] < sizes[$0] }
      let each = max(1, left / open.count)
      for index in open where left > 0 {
        let more = min(each, sizes[index] - shares[index], left)
        shares[index] += more
        left -= more
      }
    }
    return shares
  }

  private static func isBefore(_ left: Item, _ right: Item, in graph: Graph) -> Bool {
    let (l, r) = (
      graph.edges[left.edge].evidence[left.piece], graph.edges[right.edge].evidence[right.piece]
    )
    if l != r { return EdgeEvidence.inReadingOrder(l, r) }
    return precedes(left.id, right.id)
  }
}

extension Edge {
  /// An id for each piece of evidence that is the same in every run, whatever other articles there
  /// are: the edge's id, the article and where in it the trigger stands.
  public var placeIDs: [String] {
    var repeats: [String: Int] = [:]
    return evidence.map { piece in
      let id = "\(self.id):\(piece.article):\(piece.spans.trigger.start)"
      repeats[id, default: 0] += 1
      return repeats[id] == 1 ? id : "\(id):\(repeats[id] ?? 1)"
    }
  }
}
