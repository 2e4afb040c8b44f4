import DocumentModel
import GraphModel

/// A graph prepared for comparison: names, lemmas and categories folded, order kept.
struct GraphAnswer {
  struct Node {
    var label: String
    var foldedLabel: String
    var aliases: Set<String>
    var kind: GraphGold.EntityKind
  }

  struct Edge {
    /// Positions of nodes; nil for an end that is no node.
    var source: Int?
    var target: Int?
    var sourceID: String
    var targetID: String
    var lemma: String
    var category: String
    /// What tells labels apart when edges are counted.
    var foldedLemma: String
    var lemmaForms: Set<String>
    var categories: Set<String>
    var isNegated: Bool
    var status: GraphGold.Status
  }

  var nodes: [Node]
  var edges: [Edge]

  init(_ graph: Graph) {
    nodes = graph.nodes.map(Node.init)
    let positions = Dictionary(
      graph.nodes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { _, last in last })
    edges = graph.edges.map { Edge($0, positions: positions) }
  }
}

extension GraphAnswer.Node {
  fileprivate init(_ node: Node) {
    label = node.label
    foldedLabel = NameFolding.folded(node.label)
    aliases = Set(node.aliases.map(NameFolding.folded))
    kind = GraphGold.EntityKind(node.type)
  }
}

extension GraphAnswer.Edge {
  fileprivate init(_ edge: Edge, positions: [String: Int]) {
    source = positions[edge.source]
    target = positions[edge.target]
    sourceID = edge.source
    targetID = edge.target
    lemma = edge.predicate.lemma.isEmpty ? edge.predicate.relation : edge.predicate.lemma
    category = edge.predicate.category.rawValue
    foldedLemma = NameFolding.folded(lemma)
    lemmaForms = LemmaForms(answer: lemma).forms
    categories = CategoryName.folded(category)
    isNegated = edge.polarity == .negated
    status = GraphGold.Status(edge.modality, isAttributed: !edge.attribution.isEmpty)
  }
}

extension GraphGold.EntityKind {
  /// What gold calls entities of `type`.
  public init(_ type: EntityType) {
    switch type {
    case .person, .official: self = .person
    case .country: self = .country
    case .organisation: self = .organisation
    case .place: self = .place
    case .group: self = .group
    case .event: self = .event
    }
  }
}

extension GraphGold.Status {
  /// What gold calls relations of that modality.
  public init(_ modality: Stance.Modality, isAttributed: Bool) {
    switch modality {
    case .asserted: self = isAttributed ? .reported : .asserted
    case .possible, .conditional, .hypothetical: self = .possible
    case .planned, .demanded: self = .planned
    case .denied: self = .denied
    }
  }
}
