/// A gold prepared for look-up: names folded, ids replaced by positions, optional items set apart.
struct GoldIndex {
  struct Entity {
    var name: String
    var foldedName: String
    /// Folded, the name among them.
    var forms: Set<String>
    var kinds: Set<GraphGold.EntityKind>
    var isIgnored: Bool
    /// Position among the ids in byte order: decides between equally good matches.
    var rank: Int
  }

  struct Relation {
    var pair: EntityPair
    var lemmas: Set<String>
    var categories: Set<String>
    var gold: GraphGold.Relation

    /// Whether an edge along `edge` runs where this relation does.
    func runs(along edge: EntityPair) -> Bool {
      pair == edge || gold.isSymmetric && pair == edge.reversed
    }
  }

  /// In file order.
  var entities: [Entity]
  /// Those that count, in file order.
  var relations: [Relation]
  /// Those that are neither rewarded nor punished.
  var ignoredRelations: [Relation]

  /// With `countingOptional`, optional entities and relations count like all others.
  init(_ gold: GraphGold, countingOptional: Bool) {
    let positions = Dictionary(
      gold.entities.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    entities = Self.entities(of: gold, countingOptional: countingOptional)
    let all = gold.relations.compactMap { Relation($0, positions: positions) }
    relations = all.filter { countingOptional || !$0.gold.isOptional }
    ignoredRelations = countingOptional ? [] : all.filter(\.gold.isOptional)
  }

  private static func entities(of gold: GraphGold, countingOptional: Bool) -> [Entity] {
    let byID = gold.entities.indices.sorted {
      gold.entities[$0].id.utf8.lexicographicallyPrecedes(gold.entities[$1].id.utf8)
    }
    var ranks = Array(repeating: 0, count: byID.count)
    for (rank, position) in byID.enumerated() { ranks[position] = rank }
    return zip(gold.entities, ranks).map { entity, rank in
      Entity(entity, rank: rank, isIgnored: entity.isOptional && !countingOptional)
    }
  }
}

extension GoldIndex.Entity {
  fileprivate init(_ entity: GraphGold.Entity, rank: Int, isIgnored: Bool) {
    name = entity.name
    foldedName = NameFolding.folded(entity.name)
    forms = Set(entity.surface.map(NameFolding.folded)).union([foldedName])
    kinds = Set(entity.acceptType).union([entity.type])
    self.isIgnored = isIgnored
    self.rank = rank
  }
}

extension GoldIndex.Relation {
  fileprivate init?(_ relation: GraphGold.Relation, positions: [String: Int]) {
    guard let source = positions[relation.source], let target = positions[relation.target] else {
      return nil
    }
    pair = EntityPair(source: source, target: target)
    lemmas = (relation.lemma + relation.accept)
      .reduce(into: []) { $0.formUnion(LemmaForms(rightAnswer: $1).forms) }
    categories = ([relation.category] + relation.acceptCategory)
      .reduce(into: []) { $0.formUnion(CategoryName.folded($1)) }
    gold = relation
  }
}

/// Two gold entities, by position, in the direction of a relation.
struct EntityPair: Hashable {
  var source: Int
  var target: Int

  var reversed: EntityPair { EntityPair(source: target, target: source) }

  /// The same for both directions.
  var undirected: EntityPair { source <= target ? self : reversed }
}
