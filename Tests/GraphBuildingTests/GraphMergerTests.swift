import DocumentModel
import GraphBuilding
import GraphModel
import Testing

@Suite struct GraphMergerTests {
  private func article(_ id: String, hash: String? = nil, _ relations: [Relation]) -> ArticleGraph {
    let entities = ["IRN", "RUS"].map {
      ArticleEntity(
        gazetteerID: $0, resolutionKey: $0, name: $0, type: .country, aliases: [$0 + id],
        mentions: 2)
    }
    return ArticleGraph(
      article: ArticleRecord(id: id, contentHash: hash ?? id), entities: entities,
      relations: relations, sentences: [0: "A sentence of \(id)."])
  }

  private func relation(
    _ lemma: String = "supply", at position: Int = 0, speaker: String? = nil
  ) -> Relation {
    let span = TextSpan(position, position + 1)
    return Relation(
      source: 0, target: 1, predicate: Predicate(lemma: lemma, category: .aid),
      stance: Stance(tense: .past, attribution: speaker.map { [Stance.Speaker(words: $0)] } ?? []),
      theme: "fuel", grade: .a,
      evidence: Evidence(
        sentence: 0, sentenceSpan: span, trigger: span, source: span, target: span))
  }

  private func graph(_ articles: [ArticleGraph]) -> Graph {
    GraphBuilder().graph(of: articles).graph
  }

  private func merged(_ graphs: Graph...) -> Graph { GraphMerger().graph(of: graphs).graph }

  @Test func partsMakeTheSameAsTheWhole() {
    let articles = [
      article("a", [relation(speaker: "Seoul"), relation("arm")]),
      article("b", [relation(), relation(at: 4)]), article("c", [relation("arm", speaker: "Kyiv")]),
    ]
    let whole = graph(articles)
    let parts = articles.map { graph([$0]) }
    #expect(merged(parts[0], parts[1], parts[2]) == whole)
    #expect(merged(parts[2], merged(parts[1], parts[0])) == whole)
    #expect(merged(whole) == whole)
    #expect(merged() == Graph())
  }

  @Test func theSameEvidenceCountsOnce() {
    let one = graph([article("a", [relation()])])
    let two = graph([article("a", [relation()]), article("b", [relation()])])
    #expect(merged(one, one) == one)
    #expect(merged(one, two).edges == two.edges)
    #expect(merged(two, one).nodes.map(\.mentions) == [4, 4])
  }

  @Test func articlesOfOneNameAndDifferentTextStayTwo() {
    let (one, two) = (
      graph([article("a", hash: "1", [relation()])]), graph([article("a", hash: "2", [relation()])])
    )
    let (result, diagnostics) = GraphMerger().graph(of: [one, two])
    #expect(result.articles.map(\.id) == ["a~1", "a~2"])
    #expect(result.edges.map(\.weight) == [2])
    #expect(diagnostics.map(\.code) == ["article-conflict"])
  }

  @Test func anAdoptedEntityMeetsItsFormerSelf() {
    func graph(_ id: String, former: [String]) -> Graph {
      Graph(
        nodes: [Node(id: id, label: "Kim", type: .person, formerIDs: former, mentions: 1)])
    }
    let result = merged(graph("x-kim-abc", former: []), graph("kim", former: ["x-kim-abc"]))
    #expect(result.nodes.map(\.id) == ["kim"])
    #expect(result.nodes.first?.formerIDs == ["x-kim-abc"])
    #expect(result.nodes.first?.mentions == 2)
  }

  @Test func edgesWithoutEvidenceAddUp() {
    var bare = graph([article("a", [relation()])])
    for index in bare.edges.indices { bare.edges[index].evidence = [] }
    #expect(merged(bare, bare).edges.map(\.weight) == [2])
  }
}
