/// The nodes of a graph against the entities of a gold.
struct EntityComparison {
  let answer: GraphAnswer
  let gold: GoldIndex
  let alignment: NodeAlignment

  private enum Verdict {
    /// The node of that entity.
    case right(Int)
    /// Names an entity that another node stands for.
    case duplicate
    case spurious
    /// Names something optional.
    case ignored
  }

  func fill(_ scores: inout GraphScores) {
    for node in answer.nodes.indices {
      switch verdict(on: node) {
      case .right(let entity):
        scores.entities.correct += 1
        scores.types.count(isTypeRight(node, entity))
      case .duplicate:
        scores.entities.spurious += 1
        scores.duplicates += 1
      case .spurious: scores.entities.spurious += 1
      case .ignored: break
      }
    }
    scores.entities.found = scores.entities.correct
    scores.entities.expected = gold.entities.count { !$0.isIgnored }
    let parties = Set(gold.relations.flatMap { [$0.pair.source, $0.pair.target] })
    for party in parties {
      scores.entitiesInRelations.count(alignment.nodeOfEntity[party] != nil)
    }
  }

  func findings() -> [ScoreFinding] {
    answer.nodes.indices.compactMap(finding) + missed
  }

  private func finding(about node: Int) -> ScoreFinding? {
    let label = answer.nodes[node].label
    switch verdict(on: node) {
    case .duplicate:
      let entity = alignment.entityNamed(by: node).map { gold.entities[$0].name } ?? label
      return ScoreFinding(.duplicateEntity, label, detail: "of " + entity)
    case .spurious: return ScoreFinding(.spuriousEntity, label)
    case .right(let entity) where !isTypeRight(node, entity):
      return ScoreFinding(.wrongType, label, detail: typeDetail(node, entity))
    case .right, .ignored: return nil
    }
  }

  private var missed: [ScoreFinding] {
    gold.entities.indices
      .filter { !gold.entities[$0].isIgnored && alignment.nodeOfEntity[$0] == nil }
      .map { ScoreFinding(.missedEntity, gold.entities[$0].name) }
  }

  private func verdict(on node: Int) -> Verdict {
    if let entity = alignment.entityOfNode[node] {
      return gold.entities[entity].isIgnored ? .ignored : .right(entity)
    }
    let named = alignment.candidates[node].keys
    if named.contains(where: { gold.entities[$0].isIgnored }) { return .ignored }
    return named.isEmpty ? .spurious : .duplicate
  }

  private func isTypeRight(_ node: Int, _ entity: Int) -> Bool {
    gold.entities[entity].kinds.contains(answer.nodes[node].kind)
  }

  private func typeDetail(_ node: Int, _ entity: Int) -> String {
    let right = gold.entities[entity].kinds.map(\.rawValue).sorted().joined(separator: " or ")
    return "\(answer.nodes[node].kind.rawValue), not \(right)"
  }
}
