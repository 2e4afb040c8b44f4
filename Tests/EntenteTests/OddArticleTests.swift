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

  @Test func tenThousandNamesInOneSentence() throws {
    let surnames = (0..<10_000).map { "Ivan Petrov\(letters($0))" }
    let found = try analysis("They are " + surnames.joined(separator: ", ") + ".")
    #expect(found.entities.chains.count > 5_000)
  }

  @Test func oneNameFiveThousandTimes() throws {
    let found = try analysis(
      String(repeating: "Tobias Wrensfield met officials. Wrensfield left. ", count: 2_500))
    #expect(names(found).filter { $0.hasSuffix("Wrensfield") } == ["Tobias Wrensfield"])
  }

  @Test func aNameOfFortyWords() throws {
    let words = (0..<40).map { "Karvel\(letters($0))" }
    _ = try analysis("The firm \(words.joined(separator: " ")) closed.")
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

  @Test func aHeadlineAlone() throws {
    let article = Article(id: "h", text: "Iran Rejects Demands of the United Nations")
    checkInvariants(of: try Shipped.pipeline.get().analysis(of: article))
  }

  @Test(arguments: [
    ("Michael Jordan met officials. Jordan left.", ["Michael Jordan"]),
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
