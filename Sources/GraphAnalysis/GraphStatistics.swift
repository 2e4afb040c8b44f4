public import DocumentModel
public import GraphModel

/// A graph in figures.
public struct GraphStatistics: Sendable, Equatable, Encodable {
  public var nodes = 0
  public var edges = 0
  public var articles = 0
  /// Places in articles that show an edge.
  public var evidence = 0
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?
  public var types: [Count]
  public var categories: [Count]
  public var relations: [Count]
  public var stances: [Count]
  public var grades: [Count]
  /// The nodes with most edges.
  public var degreeLeaders: [Leader]
  /// The edges that most independent articles show.
  public var weightLeaders: [Heavy]
  /// Numbers of nodes of the connected components, the largest first.
  public var components: [Int]
  /// Acts told as fact, by month, months without any included.
  public var timeline: [Month]
  /// The pairs with most acts told as fact.
  public var balance: [Balance]

  public struct Count: Sendable, Equatable, Encodable {
    public var name: String
    public var count: Int
  }

  public struct Leader: Sendable, Equatable, Encodable {
    public var id: String
    public var label: String
    public var type: EntityType
    public var outgoing = 0
    public var incoming = 0
    /// The sum of the weights of its edges.
    public var weight = 0.0

    public var degree: Int { outgoing + incoming }
  }

  public struct Heavy: Sendable, Equatable, Encodable {
    public var id: String
    public var source: String
    public var label: String
    public var target: String
    public var weight: Double
  }

  public struct Month: Sendable, Equatable, Encodable {
    public var month: String
    public var articles = 0
    public var cooperation = 0.0
    public var conflict = 0.0
    public var goldstein = 0.0
  }

  /// Cooperation and conflict between two, whoever acts.
  public struct Balance: Sendable, Equatable, Encodable {
    public var first: String
    public var second: String
    public var cooperation = 0.0
    public var conflict = 0.0
    /// Goldstein scores added up: above zero for cooperation.
    public var goldstein = 0.0

    public var events: Double { cooperation + conflict }
  }

  /// - Parameters:
  ///   - leaders: how many nodes, edges and pairs are listed.
  ///   - since: where dates and time line begin at the earliest, `until`: where they end at the latest;
  ///     a part of a graph cites articles of other days, too.
  public init(
    _ graph: Graph, leaders: Int = 10, since: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    nodes = graph.nodes.count
    edges = graph.edges.count
    articles = graph.articles.count
    evidence = graph.edges.reduce(0) { $0 + $1.count }
    let span = DateSpan(since: since, until: until)
    let dates = graph.articles.compactMap { $0.date?.date } + graph.edges.compactMap(\.firstDate)
    firstDate = dates.filter(span.mayHold).min()
    lastDate = (dates + graph.edges.compactMap(\.lastDate)).filter(span.mayHold).max()
    types = Self.counts(graph.nodes.map(\.type.rawValue))
    categories = Self.counts(graph.edges.map(\.predicate.category.rawValue))
    relations = Self.counts(graph.edges.map(\.predicate.relation))
    stances = Self.counts(
      graph.edges.map { $0.modality.rawValue + ($0.polarity == .negated ? ", not" : "") })
    grades = Self.counts(graph.edges.map(\.grade.rawValue))
    degreeLeaders = Self.leaders(of: graph, leaders)
    weightLeaders = Self.heaviest(of: graph, leaders)
    components = GraphStructure(graph).components.map(\.count)
    let events = CountedEvent.events(in: graph)
    timeline = Self.timeline(of: graph, events, within: span)
    balance = Self.balance(of: graph, events, leaders)
  }

  /// The most frequent first; of equals by name.
  private static func counts(_ names: [String]) -> [Count] {
    Dictionary(grouping: names) { $0 }.map { Count(name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}

extension GraphStatistics {
  private static func leaders(of graph: Graph, _ limit: Int) -> [Leader] {
    var leaders = graph.nodes.map { Leader(id: $0.id, label: $0.label, type: $0.type) }
    let places = Dictionary(graph.nodes.indices.map { (graph.nodes[$0].id, $0) }) { $1 }
    for edge in graph.edges {
      guard let source = places[edge.source], let target = places[edge.target] else { continue }
      leaders[source].outgoing += 1
      leaders[target].incoming += 1
      leaders[source].weight += edge.weight
      leaders[target].weight += edge.weight
    }
    return Array(
      leaders.filter { $0.degree > 0 }.sorted {
        ($1.degree, $1.weight, $0.id) < ($0.degree, $0.weight, $1.id)
      }.prefix(limit))
  }

  private static func heaviest(of graph: Graph, _ limit: Int) -> [Heavy] {
    graph.edges.sorted { ($1.weight, $1.count, $0.id) < ($0.weight, $0.count, $1.id) }.prefix(limit)
      .map {
        Heavy(id: $0.id, source: $0.source, label: $0.label, target: $0.target, weight: $0.weight)
      }
  }

  private static func timeline(
    of graph: Graph, _ events: [CountedEvent], within span: DateSpan
  ) -> [Month] {
    func start(_ date: CalendarDate?) -> CalendarDate? {
      date.flatMap { span.mayHold($0) ? Period.month.start(of: $0) : nil }
    }
    let published = graph.articles.compactMap { start($0.date?.date) }
    let dated = events.compactMap { event in
      start(event.date).map { (start: $0, event: event) }
    }
    let starts = published + dated.map(\.start)
    guard let first = starts.min(), let last = starts.max() else { return [] }
    let articles = Dictionary(grouping: published) { $0 }.mapValues(\.count)
    let byMonth = Dictionary(grouping: dated, by: \.start)
    return Period.month.starts(from: first, to: last).map { start in
      var month = Month(month: Period.month.label(start), articles: articles[start] ?? 0)
      for (_, event) in byMonth[start] ?? [] { month.add(event, graph.edges[event.edge].predicate) }
      return month
    }
  }

  private static func balance(of graph: Graph, _ events: [CountedEvent], _ limit: Int) -> [Balance]
  {
    var balances: [[String]: Balance] = [:]
    for event in events {
      let edge = graph.edges[event.edge]
      let ends = [edge.source, edge.target].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      balances[ends, default: Balance(first: ends[0], second: ends[1])].add(event, edge.predicate)
    }
    return Array(
      balances.values.sorted {
        ($1.events, $0.first, $0.second) < ($0.events, $1.first, $1.second)
      }.prefix(limit))
  }
}

extension GraphStatistics.Month {
  fileprivate mutating func add(_ event: CountedEvent, _ predicate: Predicate) {
    goldstein += event.weight * (predicate.goldstein ?? 0)
    if predicate.category.quadClass?.isCooperation == true {
      cooperation += event.weight
    } else {
      conflict += event.weight
    }
  }
}

extension GraphStatistics.Balance {
  fileprivate mutating func add(_ event: CountedEvent, _ predicate: Predicate) {
    goldstein += event.weight * (predicate.goldstein ?? 0)
    if predicate.category.quadClass?.isCooperation == true {
      cooperation += event.weight
    } else {
      conflict += event.weight
    }
  }
}
