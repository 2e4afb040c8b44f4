import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// What holds for every format.
@Suite struct GraphWriterTests {
  static let writers: [(name: String, writer: any GraphWriter)] = [
    ("graphml", GraphMLWriter()), ("gephi.graphml", GraphMLWriter(profile: .gephi)),
    ("gexf", GEXFWriter()), ("dynamic.gexf", GEXFWriter(mode: .dynamic)), ("dot", DOTWriter()),
    ("json", JSONWriter()), ("jsonl", JSONLinesWriter()), ("cypher", CypherWriter()),
    ("events.csv", EventTable()), ("gephi.nodes.csv", GephiTables(evidence: .quote).nodes),
    ("gephi.edges.csv", GephiTables(evidence: .quote).edges),
    ("neo4j.nodes.csv", Neo4jTables(evidence: .quote).nodes),
    ("neo4j.edges.csv", Neo4jTables(evidence: .quote).relationships),
  ]

  static let graphs: [(name: String, graph: Graph)] = [
    ("empty", SampleGraphs.empty), ("one-node", SampleGraphs.oneNode), ("seed", SampleGraphs.seed),
    ("parallel", SampleGraphs.parallel), ("hostile", SampleGraphs.hostile),
  ]

  static func bytes(_ writer: any GraphWriter, _ graph: Graph) throws -> [UInt8] {
    try OutputBuffer.bytes { try writer.write(graph, to: $0) }
  }

  @Test func goldens() throws {
    for (ending, writer) in Self.writers {
      for (name, graph) in Self.graphs where name == "empty" || name == "seed" {
        try Goldens.expect(Self.bytes(writer, graph), equals: "\(name).\(ending)")
      }
    }
  }

  @Test func sameBytesEveryTimeUTF8OneFinalNewline() throws {
    for (ending, writer) in Self.writers {
      for (name, graph) in Self.graphs {
        let bytes = try Self.bytes(writer, graph)
        let comment = Comment(rawValue: "\(name).\(ending)")
        #expect(try Self.bytes(writer, graph) == bytes, comment)
        #expect(String(validating: bytes, as: UTF8.self) != nil, comment)
        #expect(bytes.last == 10 && bytes.dropLast().last != 10, comment)
        #expect(!bytes.contains { $0 < 0x20 && $0 != 10 || $0 == 0x7F }, comment)
        if ["graphml", "gexf", "json", "jsonl"].contains(ending.split(separator: ".").last) {
          #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"), comment)
        }
      }
    }
  }

  @Test(arguments: ["graphml", "gexf", "dot", "json", "gephi.edges.csv"])
  func twentyThousandEdgesAreQuick(ending: String) throws {
    let writer = try #require(Self.writers.first { $0.name == ending }).writer
    let sink = MemorySink()
    let output = OutputBuffer(sink)
    try writer.write(Self.large, to: output)
    try output.flush()
    #expect(sink.bytes.count > 5_000_000)
  }

  private static let large = SampleGraphs.random(nodeCount: 2_000, edgeCount: 20_000)
}
