import DocumentModel
import Foundation
import GraphModel
import Testing

@testable import GraphExport

@Suite struct PictureGraphTests {
  private func node(_ id: String, _ type: EntityType = .country, subtype: String? = nil) -> Node {
    Node(id: id, label: id.uppercased(), type: type, subtype: subtype, mentions: 1)
  }

  private func picture(
    _ edges: [Edge], extra: [Node] = [], _ options: PictureOptions = PictureOptions()
  ) -> PictureGraph {
    let ids = Set(edges.flatMap { [$0.source, $0.target] }).subtracting(extra.map(\.id)).sorted()
    return PictureGraph(Graph(nodes: ids.map { node($0) } + extra, edges: edges), options: options)
  }

  /// `a>b: VERBS STANCE` for each bundle.
  private func lines(_ picture: PictureGraph) -> [String] {
    picture.bundles.map { bundle in
      let arrow = bundle.isSymmetric ? "=" : ">"
      return "\(bundle.source)\(arrow)\(bundle.target): "
        + bundle.labelLines.joined(separator: " / ")
    }
  }

  @Test func parallelEdgesOfOneCategoryAndStanceAreOneBundle() {
    let shown = picture([
      SampleGraphs.edge("a", "b", "arm", .aid),
      SampleGraphs.edge("a", "b", "supply", .aid, weight: 3),
      SampleGraphs.edge("a", "b", "invade", .assault),
      SampleGraphs.edge("a", "b", "arm", .aid, modality: .denied),
      SampleGraphs.edge("a", "b", "fund", .aid, polarity: .negated),
      SampleGraphs.edge("b", "a", "arm", .aid),
    ])
    #expect(
      lines(shown) == [
        "a>b: supply, arm", "b>a: arm", "a>b: denied: arm", "a>b: not: fund", "a>b: invade",
      ])
    #expect(shown.bundles[0].weight == 4)
    #expect(shown.omissions.isEmpty)
  }

  @Test func tiesGiveWayToActs() {
    let ties = (0..<4).map { SampleGraphs.edge("t\($0)", "u\($0)", "lead", .office, weight: 9) }
    let acts = (0..<4).map { SampleGraphs.edge("a\($0)", "t3", "arm", .aid) }
    func shown(_ edges: [Edge], _ limit: Int) -> [String] {
      lines(picture(edges, PictureOptions(maximumBundles: limit)))
    }
    // The tie of an entity that acts, or is acted on, before those of strangers.
    #expect(shown(ties + acts, 3) == ["t3>u3: lead", "a0>t3: arm", "a1>t3: arm"])
    #expect(shown(ties + acts.prefix(1), 3) == ["t0>u0: lead", "t3>u3: lead", "a0>t3: arm"])
    #expect(shown(ties, 2) == ["t0>u0: lead", "t1>u1: lead"])
    #expect(shown(ties + acts, 8).count == 8)
  }

  @Test func ofEqualsThoseNamedMoreOftenComeFirst() {
    var famous = node("z")
    famous.mentions = 9
    let edges = [
      SampleGraphs.edge("a", "b", "arm", .aid), SampleGraphs.edge("b", "z", "arm", .aid),
    ]
    let shown = picture(edges, extra: [famous], PictureOptions(maximumBundles: 1))
    #expect(lines(shown) == ["b>z: arm"])
  }

  @Test func ofEqualsThoseWithoutALineComeFirst() {
    let shown = picture([
      SampleGraphs.edge("a", "b", "arm", .aid), SampleGraphs.edge("a", "b", "invade", .assault),
      SampleGraphs.edge("a", "c", "differ", .other), SampleGraphs.edge("c", "d", "arm", .aid),
      SampleGraphs.edge("b", "a", "arm", .aid),
    ])
    #expect(
      lines(shown) == ["a>b: arm", "b>a: arm", "c>d: arm", "a>b: invade", "a>c: differ"])
  }

  @Test func symmetricEdgesMeetWhicheverWayTheyWereWritten() {
    let shown = picture([
      SampleGraphs.edge("a", "b", "meet", .consult, symmetric: true),
      SampleGraphs.edge("b", "a", "talk", .consult, symmetric: true),
    ])
    #expect(lines(shown) == ["a=b: meet, talk"])
  }

  @Test func speechDoubtfulLighterAndIsolatedAreCounted() {
    let edges = [
      SampleGraphs.edge("a", "b", "arm", .aid, weight: 5),
      SampleGraphs.edge("c", "d", "aid", .aid, weight: 2),
      SampleGraphs.edge("c", "d", "fund", .aid, weight: 2),
      SampleGraphs.edge("e", "f", "say", .communication),
      SampleGraphs.edge("a", "g", "blurb", .other, grade: .c),
      SampleGraphs.edge("a", "c", "meet", .consult),
    ]
    let shown = picture(edges, PictureOptions(maximumBundles: 1))
    #expect(lines(shown) == ["a>b: arm"])
    #expect(shown.nodes.map(\.id) == ["a", "b"])
    #expect(shown.omissions == .init(speech: 1, doubtful: 1, lighter: 3, isolated: 5))
    let all = picture(edges, .everything)
    #expect(all.bundles.count == 5 && all.nodes.count == 7 && all.omissions.isEmpty)
  }

  @Test func aGovernmentIsItsCountry() {
    let government = node("gov", .organisation, subtype: "government")
    let shown = picture(
      [
        SampleGraphs.edge("gov", "a", "govern", .partOf),
        SampleGraphs.edge("gov", "b", "arm", .aid),
        SampleGraphs.edge("a", "b", "supply", .aid),
      ], extra: [government])
    #expect(lines(shown) == ["a>b: supply, arm"])
    #expect(shown.nodes.map(\.id) == ["a", "b"])
    #expect(shown.omissions.isEmpty)
  }

  @Test(arguments: [
    (["Seoul"], "(says Seoul)"), (["A", "B"], "(say A, B)"),
    (["A", "B", "C"], "(say A and 2 others)"),
  ])
  func speakersStandOnTheLabel(speakers: [String], expected: String) {
    let edge = SampleGraphs.edge(
      "a", "b", "arm", .aid, modality: .possible, speakers: speakers.map { ($0, 1) })
    #expect(picture([edge]).bundles[0].labelLines == ["possible: arm", expected])
  }

  @Test func oneUnattributedEdgeSilencesTheSpeakers() {
    let edges = [
      SampleGraphs.edge("a", "b", "arm", .aid, speakers: [("Seoul", 1)]),
      SampleGraphs.edge("a", "b", "fund", .aid),
    ]
    #expect(picture(edges).bundles[0].speakers.isEmpty)
  }

  @Test func theOrderOfEdgesDoesNotMatter() {
    let graph = SampleGraphs.random(nodeCount: 40, edgeCount: 300)
    var random = SplitMix(state: 3)
    let shuffled = Graph(nodes: graph.nodes, edges: graph.edges.shuffled(using: &random))
    #expect(PictureGraph(graph) == PictureGraph(shuffled))
  }

  @Test(arguments: [
    ("one", 10, ["one"]), ("one two three", 9, ["one two", "three"]), ("", 5, []),
    ("a b c d e", 1, ["a", "b", "c …"]), ("incomprehensibilities", 8, ["incompre…"]),
  ])
  func wrapping(text: String, width: Int, expected: [String]) {
    #expect(LineWrapping.lines(of: text, width: width) == expected)
  }

  @Test func theCaptionCounts() {
    let graph = SampleGraphs.seed
    let caption = PictureCaption(
      PictureGraph(graph, options: PictureOptions(maximumBundles: 3)), of: graph, title: "<&>")
    #expect(
      caption.lines == [
        "Shown: 4 of 6 entities, 3 of 6 relations.",
        "Left out: 3 lighter, 2 entities without a line.",
      ])
    #expect(caption.html.contains("&lt;&amp;&gt;"))
  }
}
