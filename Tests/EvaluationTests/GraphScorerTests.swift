import Evaluation
import Testing

/// A graph, a gold, and the figures worked out by hand.
struct ScoreCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var entities = ["us country United States | US | Washington", "ru country Russia | Moscow"]
  var relations: [String] = []
  var nodes = ["a country US", "b country Russia", "c person Blinken"]
  var edges: [String] = []
  var options = GraphScorer.Options()
  /// Figures to check, as `GraphScores.figures` writes them.
  var expected: [String: String]

  init(
    _ name: String, entities: [String]? = nil, relations: [String] = [], nodes: [String]? = nil,
    edges: [String] = [], options: GraphScorer.Options = .init(), expect: [String: String]
  ) {
    testDescription = name
    self.entities = entities ?? self.entities
    self.relations = relations
    self.nodes = nodes ?? self.nodes
    self.edges = edges
    self.options = options
    expected = expect
  }

  func score() throws -> DocumentScore {
    try GraphScorer(options: options).score(
      Notation.graph(nodes: nodes, edges: edges),
      against: Notation.gold(entities: entities, relations: relations))
  }
}

struct GraphScorerTests {
  @Test(arguments: entityCases + pairCases + labelCases + stanceCases + optionalCases)
  func figures(of scoreCase: ScoreCase) throws {
    let score = try scoreCase.score()
    for (name, figure) in scoreCase.expected {
      #expect(score.scores.figures[name] == figure, "\(name)")
    }
    assertConsistent(score.scores)
  }

  /// What holds of every score.
  private func assertConsistent(_ scores: GraphScores) {
    for ratio in [scores.entities, scores.pairs, scores.lemmas, scores.categories] {
      #expect(ratio.found <= ratio.expected)
      #expect((0...1).contains(ratio.f1))
    }
    #expect(scores.duplicates <= scores.entities.spurious)
    #expect(scores.coreLemmas.part <= scores.corePairs.part)
    #expect(scores.negation.whole == scores.lemmas.correct)
  }
}

private let entityCases = [
  ScoreCase(
    "an alias, a leading article and accents make no difference",
    entities: ["us country United States | US", "ch person Hugo Chávez | Chávez"],
    nodes: ["a country the US", "b official Chavez’s"],
    expect: ["entities": "2+0 2/2", "types": "2/2", "duplicates": "0"]),
  ScoreCase(
    "a second node of one entity is a duplicate and an error",
    nodes: ["a country US", "b place Washington", "c person Russia"],
    expect: ["entities": "2+1 2/2", "duplicates": "1", "types": "1/2"]),
  ScoreCase(
    "an unknown node is spurious, an absent one missed",
    nodes: ["a country US", "b group officials"],
    expect: ["entities": "1+1 1/2", "duplicates": "0"]),
  ScoreCase(
    "an ambiguous name goes where it is needed",
    entities: [
      "e1 person George Bush | Bush | George Bush", "e2 person Laura Bush | Bush | Laura Bush",
    ],
    nodes: ["a person Bush", "b person George Bush"],
    expect: ["entities": "2+0 2/2"]),
  ScoreCase(
    "an entity may take a node from another that has a second one",
    entities: ["e1 person Ann Lee | Ann | Lee", "e2 person Bo Lee | Lee"],
    nodes: ["a person Lee | Ann", "b person Ann"],
    expect: ["entities": "2+0 2/2", "duplicates": "0"]),
  ScoreCase(
    "an empty graph", nodes: [], expect: ["entities": "0+0 0/2", "types": "0/0", "nodes": "0"]),
]

private let pairCases = [
  ScoreCase(
    "direction counts", relations: ["us > ru condemn ACCUSE core"],
    edges: ["b > a condemn ACCUSE"], expect: ["pairs": "0+1 0/1", "core": "0/1"]),
  ScoreCase(
    "parallel edges are one pair", relations: ["us > ru condemn ACCUSE core"],
    edges: ["a > b condemn ACCUSE", "a > b sanction SANCTION"],
    expect: ["pairs": "1+0 1/1", "lemmas": "1+1 1/1", "core": "1/1", "in-relations": "2/2"]),
  ScoreCase(
    "a symmetric relation is found either way and once",
    relations: ["us > ru meet CONSULT core sym"],
    edges: ["b > a meet_with CONSULT", "a > b meet CONSULT"],
    expect: [
      "pairs": "1+0 1/1", "lemmas": "2+0 1/1", "categories": "1+0 1/1", "core": "1/1",
    ]),
  ScoreCase(
    "a symmetric relation adds no pair to a directed one",
    relations: ["us > ru condemn ACCUSE", "us > ru meet CONSULT sym core"],
    edges: ["a > b condemn ACCUSE", "b > a meet CONSULT"],
    expect: ["pairs": "1+0 1/1", "lemmas": "2+0 2/2", "core": "1/1", "events": "2/2"]),
  ScoreCase(
    "an edge to a node that is no entity is wrong, each such pair once",
    relations: ["us > ru condemn ACCUSE"],
    edges: ["c > a meet CONSULT", "c > a visit CONSULT", "c > b meet CONSULT"],
    expect: ["pairs": "0+2 0/1", "lemmas": "0+3 0/1", "categories": "0+2 0/1"]),
  ScoreCase(
    "edges of a duplicate count for its entity", relations: ["us > ru condemn ACCUSE"],
    nodes: ["a country US", "b country Russia", "c place Washington"],
    edges: ["c > b condemn ACCUSE"], expect: ["pairs": "1+0 1/1", "entities": "2+1 2/2"]),
  ScoreCase(
    "edges of a duplicate are wrong when asked", relations: ["us > ru condemn ACCUSE"],
    nodes: ["a country US", "b country Russia", "c place Washington"],
    edges: ["c > b condemn ACCUSE"], options: .init(rejectsDuplicates: true),
    expect: ["pairs": "0+1 0/1"]),
]

private let labelCases = [
  ScoreCase(
    "accepted lemmas and categories count",
    relations: ["us > ru condemn/denounce ACCUSE/REJECT core", "ru > us president office core"],
    edges: ["a > b denounce REJECT", "b > a visit CONSULT"],
    expect: [
      "pairs": "2+0 2/2", "lemmas": "1+1 1/2", "categories": "1+1 1/2", "core-lemmas": "1/2",
      "core-categories": "1/2", "events": "1/1", "ties": "1/1",
    ]),
  ScoreCase(
    "light words, spelling and the words of a compound make no difference",
    relations: ["us > ru attack ASSAULT", "ru > us criticize ACCUSE"],
    edges: ["a > b launch_attack ASSAULT", "b > a criticise ACCUSE"],
    expect: ["lemmas": "2+0 2/2"]),
  ScoreCase(
    "one edge finds every relation whose label it has",
    relations: ["us > ru meet CONSULT", "us > ru talk CONSULT"],
    edges: ["a > b meet CONSULT"],
    expect: ["pairs": "1+0 1/1", "lemmas": "1+0 1/2", "categories": "1+0 2/2"]),
]

private let stanceCases = [
  ScoreCase(
    "polarity and status of edges with the right lemma",
    relations: ["us > ru supply AID not", "ru > us attack ASSAULT denied"],
    edges: ["a > b supply AID not", "b > a attack ASSAULT asserted"],
    expect: ["negation": "2/2", "status": "1/2"]),
  ScoreCase(
    "an attributed assertion is reported, a demand is planned, a drill is possible",
    relations: [
      "us > ru supply AID reported", "us > ru stop RETREAT planned",
      "ru > us attack ASSAULT possible",
    ],
    edges: [
      "a > b supply AID said", "a > b stop RETREAT demanded said",
      "b > a attack ASSAULT hypothetical",
    ],
    expect: ["status": "3/3", "negation": "3/3"]),
  ScoreCase(
    "of parallel edges with one lemma the first decides",
    relations: ["us > ru supply AID"],
    edges: ["a > b supply AID not", "a > b supply AID"],
    expect: ["lemmas": "1+0 1/1", "negation": "0/1"]),
]

private let withCup = [
  "us country United States | US", "ru country Russia", "wc event World Cup?",
]
private let withCupNodes = ["a country US", "b country Russia", "c event World Cup"]
private let optionalCases = [
  ScoreCase(
    "an optional entity and its edges are ignored", entities: withCup,
    relations: ["us > ru beat other"], nodes: withCupNodes,
    edges: ["a > b beat other", "a > c host other"],
    expect: ["entities": "2+0 2/2", "pairs": "1+0 1/1", "lemmas": "1+0 1/1"]),
  ScoreCase(
    "an optional relation is ignored whatever its label", entities: withCup,
    relations: ["us > ru beat other opt"], nodes: withCupNodes, edges: ["a > b visit CONSULT"],
    expect: ["pairs": "0+0 0/0", "lemmas": "0+0 0/0"]),
  ScoreCase(
    "beside a relation that counts, a wrong label is wrong",
    relations: ["us > ru beat other opt", "us > ru visit CONSULT"],
    edges: ["a > b beat other", "a > b invade ASSAULT"],
    expect: ["pairs": "1+0 1/1", "lemmas": "0+1 0/1", "categories": "0+1 0/1"]),
  ScoreCase(
    "optional items count when asked", entities: withCup,
    relations: ["us > ru beat other opt"], nodes: withCupNodes, edges: ["a > b beat other"],
    options: .init(countsOptional: true),
    expect: ["entities": "3+0 3/3", "pairs": "1+0 1/1", "lemmas": "1+0 1/1"]),
]
