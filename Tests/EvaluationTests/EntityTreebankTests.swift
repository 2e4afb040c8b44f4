import DocumentModel
import Evaluation
import SyntaxParsing
import Testing

struct EntityTreebankTests {
  private let rows = """
    # newdoc id = one
    1	Biologist	biologist	NOUN	NN	_	4	nsubj	_	Entity=(1-person-new-x-cf1-1,2,3-coref
    2	Nick	Nick	PROPN	NNP	_	1	flat	_	_
    3	Bos	Bos	PROPN	NNP	_	1	flat	_	Entity=1)
    4	left	leave	VERB	VBD	_	0	root	_	_
    5	the	the	DET	DT	_	7	det	_	Entity=(2-place-new-x-cf2-3-coref
    6	United	unite	VERB	NNP	_	7	amod	_	_
    7	States	state	PROPN	NNPS	_	4	obj	_	Entity=2)|SpaceAfter=No
    8	.	.	PUNCT	.	_	4	punct	_	_

    1	He	he	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv-x-cf1-1-ana)
    2	slept	sleep	VERB	VBD	_	0	root	_	SpaceAfter=No
    3	.	.	PUNCT	.	_	2	punct	_	_

    """

  private func text() throws -> LabelledText {
    let texts = EntityTreebank().texts(of: try CoNLLU.read(rows), file: "x.conllu")
    try #require(texts.count == 1)
    return texts[0]
  }

  @Test func namesAreCutDownToProperNouns() throws {
    let text = try text()
    #expect(text.text == "Biologist Nick Bos left the United States. He slept.")
    #expect(
      text.names == [LabelledSpan(10..<18, "person"), LabelledSpan(28..<41, "place")])
    #expect(text.references.map(\.cluster) == [0, 1, 0])
  }

  @Test(arguments: [
    (TextSpan(10, 18), "1+0/1"), (TextSpan(28, 41), "0+1/1"),
  ])
  func pronounsCountByTheirCluster(name: TextSpan, figures: String) throws {
    let answer = PronounScorer.Answer(pronoun: TextSpan(43, 45), antecedents: [[name]])
    let score = PronounScorer().score([answer], against: try text())
    #expect("\(score.correct)+\(score.spurious)/\(score.expected)" == figures)
  }

  @Test func namesOfOtherKindsCountOnNeitherSide() {
    let text = LabelledText(
      id: "a", text: "The World Cup in the Hague",
      names: [LabelledSpan(0..<13, "MISC"), LabelledSpan(17..<26, "LOC")])
    let scores = NameScorer().score([LabelledSpan(21..<26, "place")], against: text)
    #expect(scores.spans.exact.expected == 1)
    #expect(scores.spans.exact.correct == 0)
    #expect(scores.withoutArticle.correct == 1)
  }
}
