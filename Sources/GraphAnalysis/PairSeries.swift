public import DocumentModel
public import GraphModel

/// What two entities did to each other, period by period, with the periods in which they did nothing.
public struct PairSeries: Sendable, Equatable {
  public var first: Node
  public var second: Node
  public var period: Period
  public var rows: [Row]
  /// Acts whose date is unknown or not known to the period; in no row.
  public var undated: Tally

  public struct Row: Sendable, Equatable {
    public var start: CalendarDate
    public var label: String
    /// The articles of the period, whatever they tell: what the other figures must be seen against.
    public var articles = 0
    public var total = Tally()
    /// By the first to the second.
    public var forward = Tally()
    /// By the second to the first.
    public var backward = Tally()
    /// Between the two without direction.
    public var mutual = Tally()
  }

  /// Acts added up.
  public struct Tally: Sendable, Equatable {
    public var events = 0.0
    public var goldstein = 0.0
    /// By quad class.
    public var byClass: [QuadClass: Double] = [:]

    public init() {}

    mutating func add(_ event: CountedEvent, _ edge: Edge) {
      events += event.weight
      goldstein += event.weight * (edge.predicate.goldstein ?? 0)
      if let quad = edge.predicate.category.quadClass { byClass[quad, default: 0] += event.weight }
    }

    public var cooperation: Double { sum { $0.isCooperation } }
    public var conflict: Double { sum { !$0.isCooperation } }

    private func sum(_ isIncluded: (QuadClass) -> Bool) -> Double {
      QuadClass.allCases.filter(isIncluded).reduce(0) { $0 + (byClass[$1] ?? 0) }
    }
  }

  /// - Parameters:
  ///   - since: the rows begin with its period, `until`: they end with its; nil for the first and the
  ///     last that the graph tells of.
  ///   - allStances: also what is denied, planned, demanded, possible; else only acts told as fact.
  public init(
    of graph: Graph, first: Node, second: Node, by period: Period, since: CalendarDate? = nil,
    until: CalendarDate? = nil, allStances: Bool = false
  ) {
    self.first = first
    self.second = second
    self.period = period
    undated = Tally()
    let pair = Set([first.id, second.id])
    let events = CountedEvent.events(in: graph, allStances: allStances).filter {
      Set([graph.edges[$0.edge].source, graph.edges[$0.edge].target]) == pair
    }
    rows = Self.rows(
      articles: graph.articles, events: events, by: period, since: since?.first,
      until: until?.last)
    let places = Dictionary(rows.indices.map { (rows[$0].start, $0) }) { first, _ in first }
    for event in events {
      let edge = graph.edges[event.edge]
      if let place = event.date.flatMap(period.start).flatMap({ places[$0] }) {
        rows[place].add(event, edge, first: first.id)
      } else {
        undated.add(event, edge)
      }
    }
  }

  private static func rows(
    articles: [ArticleRecord], events: [CountedEvent], by period: Period, since: CalendarDate?,
    until: CalendarDate?
  ) -> [Row] {
    let published = articles.compactMap { $0.date.flatMap { period.start(of: $0.date) } }
    let starts = published + events.compactMap { $0.date.flatMap(period.start) }
    guard let first = since ?? starts.min(), let last = until ?? starts.max() else { return [] }
    let counts = Dictionary(grouping: published) { $0 }.mapValues(\.count)
    return period.starts(from: first, to: last).map {
      Row(start: $0, label: period.label($0), articles: counts[$0] ?? 0)
    }
  }
}

extension PairSeries.Row {
  fileprivate mutating func add(_ event: CountedEvent, _ edge: Edge, first: String) {
    total.add(event, edge)
    if edge.predicate.isSymmetric {
      mutual.add(event, edge)
    } else if edge.source == first {
      forward.add(event, edge)
    } else {
      backward.add(event, edge)
    }
  }
}

extension CalendarDate {
  /// The first day that it can mean.
  fileprivate var first: CalendarDate? {
    CalendarDate(year: year, month: month ?? 1, day: day ?? 1)
  }

  /// The last day that it can mean.
  fileprivate var last: CalendarDate? {
    let month = month ?? 12
    return CalendarDate(
      year: year, month: month, day: day ?? CalendarDate.days(inMonth: month, of: year))
  }
}
