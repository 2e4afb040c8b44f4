import Entente
import Foundation
import Testing

@Suite struct ProjectFolderTests {
  private func project(_ text: String) throws -> ProjectFolder {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)/case", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "notes/deep"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "gazetteers"), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: ProjectFolder.fileName))
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    return try #require(
      try ProjectFolder.enclosing(
        URL(filePath: folder.path + "/notes/deep", directoryHint: .notDirectory)))
  }

  @Test func readsItsOptions() throws {
    let project = try project(
      """
      # a comment
      gazetteers = ["gazetteers", # of ours
        '../more "names"',
      ]
      output = "a \\"b\\".dot"\r
      names-only = true
      """)
    #expect(project.options.gazetteers == ["gazetteers", "../more \"names\""])
    #expect(project.gazetteers.map(\.lastPathComponent) == ["gazetteers", "more \"names\""])
    #expect(
      project.gazetteers[1].path == project.url.deletingLastPathComponent().path + "/more \"names\""
    )
    #expect(project.options.output == ["a \"b\".dot"] && project.options.namesOnly == true)
    #expect(project.corrections.lastPathComponent == "corrections.tsv")
  }

  @Test(arguments: [
    ("x = 1", 1, ProjectFileError.Kind.malformed), ("\nx = \"1\"", 2, .unknownKey("x")),
    ("data = \"a\"\ndata = \"b\"", 2, .repeatedKey("data")),
    ("data = [\"a\"]", 1, .wrongValue(key: "data", expected: "a text")),
    ("gazetteers", 1, .malformed), ("data = \"a", 1, .malformed),
    ("articles = [\"a\" \"b\"]", 1, .malformed),
    ("articles = [\n\"a\",\n", 3, .malformed), ("data = \"a\" b", 1, .malformed),
  ])
  func saysWhatIsWrongAndWhere(text: String, line: Int, kind: ProjectFileError.Kind) throws {
    let error = #expect(throws: ProjectFileError.self) { _ = try project(text) }
    #expect(error?.line == line && error?.kind == kind)
  }

  @Test func isOptional() throws {
    #expect(try ProjectFolder.enclosing(URL(filePath: "/")) == nil)
  }
}
