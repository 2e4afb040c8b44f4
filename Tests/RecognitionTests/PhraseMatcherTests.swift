import DocumentModel
import Gazetteers
import Recognition
import Segmentation
import Testing

@Suite("Phrases are found however they are written")
struct PhraseMatcherTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var aliases: String
    var text: String
    var found: [String]
    var testDescription: String { "\(aliases) in: \(text)" }

    init(_ aliases: String, _ text: String, _ found: String...) {
      (self.aliases, self.text, self.found) = (aliases, text, found)
    }
  }

  /// The forms found when the aliases, parted by ` | `, are those of one entity. Matches are told
  /// by their text; of several aliases by their number, too.
  private func check(_ row: Case, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let table = "type\tname\taliases\nplace\tZzz\t\(row.aliases)\n"
    let particles = "class\tword\tnote\nparticle\tal\t\n"
    let tables = ["t.tsv": table, "w.tsv": particles]
    let gazetteer = try GazetteerLoader().load(layers: [tables]).gazetteer
    let segmenter = Segmenter(options: SegmentationOptions(parts: .bodyOnly))
    let document = segmenter.document(for: Article(id: "a", text: row.text))
    let matches = PhraseMatcher(gazetteer: gazetteer).matches(in: document)
    let found = matches.map { match in
      document.form(of: match.tokens) + (match.aliases.count > 1 ? " ×\(match.aliases.count)" : "")
    }
    #expect(found == row.found, sourceLocation: sourceLocation)
    checkInvariants(matches, in: document, sourceLocation)
  }

  private func checkInvariants(
    _ matches: [PhraseMatch], in document: Document, _ place: SourceLocation
  ) {
    let spans = matches.map { document.span(of: $0.tokens) }
    #expect(spans == spans.sorted() && Set(spans).count == spans.count, sourceLocation: place)
    for match in matches {
      #expect(Set(match.aliases).count == match.aliases.count, sourceLocation: place)
      let isInside = document.sentences.contains {
        $0.tokens.contains(match.tokens.lowerBound)
          && match.tokens.upperBound <= $0.tokens.upperBound
      }
      #expect(isInside, sourceLocation: place)
    }
  }

  @Test(arguments: [
    Case("North Korea", "In North Korea it rains.", "North Korea"),
    Case("North Korea", "NORTH KOREA FIRES ROCKET", "NORTH KOREA"),
    Case("North Korea", "north Korea, North korea and north korea"),
    Case("North Korea | Korea", "North Korea’s army", "North Korea", "Korea"),
    Case(
      "world body", "The world body, the World Body and World body", "world body", "World Body",
      "World body"),
    Case("US[=]", "The US told us that Us is not US.", "US", "US"),
    Case("US[=]", "The U.S. Army and the u.s. army", "U.S."),
    Case("U.S.[=]", "US troops, U.S. troops, U. S. troops", "US", "U.S.", "U. S."),
    Case("DoD[=]", "DoD and DOD", "DoD"),
    Case("iPhone", "An iPhone, an Iphone, an IPHONE", "iPhone", "Iphone", "IPHONE"),
    Case("McDonald", "McDonald, Mcdonald and mcdonald", "McDonald", "Mcdonald"),
    Case("Hamas | HAMAS[=]", "Hamas and HAMAS", "Hamas", "HAMAS ×2"),
  ])
  func capitals(_ row: Case) throws { try check(row) }

  @Test(arguments: [
    Case(
      "Al-Qaida", "Al-Qaida, Al Qaida, al-Qaida, al - Qaida, Al‑Qaida", "Al-Qaida", "Al Qaida",
      "al-Qaida", "al - Qaida", "Al‑Qaida"),
    Case("Al Qaida", "al-Qaida", "al-Qaida"),
    Case(
      "Yoon Suk Yeol", "Yoon Suk-yeol and Yoon Suk Yeol, not Yoon Suk yeol", "Yoon Suk-yeol",
      "Yoon Suk Yeol"),
    Case("South Korea", "the North-South Korea border", "South Korea"),
    Case("North Korea", "the North – Korea was silent"),
    Case("Agence France-Presse", "Agence France–Presse", "Agence France–Presse"),
    Case("N. Korea", "N. Korea and N Korea", "N. Korea", "N Korea"),
    Case(
      "St. Petersburg", "In St. Petersburg and St Petersburg", "St. Petersburg", "St Petersburg"),
    Case("Côte d'Ivoire", "Côte d’Ivoire, Cote d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire"),
    Case("Türkiye", "Turkiye and Türkiye", "Turkiye", "Türkiye"),
    Case("Turkiye", "Türkiye", "Türkiye"),
    Case("Sana'a", "Sanaa and Sana’a", "Sanaa", "Sana’a"),
    Case(
      "Democratic People's Republic of Korea", "the Democratic People’s Republic of Korea",
      "Democratic People’s Republic of Korea"),
    Case(
      "Al-Aqsa Martyrs' Brigades", "the Al-Aqsa Martyrs’ Brigades and Al-Aqsa Martyrs Brigades",
      "Al-Aqsa Martyrs’ Brigades", "Al-Aqsa Martyrs Brigades"),
    Case("AT&T | AT", "AT&T and AT & T", "AT&T", "AT & T", "AT"),
    Case("Washington, D.C.", "In Washington, D.C., and Washington DC", "Washington, D.C."),
    Case(
      "J.K. Rowling", "J.K. Rowling, J. K. Rowling and JK Rowling", "J.K. Rowling", "J. K. Rowling",
      "JK Rowling"),
    Case("J. K. Rowling", "J.K. Rowling and J. K. Rowling", "J.K. Rowling", "J. K. Rowling"),
    Case("Netherlands", "The Nether-\nlands won.", "Netherlands"),
    Case(
      "South Korea",
      "For the third time in this short week it has been raining in all of South\nKorea, and in much of Japan as well, the agency that watches the weather said.",
      "South Korea"),
    Case("Москва", "Здравствуй, МОСКВА!", "МОСКВА"),
    Case("Russia", "pro-Russia groups, Russia-backed groups", "Russia"),
    Case("Russia | Iran", "Russia/Iran, “Iran”", "Russia", "Iran", "Iran"),
  ])
  func spellings(_ row: Case) throws { try check(row) }

  @Test(arguments: [
    Case("Ukrainian[dem]", "A Ukrainian and two Ukrainians", "Ukrainian", "Ukrainians"),
    Case("Ukrainian[adj]", "two Ukrainians"),
    Case("Swiss[dem]", "the Swiss, the Swisss", "Swiss"),
    Case(
      "Bank | Bank of Georgia | Georgia", "Bank of Georgia", "Bank of Georgia", "Bank", "Georgia"),
    Case("Paris", "He left. Paris fell", "Paris"),
    Case("He left Paris", "He left. Paris fell"),
    Case("!!!", "What!!!"),
  ])
  func forms(_ row: Case) throws { try check(row) }

  @Test func smallWordsMayBeSmall() throws {
    let (gazetteer, _) = try GazetteerLoader().load(layers: [
      [
        "t.tsv": "type\tname\taliases\nplace\tThe Hague\tThe\nperson\tVan der Bellen\tBin Ali\n",
        "w.tsv":
          "class\tword\tnote\nname-joint\tthe\t\nparticle\tvan\t\nparticle\tder\t\nparticle\tbin\t\n",
      ]
    ])
    let segmenter = Segmenter(options: SegmentationOptions(parts: .bodyOnly))
    let document = segmenter.document(
      for: Article(id: "a", text: "The Hague met van der Bellen, bin Ali and Bin ali in the Hague.")
    )
    let found = PhraseMatcher(gazetteer: gazetteer).matches(in: document).map {
      document.form(of: $0.tokens)
    }
    #expect(found == ["The Hague", "The", "van der Bellen", "bin Ali", "the Hague"])
  }

  @Test func aliasesOfSeveralEntities() throws {
    let (gazetteer, _) = try GazetteerLoader().load(layers: [
      ["t.tsv": "id\ttype\tname\nGEO\tcountry\tGeorgia\nus-ga\tplace\tGeorgia\n"]
    ])
    let document = Segmenter().document(for: Article(id: "a", text: "Georgia won on my mind."))
    let matcher = PhraseMatcher(gazetteer: gazetteer)
    let matches = matcher.matches(in: document)
    #expect(matches.map { $0.aliases.map { gazetteer.aliases[Int($0)].entity } } == [[0, 1]])
    #expect(matcher.wordIDs(in: document)[0] == gazetteer.vocabulary.id(of: "GEORGIA"))
    #expect(matcher.wordIDs(in: document)[1] == -1)
  }

  @Test(arguments: ["", " ", "-", "’", "–", "x-", "\u{0}", "x\u{301}", "- - -", "…", "....", "'s"])
  func textsWithoutNames(_ text: String) throws { try check(Case("A | é | -", text)) }
}
