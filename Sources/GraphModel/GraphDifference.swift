import DocumentModel

/// What tells one graph from another: nodes and edges gained, lost and changed.
///
/// A discovered node that comes back under another id (adopted into a gazetteer: the new node names
/// the old id among its former ones or has its label) counts as changed, and so do its edges. So does
/// an edge whose relation or stance differs when both graphs draw it, between the same nodes, from
/// the same words of an article. The order is canonical whatever that of the graphs: nodes by id,
/// edges by source, target, relation, polarity and modality; changed ones by what they are now.
public struct GraphDifference: Sendable, Codable, Equatable {
  public var nodes: Changes<Node, NodeField>
  public var edges: Changes<Edge, EdgeField>

  /// Things of one kind that differ.
  public struct Changes<Item, Field>: Sendable, Codable, Equatable
  where Item: Sendable & Codable & Equatable, Field: Sendable & Codable & Equatable {
    public var gained: [Item] = []
    public var lost: [Item] = []
    public var changed: [Change] = []

    public var isEmpty: Bool { gained.isEmpty && lost.isEmpty && changed.isEmpty }

    /// One that both graphs have.
    public struct Change: Sendable, Codable, Equatable {
      public var before: Item
      public var after: Item
      /// What differs, never empty.
      public var fields: [Field]

      public init(before: Item, after: Item, fields: [Field]) {
        self.before = before
        self.after = after
        self.fields = fields
      }
    }
  }

  public typealias NodeChange = Changes<Node, NodeField>.Change
  public typealias EdgeChange = Changes<Edge, EdgeField>.Change

  /// What of a node can differ, in the order in which it is told.
  public enum NodeField: String, Sendable, Codable, CaseIterable {
    case id, label, type, subtype, aliases, roles, ids, attributes, formerIDs = "former_ids"
    case foundBy = "found_by"
    case candidates, mentions, articles
    case firstSeen = "first_seen"
    case lastSeen = "last_seen"
  }

  /// What of an edge can differ, in the order in which it is told.
  public enum EdgeField: String, Sendable, Codable, CaseIterable {
    case relation, polarity, modality, weight, count, lemma, category, mode, cameo, goldstein
    case tense, attribution, speakers, via, theme, grade
    case firstDate = "first_date"
    case lastDate = "last_date"
    case evidence
  }

  /// What leads from `old` to `new`.
  public init(from old: Graph, to new: Graph) {
    let pairing = NodePairing(from: old.nodes, to: new.nodes)
    nodes = Changes(
      gained: pairing.gained, lost: pairing.lost,
      changed: pairing.pairs.compactMap { before, after in
        let fields = NodeField.allCases.filter { $0.differs(before, after) }
        return fields.isEmpty ? nil : NodeChange(before: before, after: after, fields: fields)
      })
    let edgePairing = EdgePairing(from: old.edges, to: new.edges, renamed: pairing.renamed)
    edges = Changes(
      gained: edgePairing.gained, lost: edgePairing.lost,
      changed: edgePairing.pairs.compactMap { before, after in
        let fields = EdgeField.allCases.filter { $0.differs(before, after) }
        return fields.isEmpty ? nil : EdgeChange(before: before, after: after, fields: fields)
      })
  }

  public var isEmpty: Bool { nodes.isEmpty && edges.isEmpty }
}

extension GraphDifference.NodeField {
  fileprivate func differs(_ left: Node, _ right: Node) -> Bool {
    switch self {
    case .id: left.id != right.id
    case .label: left.label != right.label
    case .type: left.type != right.type
    case .subtype: left.subtype != right.subtype
    case .aliases: left.aliases != right.aliases
    case .roles: left.roles != right.roles
    case .ids: left.ids != right.ids
    case .attributes: left.attributes != right.attributes
    case .formerIDs: left.formerIDs != right.formerIDs
    case .foundBy: left.foundBy != right.foundBy
    case .candidates: left.candidates != right.candidates
    case .mentions: left.mentions != right.mentions
    case .articles: left.articles != right.articles
    case .firstSeen: left.firstSeen != right.firstSeen
    case .lastSeen: left.lastSeen != right.lastSeen
    }
  }
}

extension GraphDifference.EdgeField {
  fileprivate func differs(_ left: Edge, _ right: Edge) -> Bool {
    switch self {
    case .relation: left.predicate.relation != right.predicate.relation
    case .polarity: left.polarity != right.polarity
    case .modality: left.modality != right.modality
    case .weight: left.weight != right.weight
    case .count: left.count != right.count
    case .lemma: left.predicate.lemma != right.predicate.lemma
    case .category: left.predicate.category != right.predicate.category
    case .mode: left.predicate.mode != right.predicate.mode
    case .cameo: left.predicate.cameo != right.predicate.cameo
    case .goldstein: left.predicate.goldstein != right.predicate.goldstein
    case .tense: left.tense != right.tense
    case .attribution: left.attribution != right.attribution
    case .speakers: left.speakers != right.speakers
    case .via: left.via != right.via
    case .theme: left.themes != right.themes
    case .grade: left.grade != right.grade
    case .firstDate: left.firstDate != right.firstDate
    case .lastDate: left.lastDate != right.lastDate
    case .evidence: left.evidence != right.evidence
    }
  }

  /// What the edge says of the world, rather than how often and from where.
  public var isStance: Bool {
    switch self {
    case .relation, .polarity, .modality, .tense, .attribution: true
    default: false
    }
  }
}
