import Evaluation
import Testing

@Suite struct BracketedNamesTests {
  @Test func aLineWithAMarkBeginsAText() {
    let texts = BracketedNames().texts(
      in: """
        # 1
        [Müller]per of [Karvel & Co]org

        spoke.
        # 2
        No name [here].
        """, file: "news.txt")
    #expect(texts.map(\.id) == ["news.txt#1", "news.txt#2"])
    #expect(texts[0].text == "Müller of Karvel & Co\n\nspoke.")
    #expect(texts[0].names == [LabelledSpan(0..<7, "per"), LabelledSpan(11..<22, "org")])
    #expect(texts[1].text == "No name [here].")
    #expect(texts[1].names.isEmpty)
  }

  @Test(arguments: ["", "\n", "# 1\n", "# 1\n# 2\n"])
  func nothingHoldsNoText(content: String) {
    #expect(BracketedNames().texts(in: content, file: "news.txt").allSatisfy { $0.names.isEmpty })
  }
}
