import DocumentModel
import Gazetteers
import ModelFiles
import Segmentation
import Testing

@testable import Recognition

@Suite struct WordFormTests {
  private let gazetteer: Gazetteer

  init() throws {
    gazetteer = try GazetteerLoader().load(folders: []).gazetteer
  }

  private func words(_ text: String, _ forms: inout WordForms) -> DocumentWords {
    let document = Segmenter().document(for: Article(id: "test", text: text)).withForms()
    return DocumentWords(
      document: document, wordIDs: PhraseMatcher(gazetteer: gazetteer).wordIDs(in: document),
      vocabulary: gazetteer.vocabulary, clusters: nil, syntax: nil, forms: &forms)
  }

  /// Words that differ in case, behind the eighth byte or in length alone are different forms.
  @Test(arguments: [
    ("Said", "said"), ("Karvelholm", "Karvelhoms"), ("Karvelho", "Karvelhol"), ("É", "é"),
  ]) func formsAreToldApart(_ one: String, _ other: String) {
    var forms = WordForms()
    let words = words("\(one) \(other) \(one)", &forms)
    #expect(words.number(0) == words.number(2))
    #expect(words.number(0) != words.number(1))
  }

  @Test func caseIsFolded() {
    var forms = WordForms()
    let words = words("Said said SAID", &forms)
    #expect(words.word(0).small == words.word(1).small)
    #expect(words.word(1).hash == words.word(2).hash)
    #expect(words.shapes == [.capitalised, .lower, .allCaps])
  }

  /// Letters of all alphabets have their small ones where rules and titles ask.
  @Test(arguments: [("Župan", "župan"), ("ŁÓDŹ", "łódź"), ("Said", "SAID"), ("Émile", "émile")])
  func smallLettersOfAllAlphabets(_ one: String, _ other: String) {
    var forms = WordForms()
    let words = words("\(one) \(other)", &forms)
    #expect(words.word(0).inSmallLetters == words.word(1).inSmallLetters)
    #expect(words.word(0).written != words.word(1).written)
  }

  /// A word that a line end breaks is the word that it stands for.
  @Test func brokenWordsAreWhole() {
    let article = Article(id: "test", text: "Presi-\ndent President")
    let document = Document(
      article: article, date: nil,
      paragraphs: [Paragraph(span: TextSpan(0, 21), kind: .body)],
      sentences: [Sentence(tokens: 0..<2, paragraph: 0)],
      tokens: [Token(TextSpan(0, 11)), Token(TextSpan(12, 21))], normalForms: [0: "President"]
    ).withForms()
    var forms = WordForms()
    let words = DocumentWords(
      document: document, wordIDs: [-1, -1], vocabulary: gazetteer.vocabulary, clusters: nil,
      syntax: nil, forms: &forms)
    #expect(words.word(0).written == words.word(1).written)
    #expect(words.word(0).inSmallLetters == words.word(1).inSmallLetters)
  }

  /// More words than are kept: the next article begins anew, and its words are what they were.
  @Test func fullTableBeginsAnew() {
    var forms = WordForms()
    let text = "Tobias Wrensfield met M23 in 2023."
    let before = words(text, &forms)
    _ = words((0..<70_000).map { "w\($0)" }.joined(separator: " "), &forms)
    let after = words(text, &forms)
    #expect(forms.forms.count < 100)
    #expect(after.shapes == before.shapes)
    for token in after.shapes.indices {
      #expect(after.word(token).hash == before.word(token).hash)
    }
  }
}

@Suite struct NameWeightsTests {
  /// What the tables say of evidence of few values is what its features weigh.
  @Test func tablesAgreeWithFeatures() {
    let known: [(EvidenceTemplate, UInt64, UInt64, WordPlace?)] = [
      (.tagShape, 7, 3, .first), (.tagShape, 7, 3, .last), (.cover, 255, 0, .single),
      (.exactLength, 17, 6, nil), (.seen, 2, 5, nil), (.leftStart, 1, 1, nil),
      (.rightCover, 16, 0, nil), (.wholeForm, 99, 0, nil),
    ]
    let weights = NameWeights(
      known.enumerated().map { index, evidence in
        let (template, value, other, place) = evidence
        let weight = Float(index + 1)
        return (
          template.feature(value, other, at: place), [weight, -weight, weight / 2, 0, 1]
        )
      })
    for (index, evidence) in known.enumerated() {
      var sum = WeightSum(weights)
      sum.add(evidence.0, evidence.1, evidence.2, at: evidence.3)
      let scores = weights.scores(of: sum.take())
      #expect(abs(scores[0] - Float(index + 1)) < 0.05)
      #expect(abs(scores[1] + Float(index + 1)) < 0.05)
      sum.add(evidence.0, evidence.1 ^ 1, evidence.2, at: evidence.3)
      #expect(sum.take() == .zero)
    }
  }

  @Test func tableIndicesComeBack() {
    for template in EvidenceTemplate.allCases {
      guard let table = template.table else { continue }
      for index in [0, 1, table.count / 2, table.count - 1] {
        let (value, other, place) = table.values(at: index)
        #expect(table.index(value, other, at: place) == table.start + index)
      }
      #expect(table.index(1 << UInt64(table.bits), 0, at: nil) == nil)
    }
  }
}
