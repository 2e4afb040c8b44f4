import DocumentModel
import GraphBuilding
import GraphModel
import Testing

/// What rows about relations do to a graph of three articles.
struct RelationCorrectionTests {
  private static let catalogue = PredicateCatalogue([
    Predicate(lemma: "arm", relation: "AID.ARMS", category: .aid, cameo: "072", goldstein: 8.3),
    Predicate(lemma: "supply", relation: "AID.ARMS", category: .aid, cameo: "072", goldstein: 8.3),
    Predicate(lemma: "meet", relation: "MEET", category: .consult, isSymmetric: true),
  ])

  /// `Iran>Yemen supply`, its denial, and `Iran>Oman meet` in "a"; `Iran>Yemen supply` in "x/b".
  private let articles = [
    article(
      "a",
      [
        relation(0, 1, "supply", category: .aid), relation(0, 1, "supply", modality: .denied),
        relation(2, 0, "meet", category: .consult, isSymmetric: true),
      ]),
    article("x/b", [relation(0, 1, "supply", category: .aid, grade: .c)]),
    article("c", []),
  ]

  private static func relation(
    _ source: Int, _ target: Int, _ lemma: String, category: DocumentModel.Category = .other,
    modality: Stance.Modality = .asserted, isSymmetric: Bool = false,
    grade: Relation.Grade = .b
  ) -> Relation {
    Relation(
      source: source, target: target,
      predicate: Predicate(lemma: lemma, category: category, isSymmetric: isSymmetric),
      stance: Stance(modality: modality), grade: grade,
      evidence: Evidence(
        sentence: 0, sentenceSpan: TextSpan(0, 9), trigger: TextSpan(2, 3),
        source: TextSpan(0, 1), target: TextSpan(4, 5)))
  }

  private static func article(_ id: String, _ relations: [Relation]) -> ArticleGraph {
    let names = id == "c" ? ["Iran"] : ["Iran", "Yemen", "Oman"]
    return ArticleGraph(
      article: ArticleRecord(
        id: id, contentHash: id,
        date: CalendarDate("2024-05-01").map { DatedFact($0, from: .option) }),
      entities: names.map {
        ArticleEntity(
          gazetteerID: $0.uppercased(), resolutionKey: $0, name: $0, type: .country,
          aliases: [$0], mentions: 1)
      },
      relations: relations, sentences: relations.isEmpty ? [:] : [0: "A quote."])
  }

  private static func graph(_ articles: [ArticleGraph]) -> [String] {
    GraphBuilder().graph(of: articles).graph.edges.map {
      "\($0.source)>\($0.target) \($0.kind) \($0.label) \($0.count)\($0.grade.rawValue)"
    }
  }

  private struct Case: CustomTestStringConvertible {
    var row: String
    var gained: [String]
    var lost: [String]
    var testDescription: String { row }
  }

  private static let supply = "IRAN>YEMEN supply supply 2B"
  private static let denial = "IRAN>YEMEN denied: supply denied: supply 1B"
  private static let meeting = "IRAN>OMAN meet meet 1B"

  /// action, subject, relation, object, value, article, why.
  private static let cases = [
    Case(row: "drop|IRAN|supply|YEMEN|||", gained: [], lost: [supply, denial]),
    Case(
      row: "drop|IRAN|SUPPLY|Yemen||b|", gained: ["IRAN>YEMEN supply supply 1B"], lost: [supply]),
    Case(row: "drop|Iran|denied: supply|Yemen|||", gained: [], lost: [denial]),
    Case(row: "drop|IRAN|asserted: supply|YEMEN|||", gained: [], lost: [supply]),
    Case(row: "drop|IRAN||YEMEN|||", gained: [], lost: [supply, denial]),
    Case(row: "drop|OMAN|meet|IRAN|||", gained: [], lost: [meeting]),
    Case(
      row: "reverse|IRAN|denied: supply|YEMEN|||",
      gained: ["YEMEN>IRAN denied: supply denied: supply 1B"], lost: [denial]),
    Case(
      row: "recode|IRAN|asserted: supply|YEMEN|AID.ARMS||",
      gained: ["IRAN>YEMEN AID.ARMS supply 2B"], lost: [supply]),
    Case(
      row: "recode|IRAN|meet|OMAN|AID.ARMS||", gained: ["IRAN>OMAN AID.ARMS aid arms 1B"],
      lost: [meeting]),
    Case(
      row: "recode|IRAN|asserted: supply|YEMEN|planned:||",
      gained: ["IRAN>YEMEN planned: supply planned: supply 2B"], lost: [supply]),
    Case(
      row: "recode|IRAN|meet|OMAN|possible, not: arm||",
      gained: ["IRAN>OMAN possible, not: AID.ARMS possible, not: arm 1B"], lost: [meeting]),
    Case(
      row: "recode|IRAN|meet|OMAN|office||", gained: ["IRAN>OMAN office meet 1B"], lost: [meeting]),
    Case(
      row: "confirm|IRAN|asserted: supply|YEMEN||b|", gained: ["IRAN>YEMEN supply supply 2A"],
      lost: [supply]),
    Case(
      row: "add|YEMEN|planned: arm|IRAN||a|It will.",
      gained: ["YEMEN>IRAN planned: AID.ARMS planned: arm 1A"], lost: []),
    Case(
      row: "add|IRAN|shun|OMAN||c|", gained: ["IRAN>OMAN shun shun 1A"], lost: []),
  ]

  private static func correction(_ row: String) throws -> Corrections {
    let header = "action|subject|relation|object|value|article|why"
    let text = "\(header)\n\(row)\n".replacing("|", with: "\t")
    return try CorrectionReader().corrections(in: Array(text.utf8), file: "c.tsv")
  }

  @Test(arguments: cases)
  private func rowsChangeEdges(_ row: Case) throws {
    var corrections = try Self.correction(row.row)
    corrections.catalogue = Self.catalogue
    let (corrected, diagnostics) = corrections.applied(to: articles)
    let before = Set(Self.graph(articles))
    let after = Set(Self.graph(corrected))
    #expect(after.subtracting(before) == Set(row.gained))
    #expect(before.subtracting(after) == Set(row.lost))
    #expect(diagnostics.isEmpty)
    // Applying a row twice finds nothing more to change, unless it adds or turns something round.
    if row.row.hasPrefix("drop") {
      #expect(corrections.applied(to: corrected).diagnostics.count == 1)
    }
  }

  @Test func whatIsAddedHasEvidenceAndADate() throws {
    let corrections = try Self.correction("add|IRAN|arm|OMAN||c|Tehran armed Oman, it says below.")
    let graph = GraphBuilder().graph(of: corrections.applied(to: articles).articles).graph
    let edge = try #require(graph.edges.first { $0.predicate.lemma == "arm" })
    #expect(edge.evidence.map(\.quote) == ["Tehran armed Oman, it says below."])
    #expect(edge.firstDate == CalendarDate("2024-05-01"))
    #expect(graph.nodes.first { $0.id == "OMAN" }?.mentions == 2)
  }

  @Test(arguments: [
    ("drop|IRAN|invade|YEMEN|||", "no relation \"invade\" from \"IRAN\" to \"YEMEN\""),
    ("reverse|YEMEN||IRAN|||", "no relation from \"YEMEN\" to \"IRAN\""),
    ("confirm|IRAN|planned: supply|YEMEN||a|", "in the article \"a\""),
    ("add|IRAN|arm|Nowhere||a|", "no node \"IRAN\" or \"Nowhere\""),
    ("add|IRAN|arm|OMAN||d|", "in the article \"d\""),
  ])
  func whatMatchesNothingIsReported(row: String, words: String) throws {
    let (corrected, diagnostics) = try Self.correction(row).applied(to: articles)
    #expect(corrected == articles)
    #expect(diagnostics.map(\.code) == ["unmatched-correction"])
    #expect(diagnostics.first?.message.contains(words) == true)
  }

  @Test(arguments: [
    ("drop|IRAN|supply||||", "c.tsv:2:18: error: \"drop\" needs a cell in the column \"object\""),
    ("recode|A|x|B|||", "c.tsv:2:14: error: \"recode\" needs a cell in the column \"value\""),
    ("add|A|x|B|||", "c.tsv:2:12: error: \"add\" needs a cell in the column \"article\""),
    ("reverse|A|dinied: x|B|||", "c.tsv:2:11: error: \"dinied\" is no stance"),
    ("recode|A|x|B|maybe: x||", "c.tsv:2:14: error: \"maybe\" is no stance"),
  ])
  func wrongRowsSayWhere(row: String, message: String) throws {
    let error = try #require(#expect(throws: CorrectionError.self) { try Self.correction(row) })
    #expect(error.description.hasPrefix(message), "\(error)")
  }

  @Test func tablesCanBeAppendedToOneAnother() throws {
    let text = """
      action\tsubject\tobject
      same\tA\tB
      action\tsubject\trelation\tobject
      drop\tA\tx\tB
      """
    let table = try CorrectionReader().corrections(in: Array(text.utf8), file: "c.tsv")
    #expect(
      table.rows == [
        Correction(.same, subject: "A", object: "B", line: 2),
        Correction(.drop, subject: "A", relation: "x", object: "B", line: 4),
      ])
  }

  @Test func spreadsheetsMaySaveItAsCSV() throws {
    let text =
      "\u{FEFF}action;subject;relation;object;value\r\nrecode;A;\"planned, not: x\";B;not:\r\n"
    let table = try CorrectionReader().corrections(in: Array(text.utf8), file: "c.csv")
    #expect(table.rows.map(\.relation) == ["planned, not: x"])
  }
}
