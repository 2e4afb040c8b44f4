import Entente
import Foundation
import Gazetteers
import Testing

/// How predicates are meant: the cues' own examples and two tables of sentences.
@Suite struct StanceTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Stance")

  @Test func everyCueDoesWhatItsRowSays() throws {
    let pipeline = try Shipped.pipeline.get()
    #expect(pipeline.gazetteer.cues.count > 400)
    for cue in pipeline.gazetteer.cues {
      let example = try #require(StanceExample(of: cue), "\(cue.words) has an example")
      let reading = try #require(pipeline.reading(of: example))
      let findings = example.expectation.findings(on: reading)
      #expect(findings.isEmpty, "line \(cue.origin.line), \(cue.words): \(findings)")
    }
  }

  /// Written together with the rules; a sentence read wrongly becomes a row.
  @Test func readsItsOwnTable() throws {
    let scores = try scores(of: "sentences.tsv")
    #expect(scores.rows.count >= 400)
    #expect(scores.macroF1(.polarity) >= 0.98)
    #expect(scores.macroF1(.modality) >= 0.97)
    #expect(scores.macroF1(.tense) >= 0.96)
    #expect(scores.macroF1(.attribution) >= 0.95)
  }

  /// Written from the definitions by someone who had not read the rules, and frozen. Do not read it
  /// to write rules.
  @Test func readsTheFrozenTable() throws {
    let scores = try scores(of: "frozen.tsv")
    #expect(scores.rows.count == 150)
    #expect(scores.macroF1(.polarity) >= 0.94)
    #expect(scores.macroF1(.modality) >= 0.86)
    #expect(scores.macroF1(.attribution) >= 0.76)
  }

  private func scores(of name: String) throws -> StanceScores {
    let table = try StanceTable(contentsOf: Self.folder.appending(path: name))
    return try StanceScores(of: table, by: Shipped.pipeline.get())
  }

  @Test func aRowThatIsNoExampleSaysWhere() {
    let text = "sentence\tpolarity\tmodality\nIran attacked.\taffirmed\tasserted\n"
    #expect(throws: StanceTableError.self) {
      try StanceTable(bytes: [UInt8](text.utf8), path: "mine.tsv")
    }
  }

  @Test(arguments: [
    ("plan\tv\tinf\tplaned\tIt {acts}.", "planned"), ("plan\tverb\tinf\tplanned\t", "adj"),
    ("plan\tv\tto\tplanned\t", "that"),
  ])
  func aCueThatDoesNotLoadSaysWhatIsKnown(row: String, hint: String) {
    #expect {
      try GazetteerLoader().load(layers: [
        ["cues.tsv": "cue\tpos\treach\tgives\texample\n\(row)\n"]
      ])
    } throws: { error in
      "\(error)".contains("cues.tsv:2:") && "\(error)".contains(hint)
    }
  }
}
