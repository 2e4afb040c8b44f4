import DocumentModel
import GraphModel
import Testing

@testable import GraphExport

@Suite struct PseudonymTests {
  @Test func peopleWithoutAGazetteerLoseTheirNames() throws {
    let nodes = [
      Node(id: "KOR", label: "South Korea", type: .country, mentions: 1),
      Node(id: "kim", label: "Kim Jong Un", type: .official, mentions: 1),
      Node(
        id: "x-kim-min-ah-1q2w3e", label: "Kim Min-ah", type: .person,
        aliases: ["Ms Kim Min-ah", "Min-ah"], ids: ["wd": "Q1"], mentions: 2),
      Node(id: "x-acme-abcdef", label: "Acme", type: .organisation, mentions: 1),
    ]
    var edge = SampleGraphs.edge(
      "x-kim-min-ah-1q2w3e", "KOR", "sue", .accuse, theme: "Min-ah's house",
      speakers: [("Kim Min-ah", 1)], quote: "Kim Min-ah's lawyer said Min-ah sued Kim Jong Un.")
    edge.via = ["Ms Kim Min-ah"]
    let hidden = Pseudonyms(Graph(nodes: nodes, edges: [edge])).graph
    #expect(hidden.nodes.map(\.id) == ["KOR", "kim", "x-acme-abcdef", "x-person-1"])
    #expect(hidden.nodes.last?.label == "Person 1")
    #expect(hidden.edges.first?.source == "x-person-1")
    #expect(
      hidden.edges.first?.evidence.first?.quote
        == "Person 1's lawyer said Person 1 sued Kim Jong Un.")
    for format in [ExportFormat.graphml, .json, .jsonl, .events, .dot, .cypher, .html] {
      for (_, writer) in GraphExporter(format).writers {
        let bytes = try GraphWriterTests.bytes(writer, hidden)
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        #expect(!text.contains("min-ah") && !text.contains("kim-min"), "\(format)")
      }
    }
  }

  @Test func aGraphWithoutSuchPeopleStaysAsItIs() {
    #expect(Pseudonyms(SampleGraphs.oneNode).graph == SampleGraphs.oneNode)
  }
}
