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
    // "who" is a person, whatever noun stands nearest
    RelationCase(
      "Joseph Kabila, a former president of the country who once visited Rwanda, thanked France.",
      "Joseph Kabila —visit→ Rwanda", "Joseph Kabila —thank→ France"),
    // a name that ends the phrase of its role
    RelationCase(
      "A former commander who lives in Norway, Abel Berhe, praised Sudan.",
      "Abel Berhe —live→ Norway", "Abel Berhe —praise→ Sudan"),
    // an agent that hangs low, and none at all
    RelationCase(
      "Emmanuel Macron was received as a guest of honour by Giorgia Meloni.",
      "Giorgia Meloni —receive→ Emmanuel Macron"),
    RelationCase(
      "Mohammed Reza was extradited to Spain.", "Mohammed Reza —extradite to→ Spain"),
    // between a conjunction and its verb stands the subject
    RelationCase(
      "The European Union froze the assets of Iran, and the United States expelled Russia.",
      "European Union —freeze→ Iran", "United States —expel→ Russia"),
    // who must, is demanded to
    RelationCase("Joe Biden said that Israel must stop.", "Joe Biden —say→ Israel"),
    // deeds under a verb that is no light one; not under one that only suffers them
    RelationCase(
      "Macron, Scholz and Meloni announced a pact.", "Emmanuel Macron —pact→ Scholz",
      "Emmanuel Macron —pact→ Meloni", "Scholz —pact→ Meloni"),
    RelationCase("Paris feared sanctions on Iran.", "France —fear→ Iran"),
    // talking to someone has a direction
    RelationCase("Zelensky spoke to Russia.", "Volodymyr Zelensky —speak→ Russia"),
    // clauses: for X to do, that X did
    RelationCase("Erdogan called for Syria to disarm.", "Recep Tayyip Erdogan —call→ Syria"),
    RelationCase(
      "Warsaw suspects that Minsk sent the balloons.", "Poland —suspect→ Belarus"),
    // ties: any noun said of a person in apposition, before a name, of a country, where
    RelationCase(
      "Maria Novak, a Polish biologist, sued Pfizer.", "Maria Novak —biologist→ Poland",
      "Maria Novak —sue→ Pfizer"),
    RelationCase(
      "Marco Fabbri of Italy met Macron.", "Marco Fabbri —of→ Italy",
      "Marco Fabbri —meet→ Emmanuel Macron"),
    RelationCase(
      "The Guardian, where Sara Tesfaye worked, sued Google.", "Sara Tesfaye —work→ The Guardian",
      "The Guardian —sue→ Google"),
    RelationCase(
      "Geir Haarde, of the Independence Party, praised Norway.",
      "Geir Haarde —of→ Independence Party", "Geir Haarde —praise→ Norway"),
    // titles with hyphens, agencies of bodies
    RelationCase(
      "UN Secretary-General Ban Ki-moon met Vladimir Putin.",
      "Ban Ki-moon —secretary-general→ United Nations", "Ban Ki-moon —meet→ Vladimir Putin"),
    RelationCase(
      "UNICEF, the United Nations children's agency, praised France.",
      "UNICEF —agency→ United Nations", "UNICEF —praise→ France"),
    // a company of a country does not act for it, kin for nobody; where something was said is no party
    RelationCase("A South Korean carmaker sued Apple."),
    RelationCase("John Mahama, whose brother praised Airbus, smiled."),
    RelationCase("In Addis Ababa, Emmanuel Macron called for calm."),
    // a verb that the tree takes for a participle, a name that the tagger takes for an adverb
    RelationCase(
      "Germany and France backed Mariano Rajoy.", "Germany —back→ Mariano Rajoy",
      "France —back→ Mariano Rajoy"),
    RelationCase(
      "Peru, which sued Chile at the International Court of Justice, watched.",
      "Peru —sue→ Chile"),
    // people who act together act on each other
    RelationCase(
      "Michelle Bachelet and Evo Morales discussed Bolivia's claim.",
      "Michelle Bachelet —discuss→ Evo Morales"),
    // what one is defended against is done to one
    RelationCase(
      "NATO defended Poland against Russia's attacks.", "NATO —defend→ Poland",
      "Russia —attack→ Poland"),
    // the month is no auxiliary
    RelationCase("Russia invaded Ukraine last May.", "Russia —invade→ Ukraine"),
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
