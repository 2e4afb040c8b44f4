import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// What holds for every format.
@Suite struct GraphWriterTests {
  static let writers: [(name: String, writer: any GraphWriter)] = [
    ("graphml", GraphMLWriter()), ("gephi.graphml", GraphMLWriter(profile: .gephi)),
    ("dot", DOTWriter()),
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
      for (name, graph) in Self.graphs where name != "hostile" {
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
      }
    }
  }

  @Test func twentyThousandEdgesAreQuick() throws {
    let graph = SampleGraphs.random(nodeCount: 2_000, edgeCount: 20_000)
    for (ending, writer) in Self.writers {
      let bytes = try Self.bytes(writer, graph)
      #expect(bytes.count > 2_000_000, Comment(rawValue: ending))
    }
  }
}
