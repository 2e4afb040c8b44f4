import Entente
import Testing

/// Trees of another program in place of the parser's.
@Suite struct GivenParsesTests {
  /// The verb's subject and object are exchanged, as no parser would read it.
  static let reversed = """
    # newdoc id = note
    # text = Iran praised Lebanon.
    1\tIran\tIran\tPROPN\t_\tNumber=Sing\t2\tobj\t_\t_
    2\tpraised\tpraise\tVERB\t_\tMood=Ind|Tense=Past|VerbForm=Fin\t0\troot\t_\t_
    3\tLebanon\tLebanon\tPROPN\t_\tNumber=Sing\t2\tnsubj\t_\tSpaceAfter=No
    4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_


    """

  private func analysis(id: String = "note", _ text: String) throws -> DocumentAnalysis {
    let given = try GivenParses(CoNLLU.read(Self.reversed))
    let pipeline = Pipeline(
      gazetteer: try Shipped.pipeline.get().gazetteer, parser: try Shipped.parser.get(),
      given: given)
    return pipeline.analysis(of: Article(id: id, text: text))
  }

  private func sources(_ analysis: DocumentAnalysis) -> [String] {
    analysis.relations.map { analysis.entities.chains[$0.source].name }
  }

  @Test func theGivenTreeDecidesWhoActs() throws {
    #expect(sources(try analysis("Iran praised Lebanon.")) == ["Lebanon"])
  }

  @Test func otherArticlesAreParsedAsEver() throws {
    #expect(sources(try analysis(id: "other", "Iran praised Lebanon.")) == ["Iran"])
  }

  @Test func aParseOfAnotherTextIsReportedAndNotUsed() throws {
    let analysis = try analysis("Iran thanked Lebanon.")
    #expect(analysis.document.diagnostics.contains { $0.code == "parse-mismatch" })
    #expect(sources(analysis) == ["Iran"])
  }

  @Test func filesThatCannotBeUsedAreRefused() throws {
    let cycle = Self.reversed.replacing("2\tobj", with: "3\tobj").replacing(
      "2\tnsubj", with: "1\tnsubj")
    #expect(throws: CoNLLUError.self) { try GivenParses(CoNLLU.read(cycle)) }
    let nameless = Self.reversed.replacing("# newdoc id = note\n", with: "")
    #expect(throws: CoNLLUError(line: 6, kind: .noDocument)) {
      try GivenParses(CoNLLU.read(nameless))
    }
  }
}
