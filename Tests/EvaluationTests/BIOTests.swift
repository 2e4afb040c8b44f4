import Evaluation
import Testing

struct BIOColumnsTests {
  @Test func tokensAndSpans() throws {
    let text = """
      #\tdoc=1
      -DOCSTART- O
      Angela NNP B-PER
      Merkel NNP I-PER
      met VBD O
      Ban NNP I-PER
      UN NNP B-ORG
      OPEC NNP B-ORG

      # O

      """
    let sentences = try BIOColumns().sentences(in: text, file: "names.bio")
    #expect(sentences.map(\.tokens) == [["Angela", "Merkel", "met", "Ban", "UN", "OPEC"], ["#"]])
    #expect(
      sentences[0].spans == [
        LabelledSpan(0..<2, "PER"), LabelledSpan(3..<4, "PER"), LabelledSpan(4..<5, "ORG"),
        LabelledSpan(5..<6, "ORG"),
      ])
    #expect(sentences[0].text == "Angela Merkel met Ban UN OPEC")
    #expect(sentences[0].textSpans.map(\.range) == [0..<13, 18..<21, 22..<24, 25..<29])
  }

  @Test(arguments: ["Angela", "Angela B-", "Angela S-PER"])
  func errorsNameTheLine(_ line: String) throws {
    let error = try #require(
      #expect(throws: BIOColumnsError.self) {
        try BIOColumns().sentences(in: "met O\n\(line)\n", file: "names.bio")
      })
    #expect(error.description.hasPrefix("names.bio:2: \"\(line)\" is no token with a tag"))
  }
}

struct BIOScorerTests {
  /// Spans as `0-2 PER, 3-4 ORG`, figures as `correct+spurious/expected`.
  struct SpanCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var gold: String
    var answer: String
    var exact: String
    var exactUntyped: String
    var overlap: String
    var overlapUntyped: String
  }

  @Test(arguments: [
    SpanCase(
      testDescription: "the same", gold: "0-2 PER, 3-4 ORG", answer: "0-2 PER, 3-4 ORG",
      exact: "2+0/2", exactUntyped: "2+0/2", overlap: "2+0/2", overlapUntyped: "2+0/2"),
    SpanCase(
      testDescription: "another type", gold: "0-2 PER", answer: "0-2 ORG",
      exact: "0+1/1", exactUntyped: "1+0/1", overlap: "0+1/1", overlapUntyped: "1+0/1"),
    SpanCase(
      testDescription: "a part", gold: "0-2 PER", answer: "1-2 PER",
      exact: "0+1/1", exactUntyped: "0+1/1", overlap: "1+0/1", overlapUntyped: "1+0/1"),
    SpanCase(
      testDescription: "one span over two names finds one", gold: "0-2 PER, 3-4 PER",
      answer: "0-4 PER",
      exact: "0+1/2", exactUntyped: "0+1/2", overlap: "1+0/2", overlapUntyped: "1+0/2"),
    SpanCase(
      testDescription: "two spans in one name, one is right", gold: "0-4 PER",
      answer: "0-1 ORG, 2-4 PER",
      exact: "0+2/1", exactUntyped: "0+2/1", overlap: "1+1/1", overlapUntyped: "1+1/1"),
    SpanCase(
      testDescription: "labels are renamed on both sides", gold: "0-1 person", answer: "0-1 PER",
      exact: "1+0/1", exactUntyped: "1+0/1", overlap: "1+0/1", overlapUntyped: "1+0/1"),
  ])
  func figures(of spanCase: SpanCase) throws {
    let scores = BIOScorer(labelNames: ["person": "PER"])
      .score(try spans(spanCase.answer), against: try spans(spanCase.gold))
    #expect(figure(scores.exact) == spanCase.exact)
    #expect(figure(scores.exactUntyped) == spanCase.exactUntyped)
    #expect(figure(scores.overlap) == spanCase.overlap)
    #expect(figure(scores.overlapUntyped) == spanCase.overlapUntyped)
  }

  @Test func sentencesAddUpByLabel() throws {
    let gold = try BIOColumns().sentences(
      in: "Ann B-PER\n\nUN B-ORG\nmet O\nBo B-PER\n", file: "names.bio")
    let answers = [try spans("0-1 PER"), try spans("0-1 ORG, 1-2 ORG")]
    let scores = BIOScorer().score(answers, against: gold)
    #expect(figure(scores.exact) == "2+1/3")
    #expect(scores.exactByLabel.mapValues(figure) == ["PER": "1+0/2", "ORG": "1+1/1"])
  }

  private func figure(_ ratio: PrecisionRecall) -> String {
    "\(ratio.correct)+\(ratio.spurious)/\(ratio.expected)"
  }

  private func spans(_ text: String) throws -> [LabelledSpan] {
    try text.split(separator: ",").map { row in
      let words = row.split(separator: " ")
      let ends = try words[0].split(separator: "-").map { try #require(Int($0)) }
      return LabelledSpan(ends[0]..<ends[1], String(words[1]))
    }
  }
}
