import Entente
import Foundation
import Testing

/// A kind of relation that a user adds: one line with an example in a folder of one's own.
@Suite struct OwnRelationTests {
  private static let table = """
    relation\thead\tpos\tpattern\texample\tcategory
    GAZUMP\tgazump\tv\tWHO gazump WHOM\t[WHO Boeing] gazumped [WHOM Airbus]\tREJECT

    """
  private static let text = "Headline of the article\n\nQatar gazumped Oman in March."

  private static let folder = Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "relation-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try table.write(to: folder.appending(path: "mine.tsv"), atomically: true, encoding: .utf8)
    return folder
  }

  private static let pipeline = Result {
    let data = try DataFolder.locate(option: Shipped.root.path)
    let (gazetteer, warnings) = try GazetteerLoader().load(
      folders: [data.gazetteers, try folder.get()])
    #expect(!warnings.contains { $0.place.file.hasSuffix("mine.tsv") })
    return Pipeline(gazetteer: gazetteer, parser: try SyntaxParser(contentsOf: data.model.path))
  }

  @Test func itsExamplesPass() throws {
    let outcomes = LexiconCheck(pipeline: try Self.pipeline.get())
      .outcomes { $0.origin.file.hasSuffix("mine.tsv") }
    #expect(outcomes.count == 1 && outcomes.allSatisfy { $0.failures.isEmpty })
  }

  @Test func itsEdgeHasTheRelationAndTheCategory() throws {
    let article = Article(id: "test", text: Self.text, metadata: ArticleMetadata())
    let own = try #require(try Self.pipeline.get().analysis(of: article).relations.first)
    #expect(own.predicate.relation == "GAZUMP" && own.predicate.category == .reject)
    #expect(own.grade == .a)
    let without = try #require(try Shipped.pipeline.get().analysis(of: article).relations.first)
    #expect(without.predicate.relation != "GAZUMP" && without.predicate.category == .other)
    #expect(without.grade == .c)
  }
}
