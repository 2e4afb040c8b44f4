import DocumentModel
import GraphModel
import Testing

@testable import GraphExport

/// Columns of gazetteers that no field has.
@Suite struct NodeAttributeTests {
  private static let graph = Graph(nodes: [
    Node(
      id: "a", label: "A", type: .person, attributes: ["Team Colour": "blue", "shape": "5 < 6"]),
    Node(id: "b", label: "B", type: .person),
  ])

  @Test(arguments: [
    (
      "graphml",
      ["attr.name=\"team_colour\"", "<data key=\"n_team_colour\">blue</data>", "n_x_shape"]
    ),
    ("gexf", ["title=\"team_colour\"", "for=\"n_team_colour\" value=\"blue\"", "n_x_shape"]),
    ("dot", ["team_colour=\"blue\"", "x_shape=\"5 < 6\""]),
    ("json", ["\"attributes\":{\"Team Colour\":\"blue\",\"shape\":"]),
    ("jsonl", ["\"attributes\":{\"Team Colour\":\"blue\",\"shape\":"]),
    ("cypher", ["team_colour: 'blue'", "x_shape: '5 < 6'"]),
    ("gephi.nodes.csv", [",team_colour,x_shape\n", ",\"blue\",\"5 < 6\"\n"]),
    ("neo4j.nodes.csv", [",team_colour,x_shape,first_seen:date", ",\"blue\",\"5 < 6\","]),
  ])
  func areWritten(ending: String, parts: [String]) throws {
    let writer = try #require(GraphWriterTests.writers.first { $0.name == ending }).writer
    let text = String(decoding: try GraphWriterTests.bytes(writer, Self.graph), as: UTF8.self)
    for part in parts { #expect(text.contains(part), "\(ending): \(part) in \(text)") }
  }

  @Test(arguments: [
    ("Team Colour", "team_colour"), ("id", "x_id"), ("LABEL", "x_label"), ("2nd", "x_2nd"),
    ("größe", "gr_e"), ("–", "x__"),
  ])
  func haveNamesThatReadersTake(column: String, written: String) {
    let graph = Graph(nodes: [Node(id: "a", label: "", type: .person, attributes: [column: "x"])])
    #expect(NodeAttributes(graph).names.map(\.written) == [written])
  }

  @Test func haveNamesThatDiffer() {
    let graph = Graph(nodes: [
      Node(id: "a", label: "", type: .person, attributes: ["a b": "1", "a-b": "2", "x_a_b": "3"])
    ])
    #expect(Set(NodeAttributes(graph).names.map(\.written)).count == 3)
  }
}
