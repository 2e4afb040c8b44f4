extension GraphGold {
  /// What contradicts itself in a gold that could be decoded, in file order.
  func problems() -> [GraphGoldError.Problem] {
    entityProblems() + relationProblems()
  }

  private func entityProblems() -> [GraphGoldError.Problem] {
    var seen: Set<String> = []
    var problems: [GraphGoldError.Problem] = []
    for (index, entity) in entities.enumerated() {
      if !seen.insert(entity.id).inserted {
        problems.append(.init(path: "entities[\(index)].id", .repeatedID(entity.id)))
      }
      if NameFolding.folded(entity.name).isEmpty {
        problems.append(.init(path: "entities[\(index)].name", .empty))
      }
    }
    return problems
  }

  private func relationProblems() -> [GraphGoldError.Problem] {
    let ids = Set(entities.map(\.id))
    return relations.enumerated().flatMap { index, relation in
      relation.problems(path: "relations[\(index)]", ids: ids)
    }
  }
}

extension GraphGold.Relation {
  fileprivate func problems(path: String, ids: Set<String>) -> [GraphGoldError.Problem] {
    endProblems(path: path, ids: ids) + labelProblems(path: path)
  }

  private func endProblems(path: String, ids: Set<String>) -> [GraphGoldError.Problem] {
    var problems = [("source", source), ("target", target)].filter { !ids.contains($0.1) }
      .map { GraphGoldError.Problem(path: "\(path).\($0.0)", .unknownID($0.1)) }
    if source == target { problems.append(.init(path: "\(path).target", .selfRelation(source))) }
    return problems
  }

  private func labelProblems(path: String) -> [GraphGoldError.Problem] {
    var problems: [GraphGoldError.Problem] = []
    if lemma.isEmpty || (lemma + accept).contains(where: { NameFolding.folded($0).isEmpty }) {
      problems.append(.init(path: "\(path).lemma", .empty))
    }
    return problems + categoryProblems(path: path)
  }

  private func categoryProblems(path: String) -> [GraphGoldError.Problem] {
    let accepted = acceptCategory.enumerated().map { ("\(path).accept_category[\($0)]", $1) }
    return ([("\(path).category", category)] + accepted)
      .filter { !CategoryName.isKnown($0.1) }
      .map { GraphGoldError.Problem(path: $0.0, .unknownCategory($0.1)) }
  }
}
