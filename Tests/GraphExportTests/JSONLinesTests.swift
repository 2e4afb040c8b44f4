import DocumentModel
import GraphModel
import Testing

@testable import GraphExport

@Suite struct JSONLinesTests {
  @Test func everyGraphReadsBackTheSame() throws {
    for (name, graph) in GraphWriterTests.graphs {
      let bytes = try GraphWriterTests.bytes(JSONLinesWriter(), graph)
      let back = try JSONLinesReader().graph(from: bytes)
      #expect(back == graph, Comment(rawValue: name))
      #expect(try GraphWriterTests.bytes(JSONLinesWriter(), back) == bytes, Comment(rawValue: name))
    }
  }

  @Test(arguments: [
    ("", JSONLinesError.Kind.noHeader), ("{}\n", .noHeader),
    (#"{"graph":{"version":99,"articles":0,"nodes":0,"edges":0}}"#, .unknownVersion(99)),
    (#"{"graph":{"version":1,"articles":0,"nodes":1,"edges":0}}"#, .wrongCounts),
    (#"{"node":{"id":"a","type":"country"}}"#, .notReadable(#""label" is missing at node"#)),
  ])
  func badFilesAreNamed(text: String, kind: JSONLinesError.Kind) {
    #expect(throws: JSONLinesError(line: 1, kind: kind)) {
      try JSONLinesReader().graph(from: Array(text.utf8))
    }
  }

  @Test func aBadLineIsNumbered() {
    let text = "{\"graph\":{\"version\":1,\"articles\":0,\"nodes\":0,\"edges\":0}}\n\nnonsense\n"
    let error = #expect(throws: JSONLinesError.self) {
      try JSONLinesReader().graph(from: Array(text.utf8))
    }
    #expect(error?.line == 3)
  }

  @Test(arguments: EvidenceDetail.allCases)
  func evidenceLeavesAsMuchAsIsAllowed(detail: EvidenceDetail) throws {
    let secret = "did supply to RUS"
    for (name, writer) in Self.writers(detail) {
      let text = String(
        decoding: try GraphWriterTests.bytes(writer, SampleGraphs.seed), as: UTF8.self)
      #expect(text.contains(secret) == detail.hasQuotes, "\(name) \(detail)")
      #expect(
        text.contains("2023/seoul.txt") == (detail != .none), "\(name) \(detail)")
      #expect(!text.contains("Blinken in Seoul") || detail.hasQuotes, "\(name) \(detail)")
    }
  }

  private static func writers(_ detail: EvidenceDetail) -> [(String, any GraphWriter)] {
    [
      ("graphml", GraphMLWriter(evidence: detail)), ("gexf", GEXFWriter(evidence: detail)),
      ("dot", DOTWriter(evidence: detail)), ("json", JSONWriter(evidence: detail)),
      ("jsonl", JSONLinesWriter(evidence: detail)), ("cypher", CypherWriter(evidence: detail)),
      ("events", EventTable(evidence: detail)), ("gephi", GephiTables(evidence: detail).edges),
      ("neo4j", Neo4jTables(evidence: detail).relationships),
    ]
  }
}
