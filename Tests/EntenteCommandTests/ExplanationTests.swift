import Entente
import Foundation
import Testing

@testable import EntenteCommand

/// What `entente explain` says, with `--why-not` and `--node` too.
@Suite struct ExplanationTests {
  private enum Question: Sendable {
    case edge(String?, String?)
    case whyNot(String, String)
    case node(String)
  }

  private static let text = """
    Iran did not attack Israel. Angela Merkel met Emmanuel Macron. France slept near Peru. \
    Chile zorbled Bolivia.
    """

  private func text(_ question: Question, of article: String, colour: Bool = false) throws -> String
  {
    let explainer = Explainer(try Shipped.pipeline.get())
    let article = try Shipped.article(article)
    let explanation =
      switch question {
      case .edge(let from, let to):
        explainer.relations(
          in: article, from: from.map { NameQuery($0) }, to: to.map { NameQuery($0) })
      case .whyNot(let from, let to):
        explainer.refusals(in: article, from: NameQuery(from), to: NameQuery(to))
      case .node(let name): explainer.nodes(in: article, named: NameQuery(name))
      }
    return ExplanationText(explanation, usesColour: colour).text
  }

  @Test(arguments: [
    (Question.edge("Iran", "ISR"), "  Iran —not: attack→ Israel  [ASSAULT A]"),
    (.edge("Iran", nil), "[Iran] did <not> {attack} [Israel]."),
    (.edge(nil, "Israel"), "    rests on: WHO attack WHOM"),
    (.edge("Iran", "Israel"), "    stance: negated, asserted, past"),
    (.edge("Iran", "Israel"), "    cue: not: negated  (lexicon/cues.tsv:"),
    (.edge("Iran", "Israel"), "    source: \"Iran\" is Iran, country, by gazetteer"),
    (.edge("Iran", "Israel"), "      drop\tIRN\tnot: ATTACK\tISR\t\ttest\t\t"),
    (.edge("MEX", "Israel"), "test\n"),
    (.whyNot("Iran", "Israel"), "there is an edge: Iran not: attack Israel"),
    (.whyNot("Iran", "Mexico"), "\"Mexico\" is not named in this article"),
    (.whyNot("Iran", "Macron"), "no sentence names both"),
    (.whyNot("France", "Peru"), "  slept\n"),
    (.node("Merkel"), "Angela Merkel (angela-merkel)"),
    (.node("Merkel"), "sentence 3: \"Angela Merkel\" is Angela Merkel"),
  ])
  private func says(question: Question, part: String) throws {
    let answer = try text(question, of: Self.text)
    #expect(answer.contains(part), "\(answer)")
  }

  @Test func coloursMarkTheSentence() throws {
    let answer = try text(.edge("Iran", "Israel"), of: Self.text, colour: true)
    #expect(answer.contains("\u{1B}[1;34mIran\u{1B}[0m"))
    #expect(answer.contains("\u{1B}[33mnot\u{1B}[0m"))
  }

  @Test func jsonDecodes() throws {
    let explainer = Explainer(try Shipped.pipeline.get())
    let explanation = explainer.relations(
      in: try Shipped.article(Self.text), from: NameQuery("Iran"), to: nil)
    let json = printable(json: try JSONEncoder().encode(explanation))
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    #expect((object?["relations"] as? [Any])?.count == 1)
  }
}

/// Control characters in an article reach no terminal and no page, whatever the form.
@Suite struct HostileTextTests {
  private static let texts = [
    "Angela \u{1B}[31mMerkel\u{1B}[0m met Emmanuel Macron.",
    "Iran\u{9B}2J attacked Israel\u{202E} in Peru.",
    "Ann \u{1B}]0;title\u{7}Lee sued Bob \u{8}\u{8}\u{8}Ray of France.",
    "<script>alert(1)</script> Iran attacked \"Israel\" & <b>Peru</b>.",
  ]

  private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || (0x7F...0x9F).contains(scalar.value)
      || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
  }

  @Test(arguments: texts)
  func nothingPasses(text: String) throws {
    let pipeline = try Shipped.pipeline.get()
    let article = try Shipped.article(text)
    let analysis = try Shipped.analysis(of: text)
    let explainer = Explainer(pipeline)
    let names = analysis.entities.chains.map(\.name)
    var outputs = [
      AnnotatedText(analysis: analysis, style: .brackets, showsReasons: true).text,
      AnnotationPage(analysis: analysis).section,
      try AnnotationJSON(analysis, gazetteer: pipeline.gazetteer).text,
      AnnotationStandoff(analysis).annotations,
    ]
    for name in names {
      let explanations = [
        explainer.relations(in: article, from: NameQuery(name), to: nil),
        explainer.nodes(in: article, named: NameQuery(name)),
        explainer.refusals(in: article, from: NameQuery(name), to: NameQuery("Peru")),
      ]
      for explanation in explanations {
        outputs.append(ExplanationText(explanation, usesColour: false).text)
        outputs.append(printable(json: try JSONEncoder().encode(explanation)))
      }
    }
    for output in outputs {
      #expect(!output.unicodeScalars.contains(where: Self.isHarmful), "\(printable(output))")
    }
    #expect(!outputs[1].contains("<script") && !outputs[1].contains("<b>Peru"))
    #expect(!names.isEmpty)
  }

  @Test func controlCharactersOfJSONStayReadable() throws {
    let json = printable(json: try JSONEncoder().encode(["a\u{1B}b\u{9B}c\u{202E}d"]))
    #expect(!json.unicodeScalars.contains(where: Self.isHarmful))
    #expect(
      try JSONDecoder().decode([String].self, from: Data(json.utf8)) == [
        "a\u{1B}b\u{9B}c\u{202E}d"
      ])
  }
}
