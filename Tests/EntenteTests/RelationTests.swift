import Entente
import Testing

/// One sentence and the edges that must be read off it: `source —label→ target`.
struct RelationCase: CustomTestStringConvertible, Sendable {
  var text: String
  var edges: [String]

  init(_ text: String, _ edges: String...) {
    self.text = text
    self.edges = edges
  }

  var testDescription: String { text }
}

private func edges(of analysis: DocumentAnalysis) -> [String] {
  let chains = analysis.entities.chains
  return analysis.relations.map { relation in
    let stance =
      (relation.stance.modality == .asserted ? "" : "\(relation.stance.modality.rawValue) ")
      + (relation.stance.polarity == .negated ? "not " : "")
    return
      "\(chains[relation.source].name) —\(stance)\(relation.predicate.lemma)→ \(chains[relation.target].name)"
  }
}

@Suite struct RelationTests {
  @Test(arguments: [
    // active, passive, event noun
    RelationCase("Iran supplied fuel to Lebanon last year.", "Iran —supply→ Lebanon"),
    RelationCase("Ukraine was invaded by Russia.", "Russia —invade→ Ukraine"),
    RelationCase("Russia's invasion of Ukraine went on.", "Russia —invasion→ Ukraine"),
    RelationCase("France condemned Russia over the attack.", "France —condemn→ Russia"),
    // coordination is distributed
    RelationCase(
      "France and Germany condemned Iran.", "France —condemn→ Iran", "Germany —condemn→ Iran"),
    // control
    RelationCase("Japan vowed to support Ukraine.", "Japan —planned support→ Ukraine"),
    // negation and denial
    RelationCase("Iran did not attack Israel.", "Iran —not attack→ Israel"),
    // relative clause
    RelationCase(
      "Russia, which invaded Ukraine, has criticised France.", "Russia —invade→ Ukraine",
      "Russia —criticise→ France"),
    // demonym that acts for its country
    RelationCase("Israeli troops attacked Lebanon.", "Israel —attack→ Lebanon"),
    // "accused X of doing": the object does it
    RelationCase(
      "Saudi Arabia accused Iran of arming Hezbollah.", "Saudi Arabia —accuse→ Iran",
      "Iran —possible arm→ Hezbollah"),
    // an act on an act is one on whoever did it
    RelationCase(
      "France condemned Russia's attack on Ukraine.", "France —condemn→ Russia",
      "Russia —attack→ Ukraine"),
    // adjectives
    RelationCase("Hungary is loyal to Russia.", "Hungary —loyal→ Russia"),
    // the noun under a light verb says more, also when the verb is its participle
    RelationCase("France imposed sanctions on Iran.", "France —sanction→ Iran"),
    RelationCase("The attack launched by Iran on Israel failed.", "Iran —attack→ Israel"),
    // a verb before a name of two words
    RelationCase("Japan condemned North Korea for the launch.", "Japan —condemn→ North Korea"),
    // what is ended is not done
    RelationCase("France suspended its talks with Iran.", "France —suspend→ Iran"),
  ])
  func readsEdges(expected: RelationCase) throws {
    let analysis = try Shipped.analysis(of: expected.text)
    checkInvariants(of: analysis)
    #expect(edges(of: analysis) == expected.edges)
  }

  @Test(arguments: [
    "", " ", ".", "\u{FEFF}", "!!!???", String(repeating: "a", count: 10_000),
    String(repeating: "Iran and ", count: 400) + "Russia met.",
    "\u{202E}Iran attacked Israel\u{202C} 🙂👩‍👩‍👧 习近平 访问 Россия",
  ])
  func survivesOddText(text: String) throws {
    checkInvariants(of: try Shipped.analysis(of: text))
  }
}
