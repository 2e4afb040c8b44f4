import DocumentModel
import GraphModel
import Testing

private func node(
  _ id: String, _ label: String? = nil, former: [String] = [], mentions: Int = 1
) -> Node {
  Node(id: id, label: label ?? id, type: .person, formerIDs: former, mentions: mentions)
}

/// `A supply B`, shown by the words at `position` of the article `a`.
private func edge(
  _ source: String, _ lemma: String, _ target: String, polarity: Stance.Polarity = .affirmed,
  modality: Stance.Modality = .asserted, symmetric: Bool = false, weight: Double = 1,
  at position: Int = 0
) -> Edge {
  let span = TextSpan(position, position + 1)
  let spans = Evidence(
    sentence: position / 10, sentenceSpan: span, trigger: span, source: span, target: span)
  return Edge(
    id: "e-\(source)\(lemma)\(target)\(polarity)\(modality)", source: source, target: target,
    predicate: Predicate(lemma: lemma, category: .aid, isSymmetric: symmetric),
    polarity: polarity, modality: modality, weight: weight,
    evidence: [EdgeEvidence(article: "a", date: nil, quote: "", spans: spans, grade: .a)])
}

/// One line a change: `+` gained, `-` lost, `~` changed with the fields that differ.
private func lines(_ difference: GraphDifference) -> [String] {
  func words(_ edge: Edge) -> String { "\(edge.source) \(edge.label) \(edge.target)" }
  let nodes = difference.nodes
  let edges = difference.edges
  return nodes.gained.map { "+ \($0.id)" } + nodes.lost.map { "- \($0.id)" }
    + nodes.changed.map { "~ \($0.after.id): \($0.fields.map(\.rawValue).joined(separator: " "))" }
    + edges.gained.map { "+ \(words($0))" } + edges.lost.map { "- \(words($0))" }
    + edges.changed.map {
      "~ \(words($0.after)): \($0.fields.map(\.rawValue).joined(separator: " "))"
    }
}

@Suite struct GraphDifferenceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var old: Graph
    var new: Graph
    var lines: [String]

    init(
      _ name: String, _ old: [Node], _ oldEdges: [Edge] = [], to new: [Node],
      _ newEdges: [Edge] = [], is lines: [String]
    ) {
      testDescription = name
      self.old = Graph(nodes: old, edges: oldEdges)
      self.new = Graph(nodes: new, edges: newEdges)
      self.lines = lines
    }
  }

  private static let pair = [node("A"), node("B")]

  @Test(arguments: [
    Case("nothing", pair, [edge("A", "arm", "B")], to: pair, [edge("A", "arm", "B")], is: []),
    Case(
      "nodes", pair, to: [node("B", mentions: 3), node("C")], is: ["+ C", "- A", "~ B: mentions"]),
    Case(
      "edges", pair, [edge("A", "arm", "B")], to: pair, [edge("B", "arm", "A", at: 50)],
      is: ["+ B arm A", "- A arm B"]),
    Case(
      "weight", pair, [edge("A", "arm", "B")], to: pair, [edge("A", "arm", "B", weight: 2)],
      is: ["~ A arm B: weight"]),
    Case(
      "stance", pair, [edge("A", "arm", "B")], to: pair, [edge("A", "arm", "B", modality: .denied)],
      is: ["~ A denied: arm B: modality"]),
    Case(
      "the same stance from other words", pair, [edge("A", "arm", "B")], to: pair,
      [edge("A", "arm", "B", modality: .denied, at: 30)], is: ["+ A denied: arm B", "- A arm B"]),
    Case(
      "recoded", pair, [edge("A", "arm", "B")], to: pair, [edge("A", "supply", "B")],
      is: ["~ A supply B: relation lemma"]),
    Case(
      "adopted by its label", [node("x-ann-1", "Ann"), node("B")], [edge("x-ann-1", "arm", "B")],
      to: [node("ann-lee", "Ann"), node("B")], [edge("ann-lee", "arm", "B")], is: ["~ ann-lee: id"]),
    Case(
      "adopted by its former id", [node("x-ann-1", "Ann"), node("B")],
      [edge("B", "meet", "x-ann-1", symmetric: true)],
      to: [node("A", "Ann Lee", former: ["x-ann-1"]), node("B")],
      [edge("A", "meet", "B", symmetric: true)], is: ["~ A: id label former_ids"]),
    Case(
      "two that could have been adopted", [node("x-ann-1", "Ann")],
      to: [node("ann-1", "Ann"), node("ann-2", "Ann")], is: ["+ ann-1", "+ ann-2", "- x-ann-1"]),
    Case(
      "a known node is not adopted", [node("ann", "Ann")], to: [node("ann-2", "Ann")],
      is: ["+ ann-2", "- ann"]),
  ])
  func tells(_ row: Case) {
    #expect(lines(GraphDifference(from: row.old, to: row.new)) == row.lines)
  }

  @Test func doesNotDependOnTheOrderOfTheGraphs() {
    let nodes = ["x", "b", "Z", "a"].map { node($0) }
    let edges = [
      edge("x", "arm", "b"), edge("Z", "arm", "b"),
      edge("Z", "aid", "b", polarity: .negated, at: 9),
    ]
    let straight = GraphDifference(from: Graph(), to: Graph(nodes: nodes, edges: edges))
    let turned = GraphDifference(
      from: Graph(), to: Graph(nodes: nodes.reversed(), edges: edges.reversed()))
    #expect(straight == turned)
    #expect(straight.nodes.gained.map(\.id) == ["Z", "a", "b", "x"])
    #expect(straight.edges.gained.map(\.predicate.lemma) == ["aid", "arm", "arm"])
    #expect(
      !straight.isEmpty
        && GraphDifference(from: Graph(nodes: nodes), to: Graph(nodes: nodes)).isEmpty)
  }
}
