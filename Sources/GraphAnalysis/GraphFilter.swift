public import DocumentModel
public import GraphModel

/// What to keep of a graph. Every condition that is set must hold.
///
/// Dates restrict evidence, so mentions, articles and days of nodes are then those of the evidence
/// that is left: what else names them on those days is not in a graph.
///
/// They are applied in this order, so that later ones see what earlier ones left: dates, then
/// stance, relation and category of edges, types of nodes, weight, the surroundings of chosen nodes,
/// the largest component, the strongest nodes, isolated nodes.
public struct GraphFilter: Sendable, Equatable {
  /// Empty for all, as in every set here. Of an edge both ends must be of one of the types.
  public var types: Set<EntityType> = []
  /// Relation ids of the lexicon, or lemmas, in any case.
  public var relations: Set<String> = []
  public var categories: Set<Category> = []
  public var polarities: Set<Stance.Polarity> = []
  public var modalities: Set<Stance.Modality> = []
  public var grades: Set<Relation.Grade> = []
  /// Only evidence that may be of this day or later; the undated goes.
  public var since: CalendarDate?
  /// Only evidence that may be of this day or earlier; the undated goes.
  public var until: CalendarDate?
  public var minimumWeight: Double?
  /// Ids of nodes whose surroundings are kept.
  public var egos: [String] = []
  /// How many edges away from `egos`, in either direction.
  public var hops = 1
  /// How many nodes, those with the greatest sum of weights of their edges.
  public var top: Int?
  public var keepsLargestComponentOnly = false
  public var dropsIsolates = false

  public init() {}

  public var isEmpty: Bool { self == GraphFilter() }

  /// What is left of `graph`, in its order.
  public func applied(to graph: Graph) -> Graph {
    guard !isEmpty else { return graph }
    var graph = graph
    restrictDates(of: &graph)
    graph.edges.removeAll { !keeps($0) }
    restrict(&graph) { types.isEmpty || types.contains($0.type) }
    if let minimumWeight { graph.edges.removeAll { $0.weight < minimumWeight } }
    restrictStructure(of: &graph)
    return graph
  }

  private func keeps(_ edge: Edge) -> Bool {
    func allows<Value>(_ set: Set<Value>, _ value: Value) -> Bool {
      set.isEmpty || set.contains(value)
    }
    return keepsRelation(of: edge) && allows(categories, edge.predicate.category)
      && allows(polarities, edge.polarity)
      && allows(modalities, edge.modality) && allows(grades, edge.grade)
  }

  private func keepsRelation(of edge: Edge) -> Bool {
    relations.isEmpty
      || relations.contains { wanted in
        [edge.predicate.relation, edge.predicate.lemma].contains {
          $0.lowercased() == wanted.lowercased()
        }
      }
  }

  private func restrictStructure(of graph: inout Graph) {
    if !egos.isEmpty {
      let kept = GraphStructure(graph).surroundings(of: egos, hops: hops)
      restrict(&graph) { kept.contains($0.id) }
    }
    if keepsLargestComponentOnly {
      let kept = Set(GraphStructure(graph).components.first ?? [])
      restrict(&graph) { kept.contains($0.id) }
    }
    if let top {
      let kept = Set(GraphStructure(graph).strongest(top))
      restrict(&graph) { kept.contains($0.id) }
    }
    if dropsIsolates {
      let connected = Set(graph.edges.flatMap { [$0.source, $0.target] })
      graph.nodes.removeAll { !connected.contains($0.id) }
    }
  }

  /// Drops the nodes that `isKept` does not want, and their edges.
  private func restrict(_ graph: inout Graph, to isKept: (Node) -> Bool) {
    let count = graph.nodes.count
    graph.nodes.removeAll { !isKept($0) }
    guard graph.nodes.count < count else { return }
    let ids = Set(graph.nodes.map(\.id))
    graph.edges.removeAll { !ids.contains($0.source) || !ids.contains($0.target) }
  }
}

extension GraphFilter {
  /// Takes away evidence of other days and adds edges up anew; articles of other days go as well,
  /// unless evidence that stays cites them.
  private func restrictDates(of graph: inout Graph) {
    guard since != nil || until != nil else { return }
    let copies = ArticleCopies(graph.articles)
    let dates = Dictionary(graph.articles.map { ($0.id, $0.date?.date) }) { first, _ in first }
    graph.edges = graph.edges.compactMap { restricted($0, dates, copies) }
    let cited = Set(graph.edges.flatMap { $0.evidence.map(\.article) })
    graph.articles.removeAll { !isWithin($0.date?.date) && !cited.contains($0.id) }
    recount(&graph, dates)
  }

  /// Counts of nodes anew, from the evidence that is left: a node has the places that show it there.
  /// Nodes without evidence go when all that names them is known to be of other days.
  private func recount(_ graph: inout Graph, _ dates: [String: CalendarDate?]) {
    guard graph.edges.allSatisfy({ !$0.evidence.isEmpty }) else { return }
    var seen: [String: NodeSightings] = [:]
    for edge in graph.edges {
      for piece in edge.evidence {
        let date = dates[piece.article] ?? nil
        for end in [edge.source, edge.target] { seen[end, default: .init()].add(piece, date) }
      }
    }
    graph.nodes = graph.nodes.compactMap { node in
      guard let sightings = seen[node.id] else { return mayBeSeen(node) ? node.unseen : nil }
      return sightings.counted(node)
    }
  }

  private func mayBeSeen(_ node: Node) -> Bool {
    guard let first = node.firstSeen, let last = node.lastSeen else { return false }
    return span.mayHold(first, last)
  }

  private func restricted(_ edge: Edge, _ dates: [String: CalendarDate?], _ copies: ArticleCopies)
    -> Edge?
  {
    guard !edge.evidence.isEmpty else {
      return isWithin(edge.firstDate) || isWithin(edge.lastDate) ? edge : nil
    }
    let kept = edge.evidence.filter { isWithin($0.date ?? dates[$0.article] ?? nil) }
    guard !kept.isEmpty, kept.count < edge.evidence.count else { return kept.isEmpty ? nil : edge }
    var edge = edge
    edge.addUp(kept, copies: copies)
    return edge
  }

  private var span: DateSpan { DateSpan(since: since, until: until) }

  private func isWithin(_ date: CalendarDate?) -> Bool { date.map(span.mayHold) ?? false }
}

/// Where evidence shows a node.
private struct NodeSightings {
  private struct Place: Hashable {
    var article: String
    var sentence: Int
  }

  private var places: Set<Place> = []
  private var articles: Set<String> = []
  private var first: CalendarDate?
  private var last: CalendarDate?

  mutating func add(_ piece: EdgeEvidence, _ date: CalendarDate?) {
    places.insert(Place(article: piece.article, sentence: piece.spans.sentence))
    articles.insert(piece.article)
    guard let date else { return }
    first = min(first ?? date, date)
    last = max(last ?? date, date)
  }

  func counted(_ node: Node) -> Node {
    var node = node
    node.mentions = min(node.mentions, places.count)
    node.articles = articles.count
    (node.firstSeen, node.lastSeen) = (first, last)
    return node
  }
}

extension Node {
  fileprivate var unseen: Node {
    var node = self
    (node.mentions, node.articles) = (0, 0)
    (node.firstSeen, node.lastSeen) = (nil, nil)
    return node
  }
}
