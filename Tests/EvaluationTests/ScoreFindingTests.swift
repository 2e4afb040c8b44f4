import Evaluation
import Foundation
import Testing

struct ScoreFindingTests {
  private func mixedScore() throws -> DocumentScore {
    try ScoreCase(
      "mixed",
      relations: ["us > ru condemn ACCUSE core", "ru > us sue ACCUSE"],
      nodes: ["a place US", "b country Washington", "c country Russia", "d group officials"],
      edges: ["a > c visit CONSULT", "d > c meet CONSULT"], expect: [:]
    ).score()
  }

  @Test func everyDisagreementIsNamed() throws {
    #expect(
      try mixedScore().findings.map(\.description) == [
        "wrong-type: US, place, not country",
        "duplicate-entity: Washington, of United States",
        "spurious-entity: officials",
        "spurious-edge: officials → Russia, meet [CONSULT]",
        "wrong-lemma (core): United States → Russia, visit, not condemn",
        "missed-edge: Russia → United States, sue [ACCUSE], sentence 0",
      ])
  }

  @Test func agreementLeavesNoFinding() throws {
    let score = try ScoreCase(
      "agreement", relations: ["us > ru condemn ACCUSE"],
      nodes: ["a country US", "b country Russia"], edges: ["a > b condemn ACCUSE"], expect: [:]
    ).score()
    #expect(score.findings.isEmpty)
  }

  @Test func documentsAddUp() throws {
    let score = try mixedScore()
    let report = ScoreReport([score, score])
    #expect(report.total.figures["pairs"] == "2+2 2/4")
    #expect(report.total.figures["entities"] == "4+4 4/4")
    #expect(report.total.f1OfEntities == 4.0 * 2 / 12)
  }

  @Test func textShowsWhatIsAskedFor() throws {
    let report = ScoreReport([try mixedScore()])
    #expect(!report.text().contains("missed-edge"))
    #expect(report.text(.findings).contains("missed-edge: Russia → United States"))
    #expect(report.text(.documents).contains("case"))
    #expect(
      report.text().contains(
        "edges, any label       P 0.500  R 0.500  F1 0.500  (1 of 2 found)"))
  }

  @Test func jsonHasRatesAndCounts() throws {
    let json = try JSONSerialization.jsonObject(
      with: ScoreReport([try mixedScore()]).json([.documents, .findings]))
    let total = try #require((json as? [String: Any])?["total"] as? [String: Any])
    let pairs = try #require(total["edge_unlabelled"] as? [String: Any])
    #expect(pairs["precision"] as? Double == 0.5)
    let documents = try #require((json as? [String: Any])?["documents"] as? [[String: Any]])
    #expect((documents.first?["findings"] as? [Any])?.count == 6)
  }
}

extension GraphScores {
  fileprivate var f1OfEntities: Double { entities.f1 }
}
