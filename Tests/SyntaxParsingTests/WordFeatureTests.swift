import DocumentModel
import ModelFiles
import SyntaxParsing
import Testing

@Suite struct WordFeatureTests {
  static let extractor = WordFeatureExtractor(
    words: HashedVocabulary(["iran", "0000"].map { WordFeatureExtractor.wordKey(Array($0.utf8)) }),
    vectors: HashedVocabulary(["iran"].map { WordFeatureExtractor.vectorKey(Array($0.utf8)) }),
    buckets: 64)

  private func features(_ word: String) -> WordFeatures {
    Self.extractor.features(of: Array(word.utf8))
  }

  @Test func caseDoesNotChangeTheWordButItsShape() {
    #expect(features("Iran").rows[0] == features("IRAN").rows[0])
    #expect(features("Iran").vector == features("iran").vector)
    #expect(features("Iran").rows.dropLast() == features("iran").rows.dropLast())
  }

  @Test func digitsAreAlike() {
    #expect(features("2023").rows[0] == features("1987").rows[0])
    #expect(features("2023").rows[0] != Int32(Self.extractor.unknownRow))
  }

  @Test func unknownWordsShareARow() {
    #expect(features("qwertz").rows[0] == Int32(Self.extractor.unknownRow))
    #expect(features("qwertz").vector == -1)
  }

  @Test(arguments: ["", "a", "—", "김정은", String(repeating: "z", count: 10_240)])
  func rowsStayInTheTable(word: String) {
    let rows = features(word).rows
    #expect(rows.count <= 9)
    #expect(rows.allSatisfy { $0 >= 0 && Int($0) < Self.extractor.rowCount })
  }

  @Test func lettersWithAccentsAreLowered() {
    let lower = WordFeatureExtractor.lowercased(Array("ÉLYSÉE ×".utf8))
    #expect(String(decoding: lower, as: UTF8.self) == "élysée ×")
  }
}
