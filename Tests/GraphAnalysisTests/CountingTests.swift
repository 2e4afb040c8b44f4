import DocumentModel
import GraphAnalysis
import GraphModel
import Testing

@Suite struct CountingTests {
  @Test(
    arguments: [
      (Period.day, "2024-02-29", "2024-02-29"), (.week, "2024-03-03", "2024-02-26"),
      (.week, "2024-02-26", "2024-02-26"), (.month, "2024-02-29", "2024-02"),
      (.quarter, "2024-12-31", "2024-Q4"), (.year, "2024", "2024"), (.month, "2024", nil),
      (.day, "2024-02", nil),
    ] as [(Period, String, String?)])
  func periods(period: Period, date: String, label: String?) throws {
    let date = try #require(CalendarDate(date))
    #expect(period.start(of: date).map(period.label) == label)
  }

  @Test func periodsFollowEachOther() throws {
    let (first, last) = try (
      #require(CalendarDate("2023-11-30")), #require(CalendarDate("2024-02-01"))
    )
    #expect(
      Period.month.starts(from: first, to: last).map(Period.month.label) == [
        "2023-11", "2023-12", "2024-01", "2024-02",
      ])
    #expect(
      Period.quarter.starts(from: first, to: last).map(Period.quarter.label) == [
        "2023-Q4", "2024-Q1",
      ])
    #expect(Period.week.starts(from: first, to: last).count == 10)
  }

  static let graph: Graph = {
    let articles = [
      article("x", "2024-01-05", copies: "wire"), article("y", "2024-01-05", copies: "wire"),
      article("z", "2024-03-07"),
    ]
    let copies = ArticleCopies(articles)
    return Graph(
      nodes: [node("RUS"), node("USA"), node("KOR")],
      edges: [
        edge(
          "RUS", "USA", "warn", .threaten, goldstein: -4,
          [
            piece("x", "2024-01-05"), piece("x", "2024-01-05", at: 9), piece("y", "2024-01-05"),
            piece("z", "2024-03-07"),
          ],
          copies: copies),
        edge(
          "USA", "RUS", "arm", .aid, modality: .denied, goldstein: 7, [piece("z", "2024-03-07")]),
        edge("RUS", "USA", "meet", .consult, symmetric: true, goldstein: 1, [piece("z", "2024")]),
        edge("KOR", "USA", "lead", .office, [piece("z", "2024-03-07")]),
      ], articles: articles)
  }()

  @Test func copiesAndRepetitionsCountOnce() {
    #expect(Self.graph.edges.map(\.weight) == [2, 1, 1, 1])
    let events = CountedEvent.events(in: Self.graph)
    #expect(events.map(\.edge) == [0, 0, 2])
    #expect(events.map(\.weight) == [1, 1, 1])
    #expect(CountedEvent.events(in: Self.graph, allStances: true).map(\.edge) == [0, 0, 1, 2])
  }

  @Test func aSeriesHasZerosAndArticles() {
    let series = PairSeries(
      of: Self.graph, first: node("USA"), second: node("RUS"), by: .month)
    #expect(series.rows.map(\.label) == ["2024-01", "2024-02", "2024-03"])
    #expect(series.rows.map(\.articles) == [2, 0, 1])
    #expect(series.rows.map(\.total.events) == [1, 0, 1])
    #expect(series.rows.map(\.backward.goldstein) == [-4, 0, -4])
    #expect(series.rows.map(\.forward.events) == [0, 0, 0])
    #expect(series.undated.events == 1)
    let all = PairSeries(
      of: Self.graph, first: node("USA"), second: node("RUS"), by: .year, allStances: true)
    #expect(all.rows.map(\.total.events) == [4])
    #expect(all.rows.map(\.mutual.events) == [1])
    #expect(all.rows.map(\.total.cooperation) == [2])
  }

  @Test(arguments: [
    ("2024-02", "2024-05", ["2024-02", "2024-03", "2024-04", "2024-05"]),
    ("2024-02-29", "", ["2024-02", "2024-03"]), ("", "2024-01-31", ["2024-01"]),
    ("2023-11", "2024-01", ["2023-11", "2023-12", "2024-01"]),
  ])
  func aSeriesRunsFromSinceToUntil(since: String, until: String, labels: [String]) {
    let series = PairSeries(
      of: Self.graph, first: node("USA"), second: node("RUS"), by: .month,
      since: CalendarDate(since), until: CalendarDate(until))
    #expect(series.rows.map(\.label) == labels)
  }

  @Test func statistics() {
    let statistics = GraphStatistics(Self.graph)
    #expect(statistics.nodes == 3 && statistics.edges == 4 && statistics.articles == 3)
    #expect(statistics.evidence == 7)
    #expect(statistics.degreeLeaders.map(\.id) == ["USA", "RUS", "KOR"])
    #expect(statistics.degreeLeaders.map(\.degree) == [4, 3, 1])
    #expect(statistics.weightLeaders.first?.label == "warn")
    #expect(statistics.components == [3])
    #expect(statistics.timeline.map(\.conflict) == [1, 0, 1])
    #expect(statistics.balance.map(\.goldstein) == [-7])
    #expect(statistics.balance.map(\.events) == [3])
    #expect(GraphStatistics(Graph()).timeline.isEmpty)
  }

  /// An article that foretold what is kept is older than the dates that were asked for.
  @Test func timeLinesKeepToTheDatesAskedFor() {
    var filter = GraphFilter()
    filter.since = CalendarDate("2024-02")
    let part = filter.applied(
      to: Graph(
        nodes: [node("KOR"), node("USA")],
        edges: [
          edge("KOR", "USA", "aid", .aid, [piece("old", "2024-03-05"), piece("new", "2024-04-01")])
        ],
        articles: [article("new", "2024-04-01"), article("old", "2023-11-09")]))
    #expect(GraphStatistics(part).timeline.first?.month == "2023-11")
    let statistics = GraphStatistics(part, since: filter.since)
    #expect(statistics.timeline.map(\.month) == ["2024-03", "2024-04"])
    #expect(statistics.timeline.map(\.articles) == [0, 1])
    #expect(statistics.firstDate == CalendarDate("2024-03-05"))
    #expect(
      GraphStatistics(part, until: CalendarDate("2024-03")).lastDate == part.edges[0].firstDate)
  }
}
