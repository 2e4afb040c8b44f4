import DocumentModel
import SyntaxParsing
import Testing

@Suite struct CoNLLUTests {
  static let sample = """
    # sent_id = a-1
    # text = Iran didn't agree.
    1\tIran\tIran\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_
    2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
    2\tdid\tdo\tAUX\tVBD\tMood=Ind|Tense=Past|VerbForm=Fin\t4\taux\t_\t_
    3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_
    3.1\tever\tever\t_\t_\t_\t_\t_\t_\t_
    4\tagree\tagree\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No
    5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_


    """

  @Test func filesComeBackAsTheyWere() throws {
    let sentences = try CoNLLU.read(Self.sample)
    #expect(CoNLLU.write(sentences) == Self.sample)
    #expect(sentences[0].comment("text") == "Iran didn't agree.")
    #expect(sentences[0].multiwordTokens.map(\.ids) == [2...3])
    #expect(sentences[0].words[3].hasSpaceAfter == false)
    #expect(try CoNLLU.read(Self.sample.replacing("\n", with: "\r\n")) == sentences)
    let withoutEnd = try CoNLLU.read(String(Self.sample.dropLast(2)))
    #expect(withoutEnd.map(\.words) == sentences.map(\.words))
  }

  @Test func columnsBecomeALayer() throws {
    let layer = try CoNLLU.read(Self.sample)[0].layer()
    expectWellFormed(layer, count: 5)
    #expect(layer.features[1].tense == .past)
    #expect(layer.features[1].conllu == "Mood=Ind|Tense=Past|VerbForm=Fin")
    #expect(layer.relations == [.nsubj, .aux, .advmod, .root, .punct])
  }

  @Test func aLayerIsWrittenOverGoldTokens() throws {
    let sentence = try CoNLLU.read(Self.sample)[0]
    let parser = try ShippedModel.parser.get()
    let written = sentence.annotated(with: parser.tree(of: sentence.forms))
    let again = try CoNLLU.read(CoNLLU.write([written]))[0]
    #expect(again.words == written.words)
    #expect(again.words.map(\.id) == [1, 2, 3, 4, 5])
    #expect(again.forms == sentence.forms)
    expectWellFormed(try again.layer(), count: 5)
  }

  /// A line of a file that is wrong, and what is said about it.
  static let faults: [(line: String, kind: CoNLLUError.Kind)] = [
    ("1\ta", .columns(2)),
    ("2\ta\t_\tX\t_\t_\t0\troot\t_\t_", .id("2")),
    ("x\ta\t_\tX\t_\t_\t0\troot\t_\t_", .id("x")),
    ("1\ta\t_\tX\t_\t_\t1\troot\t_\t_", .head("1")),
    ("1\ta\t_\tX\t_\t_\t7\tdep\t_\t_", .head("7")),
    ("1\t\t_\tX\t_\t_\t0\troot\t_\t_", .form),
    ("3-2\ta\t_\t_\t_\t_\t_\t_\t_\t_", .id("3-2")),
  ]

  @Test(arguments: faults.indices) func faultsAreErrors(index: Int) throws {
    let (line, kind) = Self.faults[index]
    let error = #expect(throws: CoNLLUError.self) { try CoNLLU.read(line + "\n\n") }
    #expect(error?.kind == kind)
  }

  static let noTrees = [
    "1\ta\t_\tX\t_\t_\t2\tdep\t_\t_\n2\tb\t_\tX\t_\t_\t1\tdep\t_\t_\n",
    "1\ta\t_\tX\t_\t_\t0\troot\t_\t_\n2\tb\t_\tX\t_\t_\t0\troot\t_\t_\n",
    "1\ta\t_\tX\t_\t_\t_\t_\t_\t_\n",
  ]

  @Test(arguments: noTrees) func headsThatMakeNoTreeAreErrors(text: String) throws {
    let sentence = try CoNLLU.read(text)[0]
    #expect(throws: CoNLLUError(line: sentence.line, kind: .tree)) { try sentence.layer() }
  }

  @Test func anotherParseTakesThePlaceOfOnesOwn() throws {
    let sentences = try CoNLLU.read(Self.sample)
    let text = " Iran\u{A0}didn't\n ag-\nree."
    let document = Document(
      article: Article(id: "a", text: text), date: nil,
      paragraphs: [Paragraph(span: TextSpan(0, text.utf8.count), kind: .body)], sentences: [],
      tokens: [])
    let (parsed, syntax) = try document.parsed(as: sentences)
    #expect(parsed.tokens.indices.map(parsed.form) == ["Iran", "did", "n't", "agree", "."])
    #expect(parsed.sentences.map(\.tokens) == [0..<5])
    #expect(syntax.relations == (try sentences[0].layer().relations))
    #expect(throws: CoNLLUError(line: 18, kind: .text("Iran"))) {
      try document.parsed(as: sentences + sentences.map { $0.at(line: 18) })
    }
  }

  @Test func everyFeatureComesBack() {
    var features = MorphologicalFeatures()
    features.tense = .pres
    features.verbForm = .part
    features.voice = .pass
    features.mood = .ind
    features.number = .plur
    features.person = .third
    features.pronType = .rcp
    #expect(MorphologicalFeatures(conllu: features.conllu) == features)
    #expect(MorphologicalFeatures(conllu: "Case=Nom|PronType=Int,Rel").pronType == .int)
    #expect(MorphologicalFeatures().conllu == "_")
  }
}

extension CoNLLUSentence {
  func at(line: Int) -> CoNLLUSentence {
    var result = self
    result.line = line
    return result
  }
}
