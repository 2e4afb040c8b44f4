import DocumentModel
import GraphModel
import Testing

@testable import GraphAnalysis

struct RelationSampleTests {
  /// Of each category as many edges with one piece of evidence as said, grades A and C in turn.
  private func graph(_ sizes: [(category: DocumentModel.Category, count: Int)]) -> Graph {
    var edges: [Edge] = []
    for (category, count) in sizes {
      for number in 0..<count {
        let id = "e-\(category.rawValue.lowercased())-\(number)"
        let evidence = EdgeEvidence(
          article: "a\(number % 7)", date: nil, quote: "A quote.",
          spans: Evidence(
            sentence: 0, sentenceSpan: TextSpan(0, 9), trigger: TextSpan(number, number + 1),
            source: TextSpan(0, 1), target: TextSpan(4, 5)),
          grade: number.isMultiple(of: 2) ? .a : .c)
        edges.append(
          Edge(
            id: id, source: "A", target: "B",
            predicate: Predicate(lemma: "do", category: category), evidence: [evidence]))
      }
    }
    return Graph(nodes: [], edges: edges)
  }

  @Test(arguments: [
    (10, [100, 100], [5, 5]), (10, [2, 100], [2, 8]), (10, [0, 3, 4], [0, 3, 4]),
    (7, [100, 100, 100], [3, 2, 2]), (0, [5], [0]), (4, [1, 1, 1, 1, 1], [1, 1, 1, 1, 0]),
  ])
  func strataShareEvenly(total: Int, sizes: [Int], shares: [Int]) {
    #expect(RelationSample.shares(of: total, among: sizes) == shares)
  }

  @Test func everyStratumIsDrawnAndKnowsItsSize() {
    let sample = RelationSample(
      of: graph([(.aid, 60), (.assault, 3), (.other, 41)]), size: 30, by: [.category, .grade])
    let counts = Dictionary(grouping: sample.items, by: \.stratum).mapValues(\.count)
    #expect(
      counts == [
        "category=AID grade=A": 7, "category=AID grade=C": 7, "category=ASSAULT grade=A": 2,
        "category=ASSAULT grade=C": 1, "category=other grade=A": 7, "category=other grade=C": 6,
      ])
    #expect(sample.population == 104)
    #expect(sample.items.first { $0.stratum == "category=other grade=A" }?.stratumSize == 21)
    #expect(Set(sample.items.map(\.id)).count == 30)
  }

  @Test func theSeedDecidesAndTheOrderDoesNot() {
    let whole = graph([(.aid, 200)])
    let turned = Graph(nodes: [], edges: whole.edges.reversed())
    let first = RelationSample(of: whole, size: 20, by: [], seed: 1).items.map(\.id)
    #expect(RelationSample(of: whole, size: 20, by: [], seed: 1).items.map(\.id) == first)
    #expect(RelationSample(of: turned, size: 20, by: [], seed: 1).items.map(\.id) == first)
    let other = RelationSample(of: whole, size: 20, by: [], seed: 2).items.map(\.id)
    #expect(Set(other).intersection(first).count < 10)
  }

  /// Every place is drawn about as often as any other over many seeds.
  @Test func noPlaceIsPreferred() {
    let whole = graph([(.aid, 50)])
    var counts: [String: Int] = [:]
    for seed in 1...400 {
      for item in RelationSample(of: whole, size: 10, by: [], seed: UInt64(seed)).items {
        counts[item.id, default: 0] += 1
      }
    }
    // Binomial of 400 draws at 0.2: mean 80, standard deviation 8.
    #expect(counts.count == 50 && counts.values.allSatisfy { (48...112).contains($0) })
  }

  @Test func placesOfOneTriggerHaveIDsOfTheirOwn() {
    var graph = graph([(.aid, 1)])
    graph.edges[0].evidence += graph.edges[0].evidence
    #expect(graph.edges[0].placeIDs == ["e-aid-0:a0:0", "e-aid-0:a0:0:2"])
  }
}
