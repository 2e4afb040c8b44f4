import Entente
import Testing

/// Checks what words stand for in a text that is marked up: `Iran said that [it](Iran) had met the
/// [AU](African Union)`; `[it](-)` refers to nothing that is named.
private func expectReferences(
  _ marked: String, date: String = "2023-11-09", sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let pattern = #/\[([^\]]+)\]\(([^)]*)\)/#
  let text = marked.replacing(pattern) { String($0.1) }
  let analysis = try Shipped.analysis(of: text, date: date)
  checkInvariants(of: analysis)
  let article = analysis.document.article.text.utf8
  let body = article.count - text.utf8.count
  var rest = marked[...]
  var offset = body
  while let match = rest.firstMatch(of: pattern) {
    let start = offset + rest[..<match.range.lowerBound].utf8.count
    let span = TextSpan(start, start + match.1.utf8.count)
    let expected = match.2 == "-" ? [] : match.2.split(separator: "+").map(String.init)
    #expect(
      names(of: span, in: analysis) == expected, "\(match.1) in \(text)",
      sourceLocation: sourceLocation)
    offset = span.end
    rest = rest[match.range.upperBound...]
  }
}

/// The names of the chains of the mention that ends a span.
private func names(of span: TextSpan, in analysis: DocumentAnalysis) -> [String] {
  let layer = analysis.entities
  let index = layer.mentions.indices.first {
    let mention = analysis.document.span(of: layer.mentions[$0].tokens)
    return span.contains(mention) && mention.end == span.end
  }
  return index.map { layer.chainsOfMention[$0].map { layer.chains[$0].name } } ?? []
}

@Suite struct CoreferenceTests {
  @Test(arguments: [
    // full names and their parts
    "Michael Jordan met the team. [Jordan](Michael Jordan) left.",
    "[Kim Yo-jong](Kim Yo Jong), the sister of Kim Jong-un, spoke. Ms. [Kim](Kim Yo Jong) left.",
    // a capital as a government and as a place
    "President Biden spoke of trade. China said that [Washington](United States) would lose.",
    "Ships left for [Maputo](Maputo) in Mozambique. Crowds filled Casablanca and [Rabat](Rabat), in which it rained.",
    "The envoys talked in [Moscow](Moscow), but [Moscow](Russia) denied it.",
    "The owner of the [London](London) club left. A fund of the International Holding Company of [Abu Dhabi](Abu Dhabi) came.",
    "Japan was silent. He spoke of the mayor of [Tokyo](Tokyo).",
    // the one in office is named without a given name
    "President [Biden](Joe Biden) pardoned his son. Hunter Biden smiled. James Biden left.\n\nThen [Biden](Joe Biden) flew home.",
    // bodies and places by less than their names, and by more
    "Goldman Sachs and Morgan Stanley lost. [Goldman](Goldman Sachs) fell most.",
    "He led the group of the Carter Center. Others praised the [Carter](Carter Center) mission.",
    "It lies in Jakarta. Ships filled [Jakarta Bay](Jakarta Bay).",
    // acronyms either way round, and the gazetteer's entry for both
    "Workers of the [Halmar Steel Corporation](Halmar Steel Corporation) (HSC) went home. The [HSC](Halmar Steel Corporation) closed.",
    "A lawyer of the Kenyan National Commission on Human Rights ([KNCHR](Kenya National Commission on Human Rights)) spoke.",
    "The [Halmar Insurance Corporation of India](Halmar Insurance Corporation of India), or HIC, sank. Lawyers of [HIC](Halmar Insurance Corporation of India) wept.",
    "The opposition [Karvel Alliance](Karvel Alliance) met. Leaders of the [KA](Karvel Alliance) spoke.",
    // a company with and without what it is
    "The board of the [Renault Group](Renault) met. [Renault](Renault) fell.",
    // other names
    "Ali Salim Holmquist, alias [Farouk](Ali Salim Holmquist), fled. Police sought [Farouk](Ali Salim Holmquist).",
    "The [National Highway Council](National Highway Council), known as [Karvi](National Highway Council), was raided.",
    "The [Independent Karvel Union](Independent Karvel Union), the [UKI](Independent Karvel Union), agreed.",
    // two sheikhs of one house
    "Sheikh Karim bin Halmar Al Holm met Sheikh [Tarek bin Brunto Al Holm](Tarek bin Brunto Al Holm).",
    // whose a shared surname is: that of who had it first, but for the next sentences
    "Police arrested Rodrigo Holmquist. [Holmquist](Rodrigo Holmquist) fell.\n\nHis daughter Sara Holmquist wept.\n\nJudges say [Holmquist](Rodrigo Holmquist) lied.",
    // bodies of the country that the text is about
    "India celebrated. Indian leaders met the United States. Sonia Gandhi of [Congress](Indian National Congress) spoke for India.",
    // bodies by a part of their names
    "Police asked the Halmar Observatory for Civil Rights to leave. The [Halmar Observatory](Halmar Observatory for Civil Rights) refused.",
    "Judges of the Supreme Court of Kenya met. Lawyers said the [Supreme Court](Kenyan Supreme Court) would rule.",
    // two names that a hyphen joins
    "Joe Biden met Vladimir Putin on Monday. The [Biden](Joe Biden)-[Putin](Vladimir Putin) summit was short.",
  ])
  func joinsTheFormsOfOneName(marked: String) throws {
    try expectReferences(marked)
  }

  @Test(arguments: [
    "Angela Merkel left Paris. [She](Angela Merkel) was tired.",
    "Iran denied that [it](Iran) had supplied weapons.",
    "North Korea defended [its](North Korea) missile tests.",
    "Anders Holmquist thanked the nurse, who said that [he](Anders Holmquist) would live.",
    "[It](-) is clear that Iran supplied weapons.",
  ])
  func pronounsFindTheirAntecedents(marked: String) throws {
    try expectReferences(marked)
  }

  @Test(arguments: [
    "Halmar Pharma reported a loss. The [firm](Halmar Pharma) will close.",
    "Volkswagen sued the Halmar Institute. The [carmaker](Volkswagen) lost.",
    "The M23 took the town. The [rebels](M23) left at night.",
    "The Karvel Liberation Front took the town. The [group](Karvel Liberation Front) left at night.",
    "Tunisia devalued its currency. The [country](Tunisia) needs loans.",
    // another one, its own, one with a name, and a ministry that is no firm
    "Halmar Pharma reported a loss. The rival [firm](-) will close.",
    "Halmar Pharma reported a loss. Its parent [company](-) will close.",
    "Halmar Pharma reported a loss. Peru banned the [airline](-) Karvel.",
    "The Karvel Ministry of Transport met. The [firm](-) will close.",
    // an argument of the same verb, and one of two
    "Halmar Pharma sued the [company](-).",
    "Judges fined Halmar Pharma and Karvel Energy. The [firm](-) will close.",
  ])
  func nounsForTheirKindFindEntities(marked: String) throws {
    try expectReferences(marked)
  }

  @Test(arguments: [
    "The French [president](Emmanuel Macron) visited Poland.",
    "France's former [president](-) visited Poland.",
    "Nicolas Sarkozy, the former president of France, wrote that the [president](Emmanuel Macron) was wrong.",
    "Kamala Harris, the deputy of Joe Biden, met Uhuru Kenyatta. Kenyatta's [deputy](-) smiled.",
    "Emmanuel Macron met Andrzej Duda. The Polish [president](Andrzej Duda) smiled.",
  ])
  func officesAreThoseOfTheDay(marked: String) throws {
    try expectReferences(marked)
  }

  @Test func anOfficeWithoutHolderIsReported() throws {
    let analysis = try Shipped.analysis(
      of: "Vladimir Putin met guests. The Tuvaluan foreign minister met the French president.",
      date: "1931-05-02")
    let findings = analysis.entities.diagnostics.filter { $0.code == "role-without-holder" }
    #expect(findings.count == 2)
    #expect(findings.first?.message.contains("foreign minister of Tuvalu on 1931-05-02") == true)
    #expect(analysis.entities.mentions.allSatisfy { $0.kind != .nominal })
  }
}
