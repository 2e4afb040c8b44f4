import DocumentModel
import GraphBuilding
import GraphModel
import Testing

/// Article graphs of a few lines, for tables.
private func article(
  _ id: String, _ entities: [ArticleEntity], _ relations: [Relation] = [], date: String? = nil
) -> ArticleGraph {
  ArticleGraph(
    article: ArticleRecord(
      id: id, contentHash: id,
      date: date.flatMap { CalendarDate($0) }.map { DatedFact($0, from: .header) }),
    entities: entities, relations: relations, sentences: [0: "A sentence of \(id)."])
}

private func known(_ id: String, _ name: String, mentions: Int = 1) -> ArticleEntity {
  ArticleEntity(
    gazetteerID: id, resolutionKey: id, name: name, type: .country, aliases: [name],
    mentions: mentions)
}

private func new(_ name: String, key: String? = nil, type: EntityType = .person) -> ArticleEntity {
  ArticleEntity(
    resolutionKey: key ?? "person:\(name.lowercased())", name: name, type: type, aliases: [name],
    mentions: 1)
}

private func relation(
  _ source: Int, _ target: Int, _ lemma: String = "supply", polarity: Stance.Polarity = .affirmed,
  modality: Stance.Modality = .asserted, symmetric: Bool = false, speaker: String? = nil,
  at position: Int = 0, grade: Relation.Grade = .a, date: String? = nil
) -> Relation {
  let span = TextSpan(position, position + 1)
  return Relation(
    source: source, target: target,
    predicate: Predicate(lemma: lemma, category: .aid, isSymmetric: symmetric),
    stance: Stance(
      polarity: polarity, modality: modality,
      attribution: speaker.map { [Stance.Speaker(words: $0)] } ?? []),
    date: date.flatMap { CalendarDate($0) }.map { RelationDate($0, from: .article) }, grade: grade,
    evidence: Evidence(sentence: 0, sentenceSpan: span, trigger: span, source: span, target: span))
}

private func graph(_ articles: ArticleGraph...) -> Graph {
  let graph = GraphBuilder().graph(of: articles).graph
  check(graph)
  return graph
}

/// What holds for every graph.
private func check(_ graph: Graph) {
  let ids = graph.nodes.map(\.id)
  #expect(Set(ids).count == ids.count)
  #expect(ids == ids.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  #expect(Set(graph.edges.map(\.id)).count == graph.edges.count)
  for edge in graph.edges {
    #expect(edge.source != edge.target)
    #expect(ids.contains(edge.source) && ids.contains(edge.target))
    #expect(!edge.evidence.isEmpty && edge.weight > 0)
    #expect(edge.id.wholeMatch(of: #/e-[0-9a-z]{13,}/#) != nil)
  }
  for id in ids { #expect(id.wholeMatch(of: #/[A-Za-z_][A-Za-z0-9_.-]*/#) != nil) }
}

private let pair = [known("IRN", "Iran"), known("RUS", "Russia")]

@Suite struct GraphBuilderTests {
  @Test func addsUpTheSameRelationOfSeveralArticles() {
    let graph = graph(
      article("a", pair, [relation(0, 1), relation(0, 1, at: 5)], date: "2024-01-02"),
      article("b", pair, [relation(0, 1)], date: "2024-03-01"))
    #expect(graph.edges.count == 1)
    #expect(graph.edges.first?.weight == 2)
    #expect(graph.edges.first?.count == 3)
    #expect(graph.edges.first?.evidence.map(\.article) == ["a", "a", "b"])
    #expect(graph.nodes.map(\.mentions) == [2, 2])
    #expect(graph.nodes.first?.firstSeen == CalendarDate("2024-01-02"))
    #expect(graph.nodes.first?.lastSeen == CalendarDate("2024-03-01"))
  }

  @Test(arguments: [
    (relation(0, 1, polarity: .negated), "not: supply"),
    (relation(0, 1, modality: .denied), "denied: supply"),
    (relation(0, 1, polarity: .negated, modality: .planned), "planned, not: supply"),
    (relation(1, 0), "supply"),
    (relation(0, 1, "arm"), "arm"),
  ])
  func keepsWhatDiffersInStanceDirectionOrRelationApart(other: Relation, label: String) {
    let graph = graph(article("a", pair, [relation(0, 1), other]))
    #expect(graph.edges.count == 2)
    #expect(graph.edges.map(\.label).sorted() == ["supply", label].sorted())
  }

  @Test func writesASymmetricRelationOnceFromTheSmallerId() {
    let graph = graph(
      article(
        "a", pair,
        [relation(1, 0, "meet", symmetric: true), relation(0, 1, "meet", symmetric: true, at: 9)]))
    #expect(graph.edges.map { [$0.source, $0.target] } == [["IRN", "RUS"]])
    #expect(graph.edges.first?.count == 2)
  }

  @Test func attributesAnEdgeOnlyWhenAllEvidenceIsAttributed() {
    let all = graph(article("a", pair, [relation(0, 1, speaker: "Seoul")]))
    #expect(all.edges.first?.attribution == ["Seoul"])
    let some = graph(article("a", pair, [relation(0, 1, speaker: "Seoul"), relation(0, 1, at: 4)]))
    #expect(some.edges.first?.attribution == [])
    #expect(some.edges.first?.speakers == [SpeakerCount(name: "Seoul", count: 1)])
  }

  @Test func dropsSelfLoopsWithANote() {
    let twice = [known("IRN", "Iran"), known("IRN", "Iran")]
    let (graph, diagnostics) = GraphBuilder().graph(of: [article("a", twice, [relation(0, 1)])])
    #expect(graph.edges.isEmpty)
    #expect(diagnostics.map(\.code) == ["self-loop"])
  }

  @Test func takesTheBestGradeOfTheEvidence() {
    let graph = graph(
      article("a", pair, [relation(0, 1, grade: .c), relation(0, 1, at: 3, grade: .b)]))
    #expect(graph.edges.first?.grade == .b)
  }

  @Test(arguments: [
    ("Kim Tong-Hyung", "x-kim-tong-hyung-"), ("Íngrid Betancourt", "x-ingrid-betancourt-"),
    ("O’Brien", "x-obrien-"), ("習近平", "x-n-"), ("  --  ", "x-n-"),
  ])
  func namesDiscoveredEntitiesBySlugAndHash(name: String, prefix: String) {
    let graph = graph(article("a", [new(name)]))
    #expect(graph.nodes.first?.id.hasPrefix(prefix) == true)
    #expect(graph.nodes.first.map { $0.id.utf8.count } == prefix.utf8.count + 6)
  }

  @Test func mergesDiscoveredEntitiesByKeyAlone() {
    let graph = graph(
      article("a", [new("Max Peberdy")]), article("b", [new("Max Peberdy")]),
      article("c", [new("Peberdy", key: "person:peberdy@c")]))
    #expect(graph.nodes.map(\.articles).sorted() == [1, 2])
  }

  /// The result is a function of the set of articles.
  @Test(arguments: 0..<20) func doesNotDependOnTheOrderOfArticles(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let articles = (0..<12).map { index in
      let count = 4
      let entities = (0..<count).map {
        known("E\($0)", ["Iran", "Persia"].randomElement(using: &random) ?? "\($0)")
      }
      let relations = (0..<6).map { position in
        relation(
          Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random),
          ["supply", "meet"].randomElement(using: &random) ?? "supply",
          symmetric: false, at: position, date: "2024-01-0\(index % 9 + 1)")
      }
      return article("a\(index)", entities, relations, date: "2024-01-0\(index % 9 + 1)")
    }
    let expected = GraphBuilder().graph(of: articles).graph
    check(expected)
    #expect(GraphBuilder().graph(of: articles.shuffled(using: &random)).graph == expected)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
