import DocumentModel

/// Lists of names that a tree may have taken apart.
extension PartyFinder {
  /// "Oxfam, [Save the Children] and [Doctors Without Borders]": three names or more of one kind with
  /// nothing but commas and a conjunction between them are a list, whatever the tree says.
  func listed(behind token: Int) -> [Int] {
    guard let first = mention(at: token), let kind = kind(of: first) else { return [] }
    var members: [Int] = []
    var position = entities.mentions[first].tokens.upperBound
    while members.count < Self.longestList {
      let isContinued = pass([","], &position)
      let isLast = pass(["and", "or"], &position)
      guard isContinued || isLast else { return [] }
      _ = pass(["the"], &position)
      guard let next = nameBeginning(at: position), self.kind(of: next) == kind else { return [] }
      let tokens = entities.mentions[next].tokens
      members.append(tokens.upperBound - 1)
      position = tokens.upperBound
      if isLast { return members.count > 1 && !opensClause(tokens) ? members : [] }
    }
    return []
  }

  /// "between Kenya and [Chile]", whatever the tree makes of the second.
  func partner(behind token: Int) -> Int? {
    guard tree.preposition(of: token) == "between", let first = mention(at: token) else {
      return nil
    }
    var position = entities.mentions[first].tokens.upperBound
    guard pass(["and"], &position) else { return nil }
    _ = pass(["the"], &position)
    return nameBeginning(at: position).map { entities.mentions[$0].tokens.upperBound - 1 }
  }

  /// "On Tuesday, [Saudi Arabia], Jordan and Kuwait": the names before one that a conjunct follows,
  /// parted by commas and with no preposition before the first.
  func listed(before token: Int) -> [Int] {
    guard let last = mention(at: token), let kind = kind(of: last),
      tree.children(of: token, .conj).contains(where: { $0 > token && isMention($0) })
    else { return [] }
    let opening = tree.sentence(of: token).lowerBound
    var members: [Int] = []
    var start = entities.mentions[last].tokens.lowerBound
    while start - 1 > opening, tree.document.form(of: start - 1) == ",",
      let name = mention(at: start - 2), self.kind(of: name) == kind,
      entities.mentions[name].tokens.upperBound == start - 1, members.count < Self.longestList
    {
      start = entities.mentions[name].tokens.lowerBound
      if start > opening, tree.lemma(start - 1) == "the" { start -= 1 }
      members.append(entities.mentions[name].tokens.upperBound - 1)
    }
    return start == opening || tree.tag(start - 1) == .punct ? members : []
  }

  /// Nil for what stands beside its own container: "Seoul, South Korea".
  private func kind(of mention: Int) -> EntityType? {
    let mention = entities.mentions[mention]
    guard mention.type != .place, !mention.isAdjective else { return nil }
    return mention.type.isPerson ? .person : mention.type
  }

  private func nameBeginning(at token: Int) -> Int? {
    guard token < tree.document.tokens.count, let index = mention(at: token),
      entities.mentions[index].tokens.lowerBound == token,
      entities.mentions[index].kind != .pronoun, entities.mentions[index].kind != .nominal
    else { return nil }
    return index
  }

  /// "…, and Israel said": the last name is the subject of what follows.
  private func opensClause(_ name: Range<Int>) -> Bool {
    name.contains { token in
      [.nsubj, .nsubjPass].contains(tree.relation(token))
        && tree.head(of: token).map { $0 >= name.upperBound } == true
    }
  }

  private func pass(_ words: Set<String>, _ position: inout Int) -> Bool {
    guard position < tree.document.tokens.count,
      words.contains(tree.document.form(of: position))
    else { return false }
    position += 1
    return true
  }
}
