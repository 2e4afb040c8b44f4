import Entente
import Testing

/// Articles that no newspaper prints: they must end in linear time with a graph a reader finds sane.
@Suite struct OddArticleTests {
  private func analysis(_ text: String) throws -> DocumentAnalysis {
    let analysis = try Shipped.analysis(of: text)
    checkInvariants(of: analysis)
    return analysis
  }

  private func names(_ analysis: DocumentAnalysis) -> [String] {
    analysis.entities.chains.map(\.name)
  }

  /// `entente build` reads ten times as many in ten times the time; debug builds are slow.
  @Test func aThousandNamesInOneSentence() throws {
    let names = (0..<1_000).map { "Ivan Petrov\(letters($0))" }
    let found = try analysis(
      "The people who were there are: " + names.joined(separator: ", ")
        + " and they went home to the town in which they were born.")
    #expect(found.entities.chains.count >= 1_000)
  }

  @Test func oneNameAThousandTimes() throws {
    let sentences = """
      The minister Tobias Wrensfield met the officials of the town. Wrensfield left them in the \
      evening and he was not seen again.\u{20}
      """
    let found = try analysis(String(repeating: sentences, count: 500))
    #expect(names(found).filter { $0.hasSuffix("Wrensfield") } == ["Tobias Wrensfield"])
  }

  @Test func aNameOfFortyWords() throws {
    let words = (0..<40).map { "Karvel\(letters($0))" }
    _ = try analysis("The firm \(words.joined(separator: " ")) closed.")
  }

  /// A worker's memory of words holds nothing of the articles they are from.
  @Test func whatWasReadBeforeDoesNotShow() throws {
    let pipeline = try Shipped.pipeline.get()
    let workspace = pipeline.makeWorkspace()
    let texts = [
      "Jordan beat Chad. JORDAN, CHAD AND MALI AGREE.", "Mr. Jordan met the Jordans of Mali.",
      "Karvel shares rose 3 percent.", "Karvel, a town in Mali, was quiet.",
    ]
    for text in texts + texts.reversed() {
      let article = Article(id: "test", text: "Headline\n\n" + text)
      let warm = pipeline.analysis(of: article, using: workspace)
      #expect(warm.entities.mentions == pipeline.analysis(of: article).entities.mentions)
      #expect(warm.entities.chains == pipeline.analysis(of: article).entities.chains)
    }
  }

  @Test func onlyNames() throws {
    _ = try analysis("Angela Merkel\n\nEmmanuel Macron\n\nNATO\n\nIran")
  }

  @Test func aTableOfResults() throws {
    _ = try analysis("Arsenal 2 1 Chelsea\nEverton 0 0 Fulham\nLeeds 3 2 Derby")
  }

  @Test func aPoem() throws {
    let found = try analysis(
      "O wild West Wind,\nthou breath of Autumn's being,\nThou, from whose unseen presence")
    #expect(found.relations.isEmpty)
  }

  @Test func aRightToLeftName() throws {
    _ = try analysis("The minister, محمد بن سلمان, met Emmanuel Macron in Paris.")
  }

  /// The verb of speech has a subject behind the name that stands before it.
  @Test func aSpeakerBetweenTwoSentences() throws {
    _ = try analysis(
      "Cameroon converted new quotas because of a launch, Fuhays W. Mukrahayzh said at 7 a.m. Colombia "
        + "accused United Krouyapassen Transport of following the equipment.")
  }

  /// Trees in which the second of two verbs stands before the first, and an object before its verb.
  @Test(arguments: [
    "In the years since, Australian clerics have shelled this royal books and sugar and negotiated French "
      + "guarantees.",
    "While Gloyaytuvic and Education Petroleum expects to debate a bold stadium, the Serbian parliament and "
      + "the Iranian Health Ministry weakened the cables of Yeglozoustead at 9 a.m., while reforming the "
      + "main dikes in exchange for shares, Drekekrozh Partners acknowledged.",
    "Wounded men the army has.", "What wounded soldiers they have the minister did not say.",
  ])
  func verbsInAnotherOrder(text: String) throws {
    _ = try analysis(text)
  }

  @Test func aHeadlineAlone() throws {
    let article = Article(id: "h", text: "Iran Rejects Demands of the United Nations")
    checkInvariants(of: try Shipped.pipeline.get().analysis(of: article))
  }

  @Test(arguments: [
    ("Michael Jordan met the officials of the town.", ["Michael Jordan"]),
    ("Jordan signed a treaty with Iran.", ["Jordan", "Iran"]),
  ])
  func aPersonNamedLikeACountry(text: String, expected: [String]) throws {
    #expect(names(try analysis(text)) == expected)
  }

  /// 0, 1, 2 … as aa, ba, ca …: digits would make numbers of words.
  private func letters(_ number: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz")
    var (rest, word) = (number, "")
    repeat {
      word.append(alphabet[rest % 26])
      rest /= 26
    } while rest > 0
    return word + "a"
  }
}
