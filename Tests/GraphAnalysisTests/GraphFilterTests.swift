import DocumentModel
import GraphAnalysis
import GraphModel
import Testing

@Suite struct GraphFilterTests {
  /// A chain a – b – c – d, an office of e at a, and f alone.
  static let graph = Graph(
    nodes: ["a", "b", "c", "d"].map { node($0) } + [node("e", "E", .official), node("f")],
    edges: [
      edge("a", "b", "arm", .aid, [piece("x", "2024-01-05"), piece("y", "2024-03-01")]),
      edge("b", "a", "arm", .aid, modality: .denied, [piece("x", "2024-01-05")]),
      edge("b", "c", "warn", .threaten, [piece("y", "2024-03-01")]),
      edge("c", "d", "meet", .consult, polarity: .negated, symmetric: true, [piece("z")]),
      edge("e", "a", "lead", .office, [piece("x", "2024-01-05")]),
    ],
    articles: [article("x", "2024-01-05"), article("y", "2024-03-01"), article("z", "2024")])

  /// Which edges and nodes are left, as `a>b arm` and ids.
  private func left(_ change: (inout GraphFilter) -> Void) -> ([String], String) {
    var filter = GraphFilter()
    change(&filter)
    let graph = filter.applied(to: Self.graph)
    let ids = Set(graph.nodes.map(\.id))
    for edge in graph.edges { #expect(ids.contains(edge.source) && ids.contains(edge.target)) }
    return (
      graph.edges.map { "\($0.source)>\($0.target) \($0.label)" }, graph.nodes.map(\.id).joined()
    )
  }

  @Test func nothingSetKeepsAll() {
    #expect(GraphFilter().applied(to: Self.graph) == Self.graph)
  }

  @Test func conditionsOnEdges() {
    #expect(left { $0.relations = ["warn"] }.0 == ["b>c warn"])
    #expect(left { $0.categories = [.aid] }.0 == ["a>b arm", "b>a denied: arm"])
    #expect(left { $0.polarities = [.negated] }.0 == ["c>d not: meet"])
    #expect(left { $0.modalities = [.denied] }.0 == ["b>a denied: arm"])
    #expect(left { $0.minimumWeight = 2 }.0 == ["a>b arm"])
    #expect(left { $0.minimumWeight = 2 }.1 == "abcdef")
  }

  @Test func typesOfBothEnds() {
    #expect(
      left { $0.types = [.country] } == (
        ["a>b arm", "b>a denied: arm", "b>c warn", "c>d not: meet"], "abcdf"
      ))
    #expect(left { $0.types = [.official] } == ([], "e"))
  }

  @Test func datesTakeEvidenceAwayAndAddUpAnew() {
    var filter = GraphFilter()
    filter.since = CalendarDate("2024-02")
    filter.until = CalendarDate("2024-03-01")
    let graph = filter.applied(to: Self.graph)
    // The article of the undated piece is of some day of the year.
    #expect(graph.edges.map(\.label) == ["arm", "warn", "not: meet"])
    #expect(graph.edges.first?.weight == 1)
    #expect(graph.edges.first?.firstDate == CalendarDate("2024-03-01"))
    #expect(graph.articles.map(\.id) == ["y", "z"])
  }

  @Test func datesCountNodesAnew() throws {
    func seen(_ id: String, _ first: String, _ last: String, _ mentions: Int) -> Node {
      Node(
        id: id, label: id, type: .country, firstSeen: CalendarDate(first),
        lastSeen: CalendarDate(last), mentions: mentions, articles: 2)
    }
    let whole = Graph(
      nodes: [
        seen("a", "2024-01-05", "2024-03-01", 9), seen("b", "2024-01-05", "2024-03-01", 1),
        seen("c", "2024-01-05", "2024-04-01", 5), seen("d", "2024-01-05", "2024-01-05", 5),
      ],
      edges: [
        edge(
          "a", "b", "arm", .aid,
          [
            piece("x", "2024-01-05"), piece("y", "2024-02-20"), piece("y", "2024-02-20", at: 5),
          ])
      ],
      articles: [article("x", "2024-01-05"), article("y", "2024-03-01")])
    var filter = GraphFilter()
    filter.since = CalendarDate("2024-02")
    let graph = filter.applied(to: whole)
    #expect(graph.nodes.map(\.id) == ["a", "b", "c"])
    #expect(graph.nodes.map(\.mentions) == [1, 1, 0])
    #expect(graph.nodes.map(\.articles) == [1, 1, 0])
    #expect(graph.nodes.map { $0.firstSeen?.description } == ["2024-03-01", "2024-03-01", nil])
  }

  @Test func structure() {
    #expect(left { $0.egos = ["d"] }.1 == "cd")
    #expect(left { ($0.egos, $0.hops) = (["d"], 2) }.1 == "bcd")
    #expect(left { ($0.egos, $0.hops) = (["f"], 0) } == ([], "f"))
    #expect(left { $0.keepsLargestComponentOnly = true }.1 == "abcde")
    #expect(left { $0.dropsIsolates = true }.1 == "abcde")
    #expect(left { $0.top = 2 } == (["a>b arm", "b>a denied: arm"], "ab"))
    #expect(left { ($0.top, $0.types, $0.dropsIsolates) = (9, [.country], true) }.1 == "abcd")
  }

  @Test(arguments: [
    ("a", "a"), ("A", "a"), ("e", "e"), ("ÉTAT", "g"), ("etat", "g"), ("The State", "g"),
  ])
  func findsByIdLabelAndAlias(name: String, id: String) throws {
    let graph = Graph(nodes: Self.graph.nodes + [node("g", "État", aliases: ["the State"])])
    #expect(try NodeFinder(graph).node(named: name).id == id)
  }

  @Test func namesThatFitNoneOrSeveralAreErrors() {
    let finder = NodeFinder(
      Graph(nodes: [
        node("x1", "Kim Jong Un", aliases: ["Kim"]), node("x2", "Kim Yo Jong", aliases: ["Kim"]),
      ]))
    #expect(throws: NodeFinderError(name: "Kim", kind: .ambiguous(["x1", "x2"]))) {
      try finder.node(named: "Kim")
    }
    #expect(
      throws: NodeFinderError(name: "Jong", kind: .unknown(near: ["Kim Jong Un", "Kim Yo Jong"]))
    ) {
      try finder.node(named: "Jong")
    }
  }
}
