/// How well a graph agrees with a gold; scores of several documents add up (micro-average).
public struct GraphScores: Sendable, Hashable, Codable {
  public var nodes = 0
  public var edges = 0

  /// Nodes that are an entity of the gold; a second node of one entity is spurious.
  public var entities = PrecisionRecall()
  /// Nodes that name an entity another node already stands for.
  public var duplicates = 0
  /// Of matched nodes, those of a right type.
  public var types = Share()
  /// Of entities that take part in relations, those that have a node.
  public var entitiesInRelations = Share()

  /// Distinct directed pairs, whatever the label; a symmetric one counts once, either way.
  public var pairs = PrecisionRecall()
  /// Edges with a right lemma.
  public var lemmas = PrecisionRecall()
  /// Edges with a right category.
  public var categories = PrecisionRecall()

  /// Recall on relations that are explicit: any edge, one with its lemma, one with its category.
  public var corePairs = Share()
  public var coreLemmas = Share()
  public var coreCategories = Share()
  /// Recall on acts and on standing ties, whatever the label.
  public var events = Share()
  public var ties = Share()

  /// Of edges with a right lemma, those with the right polarity and the right status.
  public var negation = Share()
  public var status = Share()

  public init() {}

  public static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.nodes += right.nodes
    sum.edges += right.edges
    sum.duplicates += right.duplicates
    for field in [\Self.entities, \.pairs, \.lemmas, \.categories] {
      sum[keyPath: field] = left[keyPath: field] + right[keyPath: field]
    }
    for field in shares { sum[keyPath: field] = left[keyPath: field] + right[keyPath: field] }
    return sum
  }

  private static var shares: [WritableKeyPath<Self, Share>] {
    [
      \.types, \.entitiesInRelations, \.corePairs, \.coreLemmas, \.coreCategories, \.events, \.ties,
      \.negation, \.status,
    ]
  }
}
