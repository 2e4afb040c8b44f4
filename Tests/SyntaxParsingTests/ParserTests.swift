import DocumentModel
import ModelFiles
import SyntaxParsing
import Testing

@Suite struct ParserTests {
  /// Input that no treebank has: every one must give a tree.
  static let oddities: [(name: String, words: [String])] = [
    ("one word", ["Seoul"]),
    ("one mark", ["."]),
    ("only punctuation", ["…", "—", "(", ")", "\"", "!", "?", "?"]),
    ("capitals", ["SEOUL", "DENIES", "SUPPLYING", "SHELLS", "TO", "KYIV"]),
    ("emoji", ["🙂", "👩‍👩‍👧", "says", "🇰🇷"]),
    ("other scripts", ["김정은", "встретился", "с", "中国", "العربية"]),
    ("an empty word", ["", "a", ""]),
    ("a long word", [String(repeating: "x", count: 10_240), "said"]),
    ("a long word in another script", [String(repeating: "я", count: 5_000)]),
  ]

  @Test(arguments: oddities.map(\.name)) func oddInputGivesATree(name: String) throws {
    let words = try #require(Self.oddities.first { $0.name == name }).words
    let layer = try ShippedModel.parser.get().tree(of: words.map { $0.isEmpty ? "_" : $0 })
    expectWellFormed(layer, count: words.count)
  }

  @Test func noWordsGiveAnEmptyLayer() throws {
    expectWellFormed(try ShippedModel.parser.get().tree(of: []), count: 0)
  }

  /// Lengths on both sides of where the parser changes from all pairs to a window of heads.
  @Test(arguments: [256, 257, 400]) func longSentencesGiveATree(length: Int) throws {
    let vocabulary = ["the", "minister", "said", "that", "and", ",", "of", "Iran", "2023", "\""]
    var generator = SystemlessGenerator(seed: UInt64(length))
    let words = (0..<length).map { _ in
      vocabulary[Int(generator.next() % UInt64(vocabulary.count))]
    }
    expectWellFormed(try ShippedModel.parser.get().tree(of: words), count: length)
  }

  @Test func randomWordsGiveATree() throws {
    let parser = try ShippedModel.parser.get()
    let workspace = parser.makeWorkspace()
    var generator = SystemlessGenerator(seed: 2024)
    for _ in 0..<12 {
      let words = (0..<Int(1 + generator.next() % 12)).map { _ in Self.word(&generator) }
      expectWellFormed(parser.tree(of: words, using: workspace), count: words.count)
    }
  }

  private static func word(_ generator: inout SystemlessGenerator) -> String {
    String(
      String.UnicodeScalarView(
        (0..<1 + generator.next() % 9).compactMap { _ in
          let limit: UInt64 = generator.next() % 3 == 0 ? 0xD7FF : 0x7E
          return Unicode.Scalar(UInt32(0x21 + generator.next() % (limit - 0x20)))
        }))
  }

  @Test func resultsDoNotDependOnWhatWasParsedBefore() throws {
    let parser = try ShippedModel.parser.get()
    let workspace = parser.makeWorkspace()
    let words = ["Iran", "denied", "supplying", "fuel", "to", "Venezuela", "."]
    let cold = parser.tree(of: words)
    _ = parser.tree(of: ["Other", "words", "come", "first", "."], using: workspace)
    let warm = parser.tree(of: words, using: workspace)
    #expect(cold.heads == warm.heads)
    #expect(cold.relations == warm.relations)
    #expect(cold.lemmas == warm.lemmas)
  }

  @Test func documentsKeepTheirSentencesApart() throws {
    let text = "Iran denied it. Seoul agreed."
    let spans = [(0, 4), (5, 11), (12, 14), (14, 15), (16, 21), (22, 28), (28, 29)]
    let document = Document(
      article: Article(id: "a", text: text), date: nil,
      paragraphs: [Paragraph(span: TextSpan(0, 29), kind: .body)],
      sentences: [Sentence(tokens: 0..<4, paragraph: 0), Sentence(tokens: 4..<7, paragraph: 0)],
      tokens: spans.map { Token(TextSpan($0, $1)) })
    let layer = try ShippedModel.parser.get().trees(for: document)
    #expect(layer.heads == [1, -1, 1, 1, 5, -1, 5])
    #expect(layer.lemmas == ["Iran", "deny", "it", ".", "Seoul", "agree", "."])
    #expect(layer.tags[0] == .propn)
    #expect(layer.features[1].tense == .past)
    #expect(layer.relations[4] == .nsubj)
  }

  @Test func parsersMayRunSideBySide() async throws {
    let parser = try ShippedModel.parser.get()
    let words = ["Moscow", "said", "it", "had", "shot", "down", "two", "drones", "."]
    let expected = parser.tree(of: words).heads
    await withTaskGroup(of: [Int32].self) { group in
      for _ in 0..<4 { group.addTask { parser.tree(of: words).heads } }
      for await heads in group { #expect(heads == expected) }
    }
  }

  @Test func aModelWithoutItsTablesIsAnError() throws {
    var writer = ModelFileWriter()
    writer.add("labels", lines: ["NOUN"])
    let file = try ModelFile(bytes: writer.bytes())
    #expect(throws: ModelFileError.self) { try SyntaxParser(model: file) }
  }
}

/// SplitMix64: the same words in every run.
struct SystemlessGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return StableHash.mixed(state)
  }
}
