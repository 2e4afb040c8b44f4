import Foundation
import Gazetteers
import Testing

@Suite("Tables that come with the program")
struct ShippedTableTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Gazetteers")

  @Test func load() throws {
    let (gazetteer, warnings) = try GazetteerLoader().load(folders: [Self.folder])
    #expect(warnings.map(\.description) == [])
    for id in ["USA", "KOR", "un"] { #expect(gazetteer.index(of: id) != nil) }
  }

  @Test func missingFolder() {
    #expect(throws: GazetteerErrors.self) {
      try GazetteerLoader().load(folders: [Self.folder.appending(path: "none")])
    }
  }
}
