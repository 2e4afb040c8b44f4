import DocumentModel
import GraphModel
import Testing

@testable import GraphExport

@Suite struct TableTests {
  private func field(_ text: String, _ dialect: CSVText.Dialect) throws -> String {
    let bytes = try OutputBuffer.bytes { output in
      CSVText(output: output, dialect: dialect).field(.text(text), TextScratch())
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "", ""), ("a", #""a""#, #""a""#), (#"say "no""#, #""say ""no""""#, #""say ""no""""#),
    (#"a\b"#, #""a\b""#, #""a\\b""#), ("=1+1", #""'=1+1""#, #""'=1+1""#),
    ("@x", #""'@x""#, #""'@x""#), ("-5", #""'-5""#, #""'-5""#), ("072", #""072""#, #""'072""#),
    (" =1", #""'=1""#, #""'=1""#), ("a\nb", #""a b""#, #""a b""#), (#"\"#, #""\""#, #""\\""#),
  ])
  func fields(text: String, plain: String, gephi: String) throws {
    #expect(try field(text, .plain) == plain)
    #expect(try field(text, .gephi) == gephi)
  }

  @Test func negativeNumbersAreNoFormulas() throws {
    let bytes = try OutputBuffer.bytes { output in
      CSVText(output: output, dialect: .plain).field(.real(-2), TextScratch())
    }
    #expect(bytes == Array(#""-2.0""#.utf8))
  }

  @Test(arguments: [
    ("supply", Stance.Polarity.affirmed, Stance.Modality.asserted, "SUPPLY"),
    ("supply", .affirmed, .denied, "DENIED_SUPPLY"),
    ("wage war-on", .negated, .planned, "PLANNED_NOT_WAGE_WAR_ON"),
    ("'; DROP", .affirmed, .asserted, "DROP"), ("é", .affirmed, .asserted, "RELATES_TO"),
    ("3d print", .affirmed, .asserted, "R_3D_PRINT"),
  ])
  func relationshipTypes(
    relation: String, polarity: Stance.Polarity, modality: Stance.Modality, expected: String
  ) {
    let edge = SampleGraphs.edge("a", "b", relation, .aid, polarity: polarity, modality: modality)
    #expect(edge.relationshipType == expected)
  }

  @Test func bothTablesHaveDatesOrNeither() throws {
    let dated = try text(
      GephiTables(evidence: .quote).nodes, SampleGraphs.random(nodeCount: 5, edgeCount: 5))
    #expect(dated.hasPrefix("Id,Label,") && dated.contains("first_seen,last_seen"))
    for writer in [GephiTables(evidence: .quote).nodes, GephiTables(evidence: .quote).edges] {
      let undated = try text(writer, SampleGraphs.parallel)
      #expect(!undated.contains("first_") && !undated.contains("2023-11-09\""))
    }
  }

  @Test func eventsAreSortedByDayAndCountOnceADay() throws {
    var early = SampleGraphs.edge("a", "b", "arm", .aid)
    early.evidence = [piece("2024-01-02", .b), piece("2024-01-02", .a), piece("2023-01-01", .a)]
    var undated = SampleGraphs.edge("a", "b", "aid", .aid)
    undated.evidence = [piece(nil, .a)]
    undated.lastDate = nil
    let graph = Graph(edges: [undated, early])
    func rows(_ repetition: EventTable.Repetition) -> [[UInt32]] {
      EventTable.places(in: graph, repetition).map { [$0.edge, $0.piece] }
    }
    #expect(rows(.all) == [[1, 2], [1, 0], [1, 1], [0, 0]])
    #expect(rows(.onePerDay) == [[1, 2], [1, 1], [0, 0]])
  }

  private func piece(_ date: String?, _ grade: Relation.Grade) -> EdgeEvidence {
    EdgeEvidence(
      article: "x", date: date.flatMap { CalendarDate($0) }, quote: "",
      spans: SampleGraphs.edge("a", "b", "c", .aid).evidence[0].spans, grade: grade)
  }

  @Test func cypherStringsCannotBeLeft() throws {
    let node = Node(id: "a", label: #"it's \u0027 \' end\"#, type: .person)
    let text = try text(CypherWriter(), Graph(nodes: [node]))
    #expect(text.contains(#"name: 'it\'s \\u0027 \\\' end\\', type"#))
  }

  @Test func spellsAreSortedAndDisjoint() {
    var edge = SampleGraphs.edge("a", "b", "arm", .aid)
    edge.evidence = ["2024-03", "2024-01-05", "2024-01-04", "2024-03-31", nil].map { piece($0, .a) }
    let spells = edge.lifetimes.map { spell in
      [spell.first, spell.last].map { Lifetime.date($0)?.description }
    }
    #expect(spells == [["2024-01-04", "2024-01-05"], ["2024-03-01", "2024-03-31"]])
  }

  @Test func aNodeLivesAsLongAsItsEdges() {
    let graph = SampleGraphs.random(nodeCount: 30, edgeCount: 60)
    let lifetimes = NodeLifetimes(graph)
    let places = IDPlaces(graph.nodes)
    for edge in graph.edges {
      for id in [edge.source, edge.target] {
        guard let place = places[id], let life = lifetimes[place] else {
          Issue.record("\(id) has no lifetime")
          continue
        }
        for spell in edge.lifetimes {
          #expect(life.first <= spell.first && spell.last <= life.last)
        }
      }
    }
  }

  /// Places are good for one text only, so its hash goes with them, in every format.
  @Test(arguments: [
    ("graphml", GraphMLWriter(evidence: .spans) as any GraphWriter),
    ("gexf", GEXFWriter(evidence: .spans)), ("dot", DOTWriter(evidence: .spans)),
    ("gephi", GephiTables(evidence: .spans).edges),
    ("neo4j", Neo4jTables(evidence: .spans).relationships),
    ("cypher", CypherWriter(evidence: .spans)),
  ])
  func spansCarryTheHashOfTheText(name: String, writer: any GraphWriter) throws {
    let text = try text(writer, SampleGraphs.seed)
    #expect(text.contains("2023/seoul.txt #00ff ["), "\(name)")
    #expect(!text.contains("did supply to"), "\(name)")
  }

  @Test func nodesAreFoundWhateverTheirOrder() {
    let nodes = ["b", "a", "c"].map { Node(id: $0, label: $0, type: .person) }
    for nodes in [nodes, nodes.sorted { $0.id < $1.id }] {
      let places = IDPlaces(nodes)
      for place in nodes.indices { #expect(places[nodes[place].id] == place) }
      #expect(places["aa"] == nil && places[""] == nil && places["d"] == nil)
    }
  }

  private func text(_ writer: any GraphWriter, _ graph: Graph) throws -> String {
    String(decoding: try GraphWriterTests.bytes(writer, graph), as: UTF8.self)
  }
}
