import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// The formats that libraries read, as the real libraries see them: every node, every edge, every
/// label.
@Suite struct LibraryReaderTests {
  /// A label for each node id and each edge id.
  private struct Seen: Codable, Equatable {
    var nodes: [String: String]
    var edges: [String: String]

    init(_ graph: Graph) {
      nodes = Dictionary(
        uniqueKeysWithValues: graph.nodes.map { ($0.id, TextCleaning.cleaned($0.shownLabel)) })
      edges = Dictionary(
        uniqueKeysWithValues: graph.edges.map { ($0.id, TextCleaning.cleaned($0.label)) })
    }
  }

  /// Writes every sample graph with `writer`, has one run of Python read them all, and compares.
  private func expectSame(_ writer: any GraphWriter, _ program: String) throws {
    try TemporaryFolder.with { folder in
      let files = try GraphWriterTests.graphs.map { name, graph in
        let file = "\(folder)/\(name)"
        try AtomicFile(file).write { try writer.write(graph, to: $0) }
        return file
      }
      let outcome = try Readers.run("python3", ["-c", program] + files)
      let lines = outcome.output.split(separator: "\n")
      try #require(lines.count == files.count, Comment(rawValue: outcome.errors))
      for (line, (name, graph)) in zip(lines, GraphWriterTests.graphs) {
        let seen = try JSONDecoder().decode(Seen.self, from: Data(line.utf8))
        #expect(seen == Seen(graph), Comment(rawValue: name))
      }
    }
  }

  private static let networkX = """
    import json, sys, networkx
    def show(g, key):
        print(json.dumps({"nodes": {n: d["label"] for n, d in g.nodes(data=True)}, \
    "edges": {(k if key == "key" else d[key]): d.get("label", "") \
    for u, v, k, d in g.edges(keys=True, data=True)}}))
    for file in sys.argv[1:]:

    """

  @Test(
    .enabled(if: Readers.hasNetworkX, "python3 with networkx is not installed"),
    arguments: GraphMLWriter.Profile.allCases)
  func networkXReadsGraphML(profile: GraphMLWriter.Profile) throws {
    let program =
      Self.networkX + "    show(networkx.read_graphml(file, force_multigraph=True), 'eid')"
    try expectSame(GraphMLWriter(profile: profile), program)
  }

  @Test(
    .enabled(if: Readers.hasNetworkX, "python3 with networkx is not installed"),
    arguments: GEXFWriter.Mode.allCases)
  func networkXReadsGEXF(mode: GEXFWriter.Mode) throws {
    let program =
      Self.networkX + "    show(networkx.MultiDiGraph(networkx.read_gexf(file)), 'id')"
    try expectSame(GEXFWriter(mode: mode), program)
  }

  @Test(.enabled(if: Readers.hasNetworkX, "python3 with networkx is not installed"))
  func networkXReadsJSON() throws {
    let program =
      Self.networkX
      + "    show(networkx.node_link_graph(json.load(open(file)), edges='edges'), 'key')"
    try expectSame(JSONWriter(), program)
  }

  @Test(.enabled(if: Readers.hasIGraph, "python3 with igraph is not installed"))
  func igraphReadsGraphML() throws {
    let program = """
      import json, sys, igraph
      for file in sys.argv[1:]:
          g = igraph.Graph.Read_GraphML(file)
          print(json.dumps({"nodes": {v["id"]: v["label"] for v in g.vs}, \
      "edges": {e["eid"]: e["label"] for e in g.es}}))
      """
    try expectSame(GraphMLWriter(), program)
  }

  @Test(.enabled(if: Readers.isInstalled("python3"), "python3 is not installed"))
  func pythonReadsTheTables() throws {
    let program = """
      import csv, json, sys
      for file in sys.argv[1:]:
          rows = list(csv.DictReader(open(file, newline=""), strict=True))
          unguarded = lambda text: text[1:] if text[:2] in ("'=", "'+", "'-", "'@") else text
          print(json.dumps({"nodes": {r["id:ID"]: unguarded(r["name"]) for r in rows}, "edges": {}}))
      """
    let nodesOnly = GraphWriterTests.graphs.map { Graph(nodes: $0.graph.nodes) }
    try TemporaryFolder.with { folder in
      for graph in nodesOnly {
        let file = "\(folder)/nodes.csv"
        try AtomicFile(file).write { try Neo4jTables(evidence: .quote).nodes.write(graph, to: $0) }
        let outcome = try Readers.run("python3", ["-c", program, file])
        #expect(try JSONDecoder().decode(Seen.self, from: Data(outcome.output.utf8)) == Seen(graph))
      }
    }
  }

  @Test(.enabled(if: Readers.isInstalled("xmllint"), "xmllint is not installed"))
  func xmlIsWellFormed() throws {
    try TemporaryFolder.with { folder in
      var files: [String] = []
      for (ending, writer) in GraphWriterTests.writers {
        guard ending.hasSuffix("graphml") || ending.hasSuffix("gexf") else { continue }
        for (name, graph) in GraphWriterTests.graphs {
          files.append("\(folder)/\(name).\(ending)")
          try AtomicFile("\(folder)/\(name).\(ending)").write { try writer.write(graph, to: $0) }
        }
      }
      let outcome = try Readers.run("xmllint", ["--nonet", "--noout", "--huge"] + files)
      #expect(files.count == 20)
      #expect(outcome.status == 0, Comment(rawValue: outcome.errors))
    }
  }
}
