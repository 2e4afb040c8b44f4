import DocumentModel
import Foundation
import GraphModel
import Testing

@testable import GraphExport

@Suite struct GraphReaderTests {
  @Test func jsonReadsBackAsItShows() throws {
    for (name, graph) in GraphWriterTests.graphs {
      let bytes = try GraphWriterTests.bytes(JSONWriter(), graph)
      let back = try GraphReader().graph(from: bytes)
      #expect(try GraphWriterTests.bytes(JSONWriter(), back) == bytes, Comment(rawValue: name))
      if name != "hostile" { #expect(back == graph, Comment(rawValue: name)) }
    }
  }

  @Test func filesAreReadWhateverTheirForm() throws {
    try TemporaryFolder.with { folder in
      for format in [ExportFormat.json, .jsonl] {
        let path = "\(folder)/graph"
        try GraphExporter(format).export(SampleGraphs.seed, to: path)
        #expect(try GraphReader().graph(at: path) == SampleGraphs.seed)
      }
    }
  }

  @Test(arguments: [
    ("", "this is no graph in JSON lines"),
    ("<graphml/>", "this is XML; GraphML and GEXF are for other programs"),
    ("Source,Target\n", "this is no graph that entente wrote"),
    (#"{"nodes":[]}"#, "\"edges\" is missing"),
    (#"{"nodes":[{"id":"a b","label":"","type":"person"}],"edges":[]}"#, "\"a b\" is no id"),
    (
      #"{"nodes":[{"id":"a","label":"","type":"person"},{"id":"a","label":"","type":"person"}],"edges":[]}"#,
      "the id \"a\" stands twice"
    ),
    (#"{"nodes":[{"id":"a","label":"","type":"robot"}],"edges":[]}"#, "nodes.0.type"),
  ])
  func badFilesSayWhatIsWrong(text: String, words: String) throws {
    try TemporaryFolder.withFile("graph.json", Array(text.utf8)) { file in
      let error = #expect(throws: GraphReadingError.self) { try GraphReader().graph(at: file) }
      let description = error?.description ?? ""
      #expect(description.contains(words) && description.hasPrefix(file), "\(description)")
    }
  }

  @Test func anEdgeToNowhereIsNamed() {
    let edge = SampleGraphs.edge("a", "nowhere", "meet", .consult)
    let graph = Graph(nodes: [Node(id: "a", label: "A", type: .person)], edges: [edge])
    #expect(throws: GraphCheck.Fault.self) { try GraphCheck(graph).canonical() }
  }
}
