import Foundation
import GraphModel
import Testing

@testable import GraphExport

/// DOT as Graphviz sees it.
@Suite struct DOTReaderTests {
  @Test(.enabled(if: Readers.isInstalled("dot"), "Graphviz is not installed"))
  func graphvizReadsEveryNodeEdgeAndLabel() throws {
    for (name, graph) in GraphWriterTests.graphs {
      let bytes = try GraphWriterTests.bytes(DOTWriter(), graph)
      try TemporaryFolder.withFile("\(name).dot", bytes) { file in
        let outcome = try Readers.run("dot", ["-Tdot_json", file])
        #expect(outcome.status == 0 && outcome.errors.isEmpty, Comment(rawValue: outcome.errors))
        let seen = try JSONDecoder().decode(SeenDOT.self, from: Data(outcome.output.utf8))
        #expect(Set((seen.objects ?? []).map(\.name)) == Set(graph.nodes.map(\.id)))
        #expect(Set((seen.edges ?? []).map(\.id)) == Set(graph.edges.map(\.id)))
      }
    }
  }

  @Test(
    .enabled(if: Readers.isInstalled("dot"), "Graphviz is not installed"),
    .enabled(if: Readers.isInstalled("xmllint"), "xmllint is not installed"))
  func drawnTextIsWellFormedAndDoesNotRun() throws {
    let bytes = try GraphWriterTests.bytes(DOTWriter(), SampleGraphs.hostile)
    try TemporaryFolder.withFile("hostile.dot", bytes) { file in
      let outcome = try Readers.run("dot", ["-Tsvg", file])
      try TemporaryFolder.withFile("hostile.svg", Array(outcome.output.utf8)) { picture in
        let lint = try Readers.run("xmllint", ["--nonet", "--noout", "--huge", picture])
        #expect(lint.status == 0, Comment(rawValue: lint.errors))
      }
      #expect(!outcome.output.contains("<script"))
    }
  }

  @Test(arguments: [
    (#"a"b\c"#, #"a\"b\\c"#), ("a & b", "a & b"), ("&amp;", "&amp;amp;"), ("&#65;", "&amp;#65;"),
    ("AT&T; x", "AT&amp;T; x"), ("& ;", "& ;"), ("&#x41;", "&amp;#x41;"),
  ])
  func escaping(text: String, expected: String) {
    let scratch = TextScratch()
    text.withUTF8Bytes { scratch.append(dot: $0) }
    #expect(scratch.text == expected)
  }

  @Test func longTextIsCutBetweenScalars() {
    let scratch = TextScratch()
    scratch.append(String(repeating: "é", count: 100))
    scratch.shorten(toBytes: 20)
    #expect(scratch.text == String(repeating: "é", count: 8) + "…")
    scratch.removeAll()
    scratch.append(String(repeating: "é", count: 61))
    scratch.shorten(toCharacters: 60)
    #expect(scratch.text == String(repeating: "é", count: 60) + "…")
  }

  private struct SeenDOT: Decodable {
    struct Object: Decodable { var name: String }
    struct Line: Decodable { var id: String }
    var objects: [Object]?
    var edges: [Line]?
  }
}
