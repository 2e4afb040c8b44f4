import DocumentModel
import GraphBuilding
import GraphModel
import Testing

/// Copies of one story: which articles are grouped, and that a group weighs one.
@Suite struct CopyTests {
  /// Words of a story, as hashes; a part of them replaced by others.
  private func words(story: UInt64, changed share: Double = 0, by editor: UInt64 = 0) -> [UInt64] {
    (0..<400).map { index in
      let place = StableHash.mixed(story &* 1000 &+ UInt64(index))
      // Changes come in stretches, as editors make them.
      let isChanged = Double(index % 100) / 100 < share
      return isChanged ? StableHash.mixed(place &+ editor) : place
    }
  }

  private func article(
    _ id: String, _ words: [UInt64], date: String? = nil, source: String? = nil
  ) -> (record: ArticleRecord, sketch: TextSketch) {
    let date = date.flatMap { CalendarDate($0) }.map { DatedFact($0, from: .metadata) }
    let record = ArticleRecord(id: id, contentHash: id, date: date, source: source)
    return (record, sketch(words))
  }

  private func sketch(_ words: [UInt64]) -> TextSketch {
    guard let sketch = TextSketch(wordHashes: words) else { preconditionFailure("too few words") }
    return sketch
  }

  private func groups(
    _ articles: [(record: ArticleRecord, sketch: TextSketch)], threshold: Double = 0.5
  ) -> [[String]] {
    CopyFinder(CopyOptions(threshold: threshold)).groups(of: articles).map { $0.members.map(\.id) }
  }

  @Test func copiesWithEditsAreOneStory() {
    let articles = [
      article("c", words(story: 1, changed: 0.1, by: 5), date: "2024-01-01"),
      article("a", words(story: 1), date: "2024-01-02"), article("b", words(story: 2)),
      article("d", words(story: 2, changed: 0.15, by: 9)), article("e", words(story: 3)),
    ]
    #expect(groups(articles) == [["b", "d"], ["c", "a"]])
    #expect(groups(articles.reversed()) == [["b", "d"], ["c", "a"]])
  }

  /// Less wording in common is enough when source and date agree.
  @Test(arguments: [
    ("Reuters", "2024-01-02", true), ("Reuters", "2024-01-09", false), ("AFP", "2024-01-02", false),
    (nil, "2024-01-02", false), ("Reuters", "2024-01", false),
  ]) func sourceAndDateSupport(_ source: String?, _ date: String, _ areCopies: Bool) {
    let articles = [
      article("a", words(story: 1), date: "2024-01-01", source: "Reuters"),
      article("b", words(story: 1, changed: 0.4, by: 3), date: date, source: source),
    ]
    #expect(groups(articles).isEmpty != areCopies)
  }

  @Test func theEstimateIsNearTheTruth() {
    for share in [0.0, 0.1, 0.25, 0.5, 0.8] {
      var sum = 0.0
      for story in 0..<40 {
        let left = words(story: UInt64(story))
        let right = words(story: UInt64(story), changed: share, by: 77)
        let (one, two) = (Self.shingles(left), Self.shingles(right))
        let truth = Double(one.intersection(two).count) / Double(one.union(two).count)
        let estimate = sketch(left).resemblance(to: sketch(right))
        #expect(abs(estimate - truth) < 0.2, "story \(story), \(share)")
        sum += estimate - truth
      }
      #expect(abs(sum / 40) < 0.03, "the mean error at \(share)")
    }
  }

  private static func shingles(_ words: [UInt64]) -> Set<[UInt64]> {
    Set((0...words.count - 5).map { Array(words[$0..<$0 + 5]) })
  }

  /// Against every pair compared: banding misses nothing that is well above the threshold.
  @Test func bandingFindsWhatComparingAllPairsFinds() {
    var articles: [(record: ArticleRecord, sketch: TextSketch)] = []
    for number in 0..<120 {
      let share = Double(number % 5) * 0.06
      articles.append(
        article("\(number)", words(story: UInt64(number / 4), changed: share, by: UInt64(number))))
    }
    let found = groups(articles)
    for left in articles.indices {
      for right in articles.indices where left < right {
        guard articles[left].sketch.resemblance(to: articles[right].sketch) >= 0.5 else { continue }
        let pair = [articles[left].record.id, articles[right].record.id]
        #expect(found.contains { Set(pair).isSubset(of: $0) }, "\(pair)")
      }
    }
    #expect(found.count == 30)
  }

  @Test func shortTextsAreNotJudged() {
    #expect(TextSketch(wordHashes: Array(words(story: 1).prefix(39))) == nil)
    #expect(TextSketch(wordHashes: Array(words(story: 1).prefix(40))) != nil)
  }

  @Test func sketchesAreReadBack() {
    let first = sketch(words(story: 4))
    #expect(TextSketch(first.text) == first)
    #expect(TextSketch(String(first.text.dropLast())) == nil)
    #expect(TextSketch("x" + first.text.dropFirst()) == nil)
  }

  /// An edge counts groups and its evidence all members; groups that the user gave stay.
  @Test func aGroupWeighsOne() {
    func graph(_ id: String, _ words: [UInt64], copies: String? = nil) -> ArticleGraph {
      var record = article(id, words).record
      record.attributes["copies"] = copies
      let span = TextSpan(0, 1)
      return ArticleGraph(
        article: record,
        entities: ["IRN", "IRQ"].map {
          ArticleEntity(
            gazetteerID: $0, resolutionKey: $0, name: $0, type: .country, mentions: 1)
        },
        relations: [
          Relation(
            source: 0, target: 1, predicate: Predicate(lemma: "meet", category: .consult),
            grade: .a,
            evidence: Evidence(
              sentence: 0, sentenceSpan: span, trigger: span, source: span, target: span))
        ], sketch: TextSketch(wordHashes: words))
    }
    let articles = [
      graph("a", words(story: 1)), graph("b", words(story: 1, changed: 0.05, by: 2)),
      graph("c", words(story: 2)), graph("d", words(story: 3), copies: "mine"),
      graph("e", words(story: 4), copies: "mine"),
    ]
    let (whole, diagnostics) = GraphBuilder().graph(of: articles)
    #expect(whole.edges.map(\.weight) == [3])
    #expect(whole.edges.map(\.count) == [5])
    #expect(whole.articles.map { $0.attributes["copies"] } == ["a", "a", nil, "mine", "mine"])
    #expect(diagnostics.map(\.message) == ["copies of one story: a, b"])
    #expect(GraphBuilder(copies: nil).graph(of: articles).graph.edges.map(\.weight) == [4])
  }
}
