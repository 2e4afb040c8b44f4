import DocumentModel
import SyntaxParsing
import Testing

@Suite struct LemmaRuleTests {
  static let pairs: [(form: String, lemma: String, line: String)] = [
    ("denied", "deny", "l3:y"),
    ("Troops", "troops", "l0:"),
    ("Moscow", "Moscow", "k0:"),
    ("Americans", "American", "k1:"),
    ("google", "Google", "c0:"),
    ("were", "be", "l*:be"),
    ("I", "I", "k0:"),
    ("élus", "élu", "l1:"),
  ]

  @Test(arguments: pairs.indices) func editsLeadFromFormToLemma(index: Int) throws {
    let (form, lemma, line) = Self.pairs[index]
    let isName = lemma.first?.isUppercase == true
    let rule = LemmaRule(from: Array(form.utf8), to: Array(lemma.utf8), isProperNoun: isName)
    #expect(rule.line == line)
    #expect(rule.apply(to: Array(form.utf8)) == lemma)
    #expect(LemmaRule(line) == rule)
  }

  /// Edits of other words: a form too short, nothing left, a character cut in two.
  static let misfits = [("a", "l3:y", "y"), ("s", "l1:", "s"), ("é", "l1:", "é")]

  @Test(arguments: misfits.indices) func anEditThatDoesNotFitIsHarmless(index: Int) throws {
    let (form, line, lemma) = Self.misfits[index]
    #expect(try #require(LemmaRule(line)).apply(to: Array(form.utf8)) == lemma)
  }

  @Test(arguments: ["", "l", "x", "l*", "lx:a", "x0:"]) func aLineThatIsNoEditIsRefused(
    line: String
  ) {
    #expect(LemmaRule(line) == nil)
  }

  @Test func capitalsAreReadFromTheSentence() {
    let shouted = ["SEOUL", "DENIES", "SUPPLYING", "2", "SHELLS"].map { Array($0.utf8) }
    #expect(LemmaContext.isUpperCase(shouted))
    #expect(!LemmaContext.isUpperCase(["EU", "and", "UN", "NATO"].map { Array($0.utf8) }))
    #expect(LemmaContext.isAcronym(Array("NATO".utf8)))
    #expect(LemmaContext.isAcronym(Array("PayPal".utf8)))
    #expect(!LemmaContext.isAcronym(Array("Seoul".utf8)))
  }
}
