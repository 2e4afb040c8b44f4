import Foundation
import Testing

@testable import GraphExport

@Suite struct ExportFormatTests {
  @Test(arguments: [
    ("graph.graphml", ExportFormat.graphml), ("a/b.c/G.GRAPHML", .graphml), ("g.dot", .dot),
    ("g.gv", .dot),
    ("g.svg", .svg), ("g.json", .json), ("g.jsonl", .jsonl), ("g.gexf", .gexf),
    ("events.csv", .events),
  ])
  func byPath(path: String, expected: ExportFormat) throws {
    #expect(try ExportFormat(path: path) == expected)
  }

  @Test(arguments: ["graph", ".graphml", "a.b/graph", "graph.", "graph.docx", "-", ""])
  func unknownPathsSayWhatThereIs(path: String) {
    let error = #expect(throws: ExportFormatError.self) { try ExportFormat(path: path) }
    #expect(error?.description.contains("graphml gexf dot") == true)
  }

  @Test func everyNameReadsBack() throws {
    for format in ExportFormat.allCases {
      #expect(try ExportFormat(name: format.rawValue.uppercased()) == format)
    }
    #expect(throws: ExportFormatError(.unknownName("docx"))) { try ExportFormat(name: "docx") }
  }

  @Test func everyFormatHasAWriter() {
    // A vault is written with regard to what is in it.
    for format in ExportFormat.allCases where format != .obsidian {
      #expect(!GraphExporter(format).writers.isEmpty, "\(format.rawValue)")
    }
  }

  @Test func aFolderFormatNeedsAFolder() throws {
    #expect(throws: ExportFormatError(.needsFolder(.csvGephi))) {
      try GraphExporter(.csvGephi).export(SampleGraphs.seed, to: "-")
    }
    try TemporaryFolder.with { folder in
      try GraphExporter(.csvGephi).export(SampleGraphs.seed, to: "\(folder)/tables")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/tables").sorted() == [
          "edges.csv", "nodes.csv",
        ])
      try AtomicFile("\(folder)/file").write { $0.append("x") }
      #expect(throws: OutputError.self) {
        try GraphExporter(.csvGephi).export(SampleGraphs.seed, to: "\(folder)/file")
      }
    }
  }
}
