import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// GraphML as real readers see it.
@Suite struct GraphMLReaderTests {
  private func check(_ body: (String, Graph) throws -> Void) throws {
    for (name, graph) in GraphWriterTests.graphs {
      for profile in GraphMLWriter.Profile.allCases {
        let bytes = try GraphWriterTests.bytes(GraphMLWriter(profile: profile), graph)
        try TemporaryFolder.withFile("\(name).graphml", bytes) { try body($0, graph) }
      }
    }
  }

  @Test(.enabled(if: Readers.isInstalled("xmllint"), "xmllint is not installed"))
  func isWellFormed() throws {
    try check { file, _ in
      let outcome = try Readers.run("xmllint", ["--nonet", "--noout", "--huge", file])
      #expect(outcome.status == 0, Comment(rawValue: outcome.errors))
    }
  }

  @Test(.enabled(if: Readers.hasNetworkX, "python3 with networkx is not installed"))
  func networkXReadsEveryNodeEdgeAndText() throws {
    let program = """
      import json, sys, networkx
      g = networkx.read_graphml(sys.argv[1], force_multigraph=True)
      print(json.dumps([[[n, d["label"]] for n, d in g.nodes(data=True)], \
      [[u, v, k, d.get("label"), d.get("evidence")] for u, v, k, d in g.edges(keys=True, data=True)]]))
      """
    try check { file, graph in
      let outcome = try Readers.python(program, file)
      let seen = try JSONDecoder().decode(SeenGraph.self, from: Data(outcome.output.utf8))
      #expect(seen.nodes == graph.nodes.map { [$0.id, TextCleaning.cleaned($0.shownLabel)] })
      #expect(seen.edgeLabels == Dictionary(uniqueKeysWithValues: graph.edges.map { ($0.id, TextCleaning.cleaned($0.label)) }))
    }
  }

  @Test(.enabled(if: Readers.hasIGraph, "python3 with igraph is not installed"))
  func igraphReadsEveryNodeAndEdge() throws {
    let program = """
      import sys, igraph
      g = igraph.Graph.Read_GraphML(sys.argv[1])
      print(g.vcount(), g.ecount())
      """
    try check { file, graph in
      let outcome = try Readers.python(program, file)
      #expect(outcome.output == "\(graph.nodes.count) \(graph.edges.count)\n", Comment(rawValue: outcome.errors))
    }
  }

  private struct SeenGraph: Decodable {
    var nodes: [[String]]
    var edgeLabels: [String: String]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      nodes = try container.decode([[String]].self)
      let edges = try container.decode([[String?]].self)
      edgeLabels = Dictionary(edges.map { ($0[2] ?? "", $0[3] ?? "") }) { $1 }
    }
  }
}
