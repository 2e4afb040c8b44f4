public import DocumentModel
public import GraphModel

/// What a picture shows of a graph: a selection that is legible at first sight, and how much it
/// leaves out.
///
/// Governments are folded into their countries; parallel edges of one category and stance between
/// two nodes are one bundle, named by its verbs; bundles come with the heaviest first. Standing ties,
/// which every article repeats, take a third of the room at most while there are acts to show.
public struct PictureGraph: Sendable, Equatable {
  /// Sorted by id.
  public private(set) var nodes: [Node]
  /// The heaviest first.
  public private(set) var bundles: [Bundle]
  public private(set) var omissions: Omissions

  /// Parallel edges drawn as one.
  public struct Bundle: Sendable, Equatable {
    public var source: String
    public var target: String
    public var category: Category
    public var polarity: Stance.Polarity
    public var modality: Stance.Modality
    public var isSymmetric: Bool
    /// The dictionary forms of its verbs, the heaviest first.
    public var verbs: [String]
    /// Who says so, when all of it is attributed; the one who says most first.
    public var speakers: [String]
    /// The sum of the weights of its edges.
    public var weight: Double
    /// The pieces of evidence.
    public var count: Int
    /// The best grade.
    public var grade: Relation.Grade
    /// How often articles name its two ends, added up.
    public var mentions: Int
    /// How many bundles between the two in the same direction come before it.
    public var place = 0
    /// The edges in it, the heaviest first; never empty.
    public var edges: [Edge]
  }

  /// How much of the graph the picture does not show.
  public struct Omissions: Sendable, Equatable {
    /// Edges of speech.
    public var speech = 0
    /// Edges of grade C.
    public var doubtful = 0
    /// Edges in bundles beyond the maximum.
    public var lighter = 0
    /// Nodes that are left without an edge.
    public var isolated = 0

    public init(speech: Int = 0, doubtful: Int = 0, lighter: Int = 0, isolated: Int = 0) {
      self.speech = speech
      self.doubtful = doubtful
      self.lighter = lighter
      self.isolated = isolated
    }

    public var isEmpty: Bool { self == Omissions() }
  }

  public init(_ graph: Graph, options: PictureOptions = PictureOptions()) {
    var omissions = Omissions()
    let folding = GovernmentFolding(graph)
    let edges = graph.edges.compactMap(folding.folded).filter { edge in
      if !options.showsSpeech, edge.predicate.category == .communication {
        omissions.speech += 1
        return false
      }
      if !options.showsDoubtful, edge.grade == .c {
        omissions.doubtful += 1
        return false
      }
      return true
    }
    let mentions = Dictionary(graph.nodes.map { ($0.id, $0.mentions) }) { first, _ in first }
    let all = Bundle.bundles(of: edges, mentions: mentions)
    let kept = Bundle.chosen(options.maximumBundles ?? all.count, of: all)
    let count = { (bundles: [Bundle]) in bundles.reduce(0) { $0 + $1.edges.count } }
    omissions.lighter = count(all) - count(kept)
    let connected = Set(kept.flatMap { [$0.source, $0.target] })
    let candidates = graph.nodes.filter { !folding.isFolded($0.id) }
    nodes = candidates.filter { options.showsIsolated || connected.contains($0.id) }
    omissions.isolated = candidates.count - nodes.count
    bundles = kept
    self.omissions = omissions
  }

  var engine: LayoutEngine { LayoutEngine(nodes: nodes.count, lines: bundles.count) }

  /// Whether lines are named by their verbs. Of more than a thousand nobody reads them, and to find a
  /// place for 20,000 takes Graphviz nine tenths of its time.
  var namesLines: Bool { bundles.count <= 1000 }
}
