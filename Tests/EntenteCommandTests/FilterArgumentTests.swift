import ArgumentParser
import Entente
import GraphModel
import Testing

@testable import EntenteCommand

/// What the options of `filter` keep of a graph, told by the labels of its edges.
@Suite struct FilterArgumentTests {
  private static let graph: Graph = {
    func edge(
      _ number: Int, _ modality: Stance.Modality, _ polarity: Stance.Polarity,
      _ grade: Relation.Grade
    ) -> Edge {
      Edge(
        id: "e-\(number)", source: "FRA", target: "RUS",
        predicate: Predicate(lemma: "arm", category: .aid), polarity: polarity,
        modality: modality, grade: grade)
    }
    return Graph(
      nodes: ["FRA", "RUS"].map { Node(id: $0, label: $0, type: .country) },
      edges: [
        edge(1, .asserted, .affirmed, .a), edge(2, .asserted, .negated, .b),
        edge(3, .denied, .affirmed, .c), edge(4, .planned, .affirmed, .b),
      ])
  }()

  @Test(arguments: [
    ("--asserted-only", ["arm"]), ("--modality asserted", ["arm", "not: arm"]),
    ("--polarity negated", ["not: arm"]),
    ("--modality denied,planned", ["denied: arm", "planned: arm"]),
    ("--grade B", ["not: arm", "planned: arm"]),
    ("--min-grade B", ["arm", "not: arm", "planned: arm"]),
    ("--grade a,b", ["arm", "not: arm", "planned: arm"]), ("--min-grade A", ["arm"]),
    ("--min-grade c", ["arm", "not: arm", "denied: arm", "planned: arm"]),
    ("--asserted-only --min-grade B", ["arm"]),
  ])
  func keeps(options: String, labels: [String]) throws {
    let command = try Filter.parse(
      ["g.jsonl", "-o", "x.dot"] + options.split(separator: " ").map(String.init))
    #expect(try command.filter.applied(to: Self.graph).edges.map(\.label) == labels)
  }

  @Test(arguments: [
    "--asserted-only --modality denied", "--min-grade B --grade A", "--min-grade D", "--grade D",
    "--since 2024-03 --until 2024-01", "--top 0", "--hops -1",
  ])
  func refuses(options: String) {
    #expect(throws: (any Error).self) {
      try Filter.parse(
        ["g.jsonl", "-o", "x.dot"] + options.split(separator: " ").map(String.init))
    }
  }

  @Test(arguments: [
    ["evaluate"], ["evaluate", "--sheet", "a.csv", "--gold", "g"],
    ["sample", "g.jsonl", "-n", "0"],
    ["sample", "g.jsonl", "--by", "colour"], ["explain", "a.txt"],
    ["explain", "a.txt", "--from", "A", "--why-not"],
    ["explain", "a.txt", "--node", "A", "--rows"],
    ["suggest", "a", "--verbs", "--merges"], ["annotate", "a.txt", "-o", "x"],
  ])
  func wrongUsageIsRefusedBeforeAnythingIsRead(arguments: [String]) {
    #expect(throws: (any Error).self) { try EntenteCommand.parseAsRoot(arguments) }
  }
}
