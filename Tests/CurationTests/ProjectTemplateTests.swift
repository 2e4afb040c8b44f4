import Curation
import Foundation
import Gazetteers
import Testing

@Suite struct ProjectTemplateTests {
  @Test func tablesLoadAsTheyAreAndWithTheirExamples() throws {
    let files = ProjectTemplate(day: "2026-01-02").files.filter { $0.path.hasPrefix("gazetteers/") }
    #expect(files.count == TableGrammar.all.count)
    for file in files {
      let name = (file.path as NSString).lastPathComponent
      #expect(throws: Never.self) { try GazetteerLoader().load(layers: [[name: file.text]]) }
      let sheet = try #require(try Sheet(path: name, bytes: Array(file.text.utf8)))
      #expect(SheetFormatter().formatted(sheet).text == file.text)
      let lines = file.text.split(separator: "\n")
      let examples = lines.drop { !$0.hasPrefix("# Examples") }.dropFirst()
        .prefix { $0.hasPrefix("# ") }
      #expect(!examples.isEmpty, "\(name)")
      let filled = file.text + examples.map { $0.dropFirst(2) + "\n" }.joined()
      #expect(throws: Never.self) { try GazetteerLoader().load(layers: [[name: filled]]) }
    }
  }

  @Test func leavesFilesThatAreThere() throws {
    let folder = try TableFolder(["corrections.tsv": "mine\n"])
    let result = try ProjectTemplate(day: "2026-01-02").write(to: folder.url)
    #expect(result.kept == ["corrections.tsv"] && result.written.contains("entente.toml"))
    #expect(try folder.text("corrections.tsv") == "mine\n")
    let again = try ProjectTemplate(day: "2026-01-02").write(to: folder.url)
    #expect(again.written.isEmpty)
  }
}
