import Entente
import Testing

/// Checks the names found in a sentence that is marked up: `[Angela Merkel]official met [Macron]official`.
private func expectMentions(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation)
  throws
{
  let (text, expected) = unmarked(marked)
  let analysis = try Shipped.analysis(of: text)
  checkInvariants(of: analysis)
  let found = analysis.entities.mentions.enumerated().compactMap { index, mention -> String? in
    guard mention.kind != .pronoun, mention.kind != .nominal, mention.sentence > 0 else {
      return nil
    }
    let type = analysis.entities.chainsOfMention[index].first.map {
      analysis.entities.chains[$0].type
    }
    return "[\(analysis.document.form(of: mention.tokens))]\((type ?? mention.type).rawValue)"
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}

private func unmarked(_ marked: String) -> (text: String, mentions: [String]) {
  let pattern = #/\[([^\]]+)\]([a-z]+)/#
  let mentions = marked.matches(of: pattern).map { "[\($0.1)]\($0.2)" }
  return (marked.replacing(pattern) { String($0.1) }, mentions)
}

/// What holds for every analysis.
func checkInvariants(of analysis: DocumentAnalysis) {
  let document = analysis.document
  let entities = analysis.entities
  #expect(entities.chainsOfMention.count == entities.mentions.count)
  for (left, right) in zip(entities.mentions, entities.mentions.dropFirst()) {
    #expect(left.tokens.upperBound <= right.tokens.lowerBound, "mentions are in order and apart")
  }
  for (index, chain) in entities.chains.enumerated() {
    #expect(!chain.mentions.isEmpty)
    for mention in chain.mentions { #expect(entities.chainsOfMention[mention].contains(index)) }
  }
  for relation in analysis.relations {
    #expect(relation.source != relation.target)
    #expect(entities.chains.indices.contains(relation.source))
    #expect(entities.chains.indices.contains(relation.target))
    #expect(relation.evidence.sentenceSpan.contains(relation.evidence.trigger))
    #expect(document.sentences.indices.contains(relation.evidence.sentence))
  }
}

@Suite struct MentionTests {
  @Test(arguments: [
    // gazetteer
    "[Iran]country supplied fuel to [Lebanon]country.",
    "[U.S.]country and [South Korean]country officials met in [Geneva]place.",
    "The [UN Security Council]organisation condemned the launch.",
    // titles make persons
    "Gen. [Tobias Wrensfield]official arrived on Monday.",
    "Prime Minister [Anders Holmquist]official resigned.",
    // new names
    "The [Karvelia Steel Corporation]organisation sued its rival.",
    "[Aregawi Berhe]person, who lives in exile, and [Berhe]person alone spoke.",
    "Mr [Wickremesinghe]official spoke in [Galle]place.",
    // what stands in between
    "[Chad]country's [Constitutional Council]organisation ruled on Monday.",
    "He spoke in [Washington]place to the rebels of [M23]organisation.",
    "The action by the [United States]country and [Britain]country was praised.",
    // a name elsewhere in the article
    "Two strikers have left [Ajax]organisation. [Ajax]organisation thanked both.",
    "The winner was [José Luis Rodríguez Zapatero]official, a lawyer. Many phoned"
      + " [Zapatero]official.",
    // signs and small words inside names
    "The [Halmar & Karvelia]organisation merger failed.",
    "The [Halmar Growers' Association]organisation sued.",
    "The [Civil Aviation Authority of Nepal]organisation closed the airport.",
    "A group that calls itself the [National Committee for the Salvation of the People]organisation ruled.",
    "Leaders of the [June 5 Movement]organisation spoke.",
    "Senator [Ronald \"Bato\" dela Rosa]official was named.",
    "He slept at the [Shangri-La]place with friends.",
    "He slept in [Karvelburg-on-Amur]place and [Trás-os-Holmos]place.",
    // capitals beyond Latin-1
    "Mayor [Ľubomír Hreňko]official and [Žofia Karvelová]person spoke to [Łukasz Brandt]person.",
    // a member of a party from a state
    "A [Kentucky]place [Republican]organisation in [Congress]organisation agreed.",
    // what an acronym spells
    "The [Halmar Transport and Allied Workers Union]organisation, or [Htawu]organisation, agreed.",
    // persons hold no "of"
    "The winner was [Tobias Holmquist]person of [Karvelia]place.",
    // what a name is, other words say
    "Leaders of towns such as [Karvel]place and [Brunto]place spoke.",
    "The carmaker [Karvel]organisation closed its factory.",
    "Striker [Olivier Holmquist]person scored.",
    "It was the [Porto]organisation defender who fell, in [Porto]place.",
    "The deputy [Asia]place director spoke.",
    "A mission, Halmar-25, failed.",
    "It was shown to viewers of [KRTV]organisation on Monday.",
    // given names of two syllables, the surname before or behind them
    "Actor [Hwang Jung-ryul]person met [Park So-dam]person.",
    "[Soo-bin Park]person sang of long-run growth.",
    "The bank [Hong Kong]country-run firms use is small.",
    // what only firms do and have
    "Shares of [Karvel]organisation rose 3 percent.",
    "A spokesman for [Nomura]organisation declined to comment. In [Tokyo]place [Nomura]organisation was silent.",
    "Analysts at [Brunto]organisation disagreed.",
    "It was built by [Elmara Lithium]organisation.",
    // enumerations are of one kind
    "[Karvel Securities]organisation, [Halmar Capital]organisation and [Jefferies]organisation sold them.",
    // where something is done, and when
    "It left [Karvel]place on Friday for [Brunto]place.",
    // a family is nobody in particular
    "[Tobias Wrensfield]person wept. The lawyer of the Wrensfields left.",
    // small words are neither names nor titles
    "There are troubles in [Cuba]country.",
    // capitals at the start of a sentence are no names
    "Officials said that shells were fired.",
    "Yesterday nothing happened.",
  ])
  func findsNames(marked: String) throws {
    try expectMentions(marked)
  }
}
