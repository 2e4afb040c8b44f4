import DocumentModel
import GraphBuilding
import GraphModel
import Testing

private func entity(_ name: String, id: String? = nil, type: EntityType = .person) -> ArticleEntity
{
  ArticleEntity(
    gazetteerID: id, resolutionKey: id ?? "\(type.rawValue):\(name.lowercased())", name: name,
    type: type, aliases: [name], mentions: 1)
}

private func article(_ id: String, _ entities: [ArticleEntity]) -> ArticleGraph {
  let span = TextSpan(0, 1)
  let relation = Relation(
    source: 0, target: 1,
    predicate: Predicate(lemma: "meet", category: .consult, isSymmetric: false),
    stance: Stance(attribution: [Stance.Speaker(entity: 1, words: "he")]),
    grade: .a,
    evidence: Evidence(sentence: 0, sentenceSpan: span, trigger: span, source: span, target: span))
  return ArticleGraph(
    article: ArticleRecord(id: id, contentHash: id), entities: entities, relations: [relation],
    sentences: [0: "They met."])
}

struct CorrectionTests {
  private let articles = [
    article("a", [entity("Jon Smith"), entity("France", id: "FRA", type: .country)]),
    article("b", [entity("John Smith"), entity("France", id: "FRA", type: .country)]),
  ]

  /// Nodes and edges of the corrected articles: `id label type; …`, ids of discovered nodes cut to
  /// their slug.
  private func summary(_ rows: Correction...) -> String {
    let (corrected, _) = Corrections(rows).applied(to: articles)
    let graph = GraphBuilder().graph(of: corrected).graph
    let nodes = graph.nodes.map { "\(slug($0.id)) \($0.label) \($0.type.rawValue)" }
    return (nodes + graph.edges.map { "\(slug($0.source))>\(slug($0.target)) \($0.count)" })
      .joined(separator: "; ")
  }

  private func slug(_ id: String) -> String {
    id.hasPrefix("x-") ? id.split(separator: "-").dropLast().joined(separator: "-") : id
  }

  @Test func sameMergesNodesAndTheirEdges() {
    #expect(
      summary(Correction(.same, subject: "Jon Smith", object: "John Smith"))
        == "FRA France country; x-john-smith John Smith person; x-john-smith>FRA 2")
  }

  @Test func sameAsAnEntryGivesItsID() {
    #expect(
      summary(
        Correction(.same, subject: "Jon Smith", object: "FRA"),
        Correction(.drop, subject: "John Smith"))
        == "FRA France country")
  }

  @Test func differentSplitsOneArticle() {
    #expect(
      summary(
        Correction(.same, subject: "Jon Smith", object: "John Smith"),
        Correction(.different, subject: "John Smith", object: "Smith (baker)", article: "a"))
        == "FRA France country; x-john-smith John Smith person; "
        + "x-smith-baker Smith (baker) person; x-john-smith>FRA 1; x-smith-baker>FRA 1")
  }

  @Test func dropTakesTheEdgesToo() {
    #expect(
      summary(Correction(.drop, subject: "Jon Smith"))
        == "FRA France country; x-john-smith John Smith person; x-john-smith>FRA 1")
  }

  @Test func retypeAndRename() {
    #expect(
      summary(
        Correction(.retype, subject: "Jon Smith", value: "organisation"),
        Correction(.rename, subject: "Jon Smith", value: "Jon Smith Ltd"))
        == "FRA France country; x-john-smith John Smith person; "
        + "x-jon-smith Jon Smith Ltd organisation; x-john-smith>FRA 1; x-jon-smith>FRA 1")
  }

  @Test func aRowThatMatchesNothingIsReported() {
    let rows = [
      Correction(.drop, subject: "Nobody", line: 2),
      Correction(.drop, subject: "Jon Smith", article: "c", line: 3),
    ]
    let messages = Corrections(rows).applied(to: articles).diagnostics.map(\.message)
    #expect(messages.count == 2)
    #expect(messages.first?.hasPrefix("corrections.tsv:2: \"drop\" did nothing") == true)
    #expect(messages.last?.contains("the article \"c\"") == true)
  }

  @Test func readsATable() throws {
    let text = """
      # decided in March
      action\tsubject\tobject\tvalue\tarticle\twho\twhy
      same\tx-a-1\tFRA\t\t\tme\tseen
      retype\tFoo\t\tplace\ta\tme\t
      """
    let table = try CorrectionReader().corrections(in: Array(text.utf8), file: "c.tsv")
    #expect(
      table.rows == [
        Correction(.same, subject: "x-a-1", object: "FRA", who: "me", why: "seen", line: 3),
        Correction(.retype, subject: "Foo", value: "place", article: "a", who: "me", line: 4),
      ])
  }

  @Test(arguments: [
    ("action\tobject\n", "c.tsv:1:1: error: there is no column \"subject\""),
    ("action\tsubject\nmerge\tA\n", "c.tsv:2:1: error: \"merge\" is no action"),
    ("action\tsubject\tobject\nsame\tA\t\n", "c.tsv:2:8: error: \"same\" needs a cell"),
    ("action\tsubject\tvalue\nretype\tA\tship\n", "c.tsv:2:10: error: \"ship\" is no type"),
  ])
  func errorsSayWhereAndWhatToDo(text: String, message: String) throws {
    let error = try #require(
      #expect(throws: CorrectionError.self) {
        try CorrectionReader().corrections(in: Array(text.utf8), file: "c.tsv")
      })
    #expect(error.description.hasPrefix(message), "\(error)")
  }
}

struct SuggestionTests {
  private func node(_ name: String, _ id: String, mentions: Int = 1) -> Node {
    Node(id: id, label: name, type: .person, aliases: [name], mentions: mentions, articles: 1)
  }

  @Test(arguments: [
    ("Abdou Bakar", "Abdou Bacar", "differ by one letter"),
    ("Mohamed Bacar", "Bacar", "part of the other"),
    ("Al-Shabab", "Al Shabab", "same letters"),
  ])
  func suggestsPairs(left: String, right: String, why: String) {
    let graph = Graph(nodes: [node(left, "x-a", mentions: 3), node(right, "x-b")])
    let rows = MergeSuggestions(graph).rows
    #expect(rows.map(\.subject) == ["x-b"])
    #expect(rows.first?.why.contains(why) == true)
  }

  @Test func suggestsNeitherEntriesNorWhatIsKeptApart() {
    let known = Graph(nodes: [node("John Smith", "john-smith"), node("Smith", "smith")])
    #expect(MergeSuggestions(known).rows.isEmpty)
    let new = Graph(nodes: [node("John Smith", "x-a"), node("Smith", "x-b")])
    let apart = Corrections([Correction(.different, subject: "x-b", object: "x-a")])
    #expect(MergeSuggestions(new, corrections: apart).rows.isEmpty)
  }

  @Test func worklistRowsLoadWhenMarked() {
    let graph = Graph(nodes: [node("A [B] Bacar", "x-a-bacar-123456", mentions: 4)])
    let list = Worklist(graph, sentences: ["x-a-bacar-123456": ["Bacar spoke."]])
    let text = list.table(limit: 5)
    #expect(text.contains("# 4 mentions, 0 edges, 1 articles\n#   Bacar spoke.\n"))
    let marked = text.replacing("\na-bacar", with: "\n+ a-bacar")
    let table = MarkedRows(in: marked).table(appendedTo: nil)
    #expect(
      table.hasSuffix(
        "a-bacar-123456\tperson\t\tA \\[B] Bacar\t\t\t\t\tx-a-bacar-123456\n"))
    #expect(MarkedRows(in: marked).table(appendedTo: table) == table)
  }
}

struct PredicateWorklistTests {
  private func sighting(
    _ lemma: String, _ preposition: String? = nil, noun: Bool = false, article: String = "a",
    sentence: String = "A sentence."
  ) -> UnknownPredicate {
    UnknownPredicate(
      lemma: lemma, partOfSpeech: noun ? .noun : .verb, preposition: preposition, source: "Iran",
      target: "Oman [Muscat]", sentence: sentence, article: article)
  }

  @Test func wordsOfMoreArticlesComeFirst() {
    let list = PredicateWorklist([
      sighting("outbid"), sighting("outbid"), sighting("outbid"), sighting("outwit", article: "a"),
      sighting("outwit", article: "b"), sighting("snub", noun: true),
    ])
    #expect(list.items.map(\.lemma) == ["outwit", "outbid", "snub"])
    #expect(list.items.map(\.pairs) == [2, 3, 1])
  }

  @Test func rowsAreReadyForTheLexicon() {
    let list = PredicateWorklist([
      sighting("gang up", "against"), sighting("gang up", "on"), sighting("gang up", "on"),
      sighting("snub", "of", noun: true, sentence: "One\tline."),
    ])
    let rows = list.table(limit: 9).split(separator: "\n").filter { !$0.hasPrefix("# ") }
    #expect(
      rows == [
        "relation\thead\tpos\tpattern\texample",
        "GANG.UP\tgang up\tv\tWHO gang up on WHOM\t[WHO Iran] will gang up on [WHOM Oman Muscat]",
        "SNUB\tsnub\tn\t(WHO's|WHO:adj) snub of WHOM\t"
          + "[WHO Iran]'s snub of [WHOM Oman Muscat] went on",
      ])
    #expect(
      list.table(limit: 9).contains(
        "# snub: joins 1 pair of entities in 1 article\n#   One line.\n"))
    #expect(list.table(limit: 1).contains("snub") == false)
  }

  @Test func adoptedRowsBringTheirRelations() {
    let list = PredicateWorklist([sighting("outbid"), sighting("snub")]).table(limit: 9)
    let marked = list.replacing("\nOUTBID", with: "\n+ OUTBID").replacing("\nSNUB", with: "\n+MEET")
    let rows = MarkedRows(in: marked)
    #expect(rows.kind == .predicates && rows.rows.count == 2)
    #expect(rows.table(appendedTo: nil).hasPrefix("# adopted from entente suggest\nrelation\thead"))
    let relations = rows.relationTable(appendedTo: nil) { $0 == "MEET" }
    #expect(relations?.hasSuffix("flags\nOUTBID\tother\t\t\t\t\n") == true)
    #expect(rows.relationTable(appendedTo: nil) { _ in true } == nil)
  }
}
