import Entente
import Foundation
import Testing

/// What `entente lexicon check` says of patterns that a user adds.
@Suite struct LexiconCheckTests {
  private static let table = """
    relation\thead\tpos\tpattern\texample
    VISIT\tpop\tv\tWHO pop over to WHOM\t[WHO Macron] popped over to [WHOM Germany]
    VISIT\tdrop\tv\tWHO drop by WHOM\t
    VISIT\tcall\tv\tWHO call at (WHOM\t[WHO Macron] called at [WHOM Berlin]
    VISIT\ttour\tv\tWHO tour WHERE\t[WHO Macron] toured [WHERE Berlin]
    VISIT\ttour\tv\tWHO tour WHOM\t[WHO Macron] toured [WHOM Germany
    VISIT\ttour\tv\tWHO visit WHOM\t[WHO Macron] toured [WHOM Germany]
    VISIT\ttour\tv\tWHO tour WHAT with WHOM\t[WHO Macron] toured [WHAT Berlin]

    """

  /// The outcomes of the patterns of `table`, by line.
  private static let outcomes = Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lexicon-\(getpid())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try table.write(to: folder.appending(path: "mine.tsv"), atomically: true, encoding: .utf8)
    let data = try DataFolder.locate(option: Shipped.root.path)
    let (gazetteer, _) = try GazetteerLoader().load(folders: [data.gazetteers, folder])
    let parser = try SyntaxParser(contentsOf: data.model.path)
    return LexiconCheck(pipeline: Pipeline(gazetteer: gazetteer, parser: parser))
      .outcomes { $0.origin.file.hasSuffix("mine.tsv") }
  }

  private func failures(ofLine line: Int) throws -> [LexiconCheck.Failure] {
    try #require(try Self.outcomes.get().first { $0.pattern.origin.line == line }).failures
  }

  @Test func aPatternOfOnesOwnPasses() throws {
    #expect(try failures(ofLine: 2) == [])
  }

  @Test func whatCannotBeReadSaysWhere() throws {
    #expect(try failures(ofLine: 3) == [.noExample])
    #expect(
      try failures(ofLine: 4) == [.malformedPattern(column: 18, "a bracket is not closed")])
    #expect(
      try failures(ofLine: 5) == [
        .malformedPattern(
          column: 10, "unknown slot WHERE: use WHO, WHAT, WHOM, WITH or TOPIC")
      ])
    #expect(try failures(ofLine: 6) == [.malformedExample(column: 21, "a bracket is not closed")])
    #expect(
      try failures(ofLine: 7) == [
        .malformedPattern(column: 1, "the head \"tour\" is not in the pattern")
      ])
  }

  @Test func anExampleThatDoesNotFitSaysWhatWasFound() throws {
    let failures = try failures(ofLine: 8)
    #expect(!failures.isEmpty)
  }
}
