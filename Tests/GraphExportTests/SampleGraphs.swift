import DocumentModel
import GraphModel

/// Graphs that every format is tested with.
enum SampleGraphs {
  static let empty = Graph()

  static let oneNode = Graph(
    nodes: [Node(id: "RUS", label: "Russia", type: .country, mentions: 3, articles: 2)])

  /// A small graph in which every field of nodes and edges is used.
  static let seed: Graph = {
    var blinken = Node(
      id: "blinken", label: "Antony Blinken", type: .official,
      aliases: ["Antony Blinken", "Blinken"],
      roles: ["secretary of state"], ids: ["wd": "Q7821917"], qid: "Q7821917",
      formerIDs: ["x-antony-blinken-abc123"], foundBy: ["gazetteer", "title"],
      firstSeen: CalendarDate("2023-11-08"), lastSeen: CalendarDate("2023-11-09"), mentions: 7,
      articles: 2)
    blinken.candidates = ["other-blinken"]
    let nodes = [
      Node(
        id: "KOR", label: "South Korea", type: .country, aliases: ["ROK", "Seoul", "South Korea"],
        ids: ["iso": "KR", "wd": "Q884"], iso3: "KOR", qid: "Q884", mentions: 5, articles: 2),
      Node(id: "PRK", label: "North Korea", type: .country, iso3: "PRK", mentions: 9, articles: 2),
      Node(id: "RUS", label: "Russia", type: .country, iso3: "RUS", mentions: 6, articles: 2),
      Node(
        id: "UN", label: "United Nations", type: .organisation, subtype: "igo", mentions: 1,
        articles: 1),
      blinken,
      Node(id: "x-kim-min-ah-1q2w3e", label: "Kim Min-ah", type: .person, mentions: 1, articles: 1),
    ]
    let edges = [
      edge(
        "PRK", "RUS", "supply", .aid, weight: 2, theme: "artillery shells", speakers: [("Seoul", 2)]
      ),
      edge("PRK", "RUS", "supply", .aid, modality: .denied, speakers: [("Pyongyang", 1)]),
      edge("PRK", "RUS", "supply", .aid, polarity: .negated),
      edge("KOR", "UN", "support", .support, modality: .planned),
      edge("blinken", "KOR", "meet", .consult, symmetric: true),
      edge("blinken", "PRK", "condemn", .accuse, cameo: "111", goldstein: -2, mode: "disapprove"),
    ]
    return canonical(
      Graph(
        nodes: nodes, edges: edges,
        articles: [
          ArticleRecord(
            id: "2023/seoul.txt", contentHash: "00ff", title: "Blinken in Seoul",
            date: CalendarDate("2023-11-09").map { DatedFact($0, from: .dateLine) },
            source: "Example News", url: "https://example.org/seoul",
            attributes: ["news_desk": "asia"])
        ]))
  }()

  static let hostileTexts = [
    #"He said "no" & left"#, "]]>", "<script>alert(1)</script>", "</script><!--",
    "a\u{0}b\u{1}c\u{7F}d",
    "line\nbreak\r\n\ttab\u{2028}end", "  spaces  ", "emoji 🇰🇷 👩‍👩‍👧", "עברית و العربية", "\u{202E}rtl",
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", #"C:\new\"table"#, "a;b,c|d¶e", "&amp; &#65; &lt",
    "cafe\u{301}", "`'$(id)\\", "\u{FFFE}\u{FFFF}", "", " ", "node", "%s%n", "INFLATION",
    "\u{1B}[31mred",
    "\"];}", "\\", "\\N\\G", "{a|b}", "'; DROP", "--", "/*", "*/",
  ]

  /// Nodes and edges that carry every hostile text in every field, and two very long labels.
  static let hostile: Graph = {
    var nodes = hostileTexts.enumerated().map { index, text in
      Node(
        id: "x-\(index)-abcdef", label: text, type: EntityType.allCases[index % 7], subtype: text,
        aliases: [text, text], roles: [text], ids: [text: text], attributes: ["team \"<&": text],
        iso3: text, foundBy: ["name"],
        candidates: [text], mentions: index)
    }
    let edges = hostileTexts.enumerated().map { index, text in
      edge(
        nodes[index].id, nodes[(index + 1) % nodes.count].id, text, .other, modality: .denied,
        theme: text, speakers: [(text, 1)], quote: text)
    }
    for (id, text) in [("x-long-a", "long name "), ("x-long-b", #"é\""#)] {
      let label = String(repeating: text, count: 20_000 / text.count)
      nodes.append(Node(id: id, label: label, type: .person, mentions: 1))
    }
    let long = edge("x-long-a", "x-long-b", String(repeating: "verb ", count: 4_000), .aid)
    return canonical(Graph(nodes: nodes, edges: edges + [long]))
  }()

  /// All stances between the same two nodes.
  static let parallel: Graph = {
    let nodes = ["a", "b"].map { Node(id: $0, label: $0.uppercased(), type: .person, mentions: 1) }
    let edges = Stance.Modality.allCases.flatMap { modality in
      Stance.Polarity.allCases.map { polarity in
        edge("a", "b", "help", .aid, polarity: polarity, modality: modality)
      }
    }
    return canonical(Graph(nodes: nodes, edges: edges))
  }()

  /// A graph of `edgeCount` edges from a seeded generator.
  static func random(nodeCount: Int, edgeCount: Int) -> Graph {
    var random = SplitMix(state: 42)
    let nodes = (0..<nodeCount).map { index in
      Node(
        id: "x-entity-\(index)", label: "Entity \(index) of Überstadt",
        type: EntityType.allCases[index % 7],
        aliases: ["Entity \(index)", "E. \(index)"], foundBy: ["name"],
        firstSeen: CalendarDate("2024-01-02"), lastSeen: CalendarDate("2024-03-04"),
        mentions: index % 90, articles: 1)
    }
    let edges = (0..<edgeCount).map { index in
      let source = Int(random.next() % UInt64(nodeCount))
      let target = (source + 1 + Int(random.next() % UInt64(nodeCount - 1))) % nodeCount
      return edge(
        "x-entity-\(source)", "x-entity-\(target)", "verb-\(index)",
        Category.allCases[Int(random.next() % 23)], weight: Double(1 + index % 9),
        theme: "theme \(index)",
        quote: "The sentence number \(index) says \"what\" happened, at length.",
        id: "e-\(index)")
    }
    return canonical(Graph(nodes: nodes, edges: edges))
  }

  static func edge(
    _ source: String, _ target: String, _ lemma: String, _ category: Category,
    polarity: Stance.Polarity = .affirmed, modality: Stance.Modality = .asserted,
    weight: Double = 1, theme: String? = nil, speakers: [(String, Int)] = [],
    symmetric: Bool = false,
    cameo: String? = nil, goldstein: Double? = nil, mode: String? = nil, quote: String? = nil,
    grade: Relation.Grade = .a, id: String? = nil
  ) -> Edge {
    let date = CalendarDate("2023-11-09")
    let spans = Evidence(
      sentence: 3, sentenceSpan: TextSpan(100, 160), trigger: TextSpan(120, 126),
      source: TextSpan(100, 105), target: TextSpan(130, 140))
    let evidence = EdgeEvidence(
      article: "2023/seoul.txt", date: date, dateSource: .article,
      quote: quote ?? "\(source) did \(lemma) to \(target).", spans: spans, grade: grade,
      tense: .past, speakers: speakers.map(\.0), theme: theme)
    return Edge(
      id: id ?? edgeID([source, target, lemma, polarity.rawValue, modality.rawValue]),
      source: source, target: target,
      predicate: Predicate(
        lemma: lemma, category: category, mode: mode, cameo: cameo, goldstein: goldstein,
        isSymmetric: symmetric),
      polarity: polarity, modality: modality, tense: .past, attribution: speakers.map(\.0),
      speakers: speakers.map { SpeakerCount(name: $0.0, count: $0.1) },
      themes: theme.map { [$0] } ?? [], grade: grade, weight: weight, count: 1, firstDate: date,
      lastDate: date, dateSource: .article, evidence: [evidence])
  }

  /// Readable, of letters, digits and hyphens.
  private static func edgeID(_ parts: [String]) -> String {
    let characters = parts.joined(separator: "-").unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "-")
        ? String(scalar) : "\(scalar.value)"
    }
    return "e-" + characters.joined().prefix(60)
  }

  private static func canonical(_ graph: Graph) -> Graph {
    func key(_ edge: Edge) -> [String] {
      [
        edge.source, edge.target, edge.predicate.relation, edge.polarity.rawValue,
        edge.modality.rawValue,
      ]
    }
    var graph = graph
    graph.nodes.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    graph.edges.sort { key($0).lexicographicallyPrecedes(key($1)) }
    return graph
  }
}

/// A small seeded generator, the same on every machine.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
