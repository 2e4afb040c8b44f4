import Foundation
import GraphModel
import Testing

@testable import GraphExport

@Suite struct VaultTests {
  private func write(_ graph: Graph, to folder: String) throws {
    try ObsidianVault(graph, evidence: .quote).write(to: folder)
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test func oneNoteANodeWithLinksAndEvidence() throws {
    try TemporaryFolder.with { folder in
      try write(SampleGraphs.seed, to: folder)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(
        names == [
          "Antony Blinken.md", "Kim Min-ah.md", "North Korea.md", "Russia.md", "South Korea.md",
          "United Nations.md",
        ])
      let note = try read("\(folder)/North Korea.md")
      #expect(note.hasPrefix("---\nentente-id: \"PRK\"\n"))
      #expect(note.contains("- **denied: supply** → [[Russia]]"))
      #expect(note.contains("PRK did supply to RUS. — 2023/seoul.txt"))
      #expect(note.contains("← [[Antony Blinken]]"))
    }
  }

  @Test func whatTheUserWroteSurvives() throws {
    try TemporaryFolder.with { folder in
      try write(SampleGraphs.seed, to: folder)
      let path = "\(folder)/Russia.md"
      var note = try read(path)
      note = note.replacing("mentions: 6\n", with: "mentions: 6\nrating:\n  - mine\n")
      note = note.replacing("---\n<!--", with: "---\nMy words above.\n<!--") + "My words below.\n"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/countries", withIntermediateDirectories: true)
      try FileManager.default.removeItem(atPath: path)
      let moved = "\(folder)/countries/Rossiya.md"
      try Data(note.utf8).write(to: URL(filePath: moved))

      var graph = SampleGraphs.seed
      for index in graph.nodes.indices { graph.nodes[index].mentions += 1 }
      try write(graph, to: folder)
      let again = try read(moved)
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(again.contains("My words above.\n<!--") && again.hasSuffix("-->\nMy words below.\n"))
      #expect(again.contains("rating:\n  - mine\n") && again.contains("mentions: 7\n"))
      #expect(try read("\(folder)/North Korea.md").contains("→ [[Rossiya|Russia]]"))

      try write(SampleGraphs.oneNode, to: folder)
      #expect(try read("\(folder)/North Korea.md").contains("Not in the graph"))
      try write(Graph(), to: folder)
      #expect(try read(moved).hasSuffix("-->\nMy words below.\n"))
    }
  }

  @Test func writingTwiceChangesNothing() throws {
    for (_, graph) in GraphWriterTests.graphs {
      try TemporaryFolder.with { folder in
        try write(graph, to: folder)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(files.count == graph.nodes.count)
        let before = try files.map { try read("\(folder)/\($0)") }
        try write(graph, to: folder)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == files)
        #expect(try files.map { try read("\(folder)/\($0)") } == before)
      }
    }
  }

  @Test(arguments: [
    ("a/b: c?", "ab c"), ("..hidden", "hidden"), ("CON", "CON_"), ("com1.txt", "com1.txt_"),
    ("trailing. ", "trailing"), ("[[x|y]]#^", "xy"), ("???", ""), ("Comoros", "Comoros"),
    ("a\nb", "a b"),
  ])
  func fileNames(label: String, expected: String) {
    #expect(NoteNames.fileName(label) == expected)
  }

  @Test(arguments: [
    ("[[a]]", #"\[\[a\]\]"#), ("<script>", #"\<script\>"#), ("`$= x`", #"\`\$\= x\`"#),
    ("<!-- entente:end -->", #"\<\!-- entente:end --\>"#), ("a%%b", #"a\%\%b"#),
    ("plain, text.", "plain, text."),
  ])
  func markdown(text: String, expected: String) {
    #expect(NotePage.escaped(text) == expected)
  }
}
