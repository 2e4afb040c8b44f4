import Entente
import Testing

/// Why an edge or a node is there, or why not.
@Suite struct ExplainerTests {
  private func article(_ text: String) -> Article {
    Article(
      id: "test", text: "Headline of the test article\n\n\(text)",
      metadata: ArticleMetadata(
        date: CalendarDate("2023-11-09").map { DatedFact($0, from: .option) }))
  }

  @Test func namesThePatternTheCuesAndTheGazetteerLines() throws {
    let explainer = Explainer(try Shipped.pipeline.get())
    let explanation = explainer.relations(
      in: article("Iran did not attack Israel."), from: NameQuery("IRAN"),
      to: NameQuery("ISR"))
    let relation = try #require(explanation.relations.first)
    #expect(relation.label == "not: attack")
    #expect(relation.pattern?.file == "lexicon/patterns.tsv")
    #expect(relation.cues.first?.file == "lexicon/cues.tsv")
    #expect(relation.cues.first?.text.contains("negated") == true)
    #expect(relation.sentence.map(\.text).joined() == "Iran did not attack Israel.")
    #expect(relation.sentence.contains { $0.role == .trigger && $0.text == "attack" })
    #expect(relation.path.hasPrefix("Iran ") && relation.path.hasSuffix(" Israel"))
    #expect(relation.sourceMention?.entity == "Iran")
    #expect(relation.sourceMention?.reasons.isEmpty == false)
  }

  @Test func eitherSideMayBeLeftOut() throws {
    let explainer = Explainer(try Shipped.pipeline.get())
    let text = article("France condemned Russia. Germany condemned Iran.")
    #expect(explainer.relations(in: text, from: NameQuery("France"), to: nil).relations.count == 1)
    #expect(explainer.relations(in: text, from: nil, to: NameQuery("Iran")).relations.count == 1)
    #expect(explainer.relations(in: text, from: NameQuery("Iran"), to: nil).isEmpty)
  }

  @Test func saysWhatStandsInTheWay() throws {
    let explainer = Explainer(try Shipped.pipeline.get())
    func refusals(_ text: String, _ from: String, _ to: String) -> Explanation {
      explainer.refusals(in: article(text), from: NameQuery(from), to: NameQuery(to))
    }
    let apart = refusals("France slept. Germany condemned Iran.", "France", "Iran")
    #expect(apart.notes.contains { $0.contains("sentence") })
    let absent = refusals("France slept.", "France", "Peru")
    #expect(absent.notes == ["\"Peru\" is not named in this article"])
    let near = refusals("France condemned Germany near Iran.", "Iran", "Germany")
    #expect(near.refusals.contains { $0.predicate == "condemned" && !$0.reasons.isEmpty })
  }

  @Test func listsTheMentionsOfANode() throws {
    let explainer = Explainer(try Shipped.pipeline.get())
    let explanation = explainer.nodes(
      in: article("Angela Merkel met Emmanuel Macron. She thanked Macron."),
      named: NameQuery("Macron"))
    let node = try #require(explanation.nodes.first)
    #expect(node.mentions.count == 2 && node.mentions.allSatisfy { !$0.reasons.isEmpty })
  }
}
