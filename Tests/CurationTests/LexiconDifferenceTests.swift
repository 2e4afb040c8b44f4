import Curation
import Foundation
import Gazetteers
import Testing

struct LexiconDifferenceTests {
  private func lexicon(_ relations: String, _ patterns: String) throws -> Lexicon {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let tables = [
      ("r.tsv", "relation|category|cameo\n" + relations),
      ("p.tsv", "relation|head|pos|pattern|example\n" + patterns),
    ]
    for (name, text) in tables {
      try Data(text.replacing("|", with: "\t").utf8).write(to: folder.appending(path: name))
    }
    return try GazetteerLoader().load(folders: [folder]).gazetteer.lexicon
  }

  @Test func saysWhatCameWentAndChanged() throws {
    let old = try lexicon(
      "AID|AID|c070\nMEET|CONSULT|c040\n", "AID|help|v|WHO help WHOM|\nMEET|meet|v|WHO meet WHOM|\n"
    )
    let new = try lexicon(
      "AID|AID|c071\nSUE|other|\n", "AID|help|v|WHO help WHOM|\nSUE|sue|v|WHO sue WHOM|\n")
    let difference = LexiconDifference(from: old, to: new)
    #expect(
      difference.relations.map { "\($0.mark.rawValue) \($0.text)" } == [
        "~ AID AID c070 → AID c071", "- MEET CONSULT c040", "+ SUE other",
      ])
    #expect(
      difference.patterns.map { "\($0.mark.rawValue) \($0.text)" } == [
        "- MEET meet v: WHO meet WHOM", "+ SUE sue v: WHO sue WHOM",
      ])
    #expect(LexiconDifference(from: old, to: old).isEmpty)
  }
}
