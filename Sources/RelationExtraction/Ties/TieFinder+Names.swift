import DocumentModel

/// Ties that no noun names: "Riedel of the Brookings Institution", "Republican Joe Wilson".
extension TieFinder {
  /// "VOA's David Gollust", "Republican Joe Wilson": a body right before the name.
  func adjacentBody(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    guard mention.roleTokens == nil, mention.kind != .nominal else { return [] }
    var before = mention.tokens.lowerBound - 1
    let isOwner = before >= 0 && ["'s", "’s"].contains(tree.document.form(of: before))
    if isOwner { before -= 1 }
    guard before >= tree.document.sentences[mention.sentence].tokens.lowerBound,
      let body = parties.mention(at: before), body != index
    else { return [] }
    let other = entities.mentions[body]
    guard other.type == .organisation || other.type == .group && !isOwner,
      entities.chainsOfMention[body].count == 1, other.kind != .pronoun
    else { return [] }
    return [nameTie(index, to: body, trigger: other.tokens, lemma: "member", rule: "name before")]
  }

  /// "Anthony Weiner, a New York Democrat,": names in apposition say where someone belongs.
  func partyMember(_ index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let sentence = tree.document.sentences[mention.sentence].tokens
    let comma = mention.tokens.upperBound
    guard comma + 2 < sentence.upperBound, tree.lemma(comma) == ",",
      ["a", "an", "the"].contains(tree.lemma(comma + 1))
    else { return [] }
    var bodies: [Int] = []
    var token = comma + 2
    while token < sentence.upperBound {
      if let body = parties.mention(at: token), !entities.mentions[body].type.isPerson {
        bodies.append(body)
        token = entities.mentions[body].tokens.upperBound
      } else if tree.tag(token) == .adj, bodies.isEmpty {
        token += 1
      } else {
        break
      }
    }
    guard let party = bodies.last, entities.mentions[party].type == .organisation,
      token == sentence.upperBound || [.punct, .adp, .pron, .cconj].contains(tree.tag(token))
    else { return [] }
    if token + 1 < sentence.upperBound, ["of", "from"].contains(tree.lemma(token)),
      let home = parties.mention(at: token + 1)
    {
      bodies.append(home)
    }
    let words = entities.mentions[party].tokens
    return bodies.map {
      nameTie(
        index, to: $0, trigger: words, lemma: self.words(words), rule: "party member")
    }
  }

  /// "Charles Rangel (Democrats)", "Usain Bolt (Jamaica)": a body in brackets right behind the name.
  func bracketedBody(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let sentence = tree.document.sentences[mention.sentence].tokens
    let open = mention.tokens.upperBound
    guard open + 1 < sentence.upperBound, tree.document.form(of: open) == "(",
      let body = parties.mention(at: open + 1), body != index
    else { return [] }
    let other = entities.mentions[body]
    guard other.tokens.upperBound < sentence.upperBound,
      [")", ",", "-", "–", ";"].contains(tree.document.form(of: other.tokens.upperBound)),
      [.organisation, .group, .country].contains(other.type),
      entities.chainsOfMention[body].count == 1
    else { return [] }
    return [
      nameTie(index, to: body, trigger: other.tokens, lemma: "member", rule: "name in brackets")
    ]
  }

  /// "Bruce Riedel of the Brookings Institution", "Ahli Arab Hospital in Gaza", "Tencent of China".
  func phraseTies(of index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    guard mention.kind != .nominal, let joint = joint(behind: mention) else { return [] }
    let bodies = body(behind: joint, joints: ["of", "from", "at", "in"])
    return bodies.compactMap { body in
      let target = entities.chains[body.chain]
      guard !target.type.isPerson, target.type != .event,
        let category = category(
          of: tree.lemma(joint), from: mention, to: target.type,
          isBehindComma: joint > mention.tokens.upperBound)
      else { return nil }
      return Tie(
        source: chain(of: index), target: body.chain, sourceToken: mention.tokens.lowerBound,
        targetToken: body.token, trigger: joint..<joint + 1, lemma: tree.lemma(joint),
        category: category, grade: .b, rule: "phrase")
    }
  }

  /// The preposition after a name, when what it marks hangs on the name.
  private func joint(behind mention: Mention) -> Int? {
    let sentence = tree.document.sentences[mention.sentence].tokens
    var joint = mention.tokens.upperBound
    if joint + 1 < sentence.upperBound, tree.lemma(joint) == ",", tree.lemma(joint + 1) == "of" {
      joint += 1
    }
    guard joint < sentence.upperBound, tree.tag(joint) == .adp else { return nil }
    if tree.lemma(joint) == "of" { return joint }
    guard let marked = tree.head(of: joint), let head = tree.head(of: marked),
      mention.tokens.contains(head)
    else { return nil }
    return joint
  }

  private func category(
    of joint: String, from mention: Mention, to type: EntityType, isBehindComma: Bool
  ) -> DocumentModel.Category? {
    switch (mention.type, joint, type) {
    case (.person, "of", .organisation), (.official, "of", .organisation):
      // "Prime Minister Haarde, [of the Independence Party]" is not its minister.
      return mention.roleTokens == nil || isBehindComma ? .affiliation : nil
    case (.person, "at", .organisation), (.person, "from", .organisation): return .affiliation
    case (.person, "of", .country), (.official, "of", .country):
      return mention.roleTokens == nil ? .affiliation : nil
    case (.person, "of", .place): return mention.roleTokens == nil ? .location : nil
    case (.person, "from", .place), (.person, "from", .country): return .location
    case (.organisation, "of", .country), (.group, "of", .country): return .affiliation
    case (.organisation, "in", .place), (.place, "in", .place), (.place, "in", .country):
      return .location
    default: return nil
    }
  }

  /// "who is in Bolivia", "is from Bukavu".
  func whereabouts(_ token: Int) -> [Tie] {
    guard ["in", "at", "from"].contains(tree.preposition(of: token) ?? ""),
      let subject = tree.child(of: token, .nsubj)
    else { return [] }
    let places = parties.parties(of: token).filter {
      [.place, .country, .organisation].contains(entities.chains[$0.chain].type)
    }
    return parties.parties(of: subject).flatMap { holder in
      places.map { place in
        Tie(
          source: holder.chain, target: place.chain, sourceToken: holder.token,
          targetToken: place.token, trigger: token..<token + 1, lemma: "be", category: .location,
          grade: holder.isIndirect ? .b : .a, rule: "whereabouts")
      }
    }
  }

  private func nameTie(
    _ index: Int, to body: Int, trigger: Range<Int>, lemma: String, rule: String
  ) -> Tie {
    Tie(
      source: chain(of: index), target: entities.chainsOfMention[body].first ?? chain(of: index),
      sourceToken: entities.mentions[index].tokens.lowerBound,
      targetToken: entities.mentions[body].tokens.lowerBound, trigger: trigger, lemma: lemma,
      category: .affiliation, grade: .a, rule: rule)
  }
}
