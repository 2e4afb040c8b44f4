import Entente
import Foundation
import Testing

@Suite struct RunReportTests {
  private static let setup = AnalysisSetup(
    version: "1", program: "p", gazetteers: "g", model: "m", names: "n", options: ["a": "b"])

  private var report: RunReport {
    RunReport(
      arguments: ["in", "-o", "out.graphml"], setup: Self.setup, corrections: nil,
      articles: [.init(id: "b", text: "2"), .init(id: "a", text: "1")],
      failures: [StoredFailure(id: "c", code: "empty", message: "nothing in it to read")],
      nodes: 3, edges: 2, copies: 1, outputs: [.init(path: "out.graphml", hash: "0")])
  }

  @Test func comesBackFromItsFile() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try report.json().write(to: file)
    #expect(try RunReport(contentsOf: file.path) == report)
    try Data("{}".utf8).write(to: file)
    #expect(throws: RunReportError.self) { try RunReport(contentsOf: file.path) }
  }

  /// A change to any pin is named, and only that.
  @Test func namesWhatIsNotTheSame() {
    func differences(_ change: (inout RunReport) -> Void) -> [String] {
      var now = report
      change(&now)
      return now.differences(from: report)
    }
    #expect(differences { _ in } == [])
    #expect(differences { $0.arguments = [] } == [])
    #expect(differences { $0.setup.gazetteers = "x" } == ["other tables"])
    #expect(differences { $0.setup.options = [:] } == ["other options"])
    #expect(differences { $0.corrections = "x" } == ["other corrections"])
    #expect(differences { $0.articles[0].text = "x" } == ["a is changed"])
    #expect(differences { $0.articles[0].id = "x" } == ["x is new", "a is gone"])
    #expect(differences { $0.failures = [] } == ["other articles failed: 0 now, 1 then"])
    #expect(differences { $0.edges = 7 } == ["the graph has 3 nodes and 7 edges, not 3 and 2"])
    #expect(differences { $0.outputs[0].hash = "x" } == ["out.graphml has other bytes"])
  }

  /// A folder's hash depends on names and bytes, not on their order on the disk.
  @Test func aFolderHasOneHash() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    func hash(_ files: [(String, String)]) throws -> String {
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
      return try RunReport.Output(writtenTo: folder.path).hash
    }
    let first = try hash([("a", "1"), ("b", "2")])
    #expect(try hash([("b", "2"), ("a", "1")]) == first)
    #expect(try hash([("a", "2"), ("b", "1")]) != first)
    #expect(try hash([("a", "1")]) != first)
  }
}
