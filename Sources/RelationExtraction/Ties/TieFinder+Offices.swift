import DocumentModel

/// Offices whose body the phrase does not name, and membership of countries and bodies.
extension TieFinder {
  /// "the prime minister": the gazetteer knows whose, at the article's date; else it is an office of
  /// the country that the article is about.
  func impliedOffice(of index: Int, by descriptor: Descriptor, lemma: String) -> [Tie] {
    let own = chain(of: index)
    let isPast = isPast(descriptor)
    let known = offices.bodies(
      of: entities.chains[own].identity, role: title(of: index, descriptor, lemma: lemma),
      isPast: isPast)
    var bodies = known.compactMap { body in
      entities.chains.firstIndex { $0.identity == .known(body) }
    }
    var rule = "known office"
    if known.isEmpty, let home = offices.home(of: entities.chains[own].identity),
      lexicon.isStateOffice(lemma)
    {
      bodies = entities.chains.indices.filter { entities.chains[$0].identity == .known(home) }
      rule = "country of the office-holder"
    } else if known.isEmpty, lexicon.isStateOffice(lemma),
      entities.mentions[index].kind != .nominal, !isOfAnUnknownBody(descriptor),
      let country = country(around: index)
    {
      bodies = [country]
      rule = "office of the country in question"
    }
    return bodies.filter { $0 != own }.map { body in
      Tie(
        source: own, target: body, sourceToken: entities.mentions[index].tokens.lowerBound,
        targetToken: entities.mentions[index].tokens.lowerBound, trigger: descriptor.words,
        lemma: lemma, category: lexicon.tieCategory(ofRole: lemma), grade: .b, rule: rule)
    }
  }

  /// "Real president Calderon": of something that is not known, and hence of no country.
  private func isOfAnUnknownBody(_ descriptor: Descriptor) -> Bool {
    let first = descriptor.words.lowerBound
    let opening = tree.sentence(of: first).lowerBound
    return [first - 1, first].contains { token in
      token > opening && parties.mention(at: token) == nil
        && [.compound, .amod].contains(tree.relation(token))
        && tree.document.form(of: token).first?.isUppercase == true
        && !lexicon.isRole(tree.lemma(token).inSmallLetters)
    }
  }

  /// "the government of Malcolm Turnbull", "Netanyahu's cabinet": who leads it leads the country.
  func governed(by index: Int) -> [Tie] {
    let own = chain(of: index)
    let head = head(of: entities.mentions[index])
    guard tree.relation(head) == .nmodPoss || tree.preposition(of: head) == "of",
      let noun = tree.head(of: head), parties.mention(at: noun) == nil,
      lexicon.isGovernment(tree.lemma(noun))
    else { return [] }
    let home = offices.home(of: entities.chains[own].identity).flatMap { country in
      entities.chains.firstIndex { $0.identity == .known(country) }
    }
    guard let body = home ?? country(around: index), body != own else { return [] }
    return [
      Tie(
        source: own, target: body, sourceToken: entities.mentions[index].tokens.lowerBound,
        targetToken: noun, trigger: noun..<noun + 1, lemma: tree.lemma(noun), category: .office,
        grade: .b, rule: "government")
    ]
  }

  /// "his own party", "the club that …": a body that is someone's.
  func ownBody(_ index: Int) -> [Tie] {
    let mention = entities.mentions[index]
    let noun = head(of: mention)
    guard [.organisation, .country, .group].contains(mention.type),
      lexicon.isBody(tree.lemma(noun)) || lexicon.isActor(tree.lemma(noun))
    else { return [] }
    return tree.children(of: noun, .nmodPoss).filter { tree.tag($0) == .pron }
      .flatMap { parties.parties(of: $0) }
      .filter { entities.chains[$0.chain].type.isPerson && $0.chain != chain(of: index) }
      .map { owner in
        Tie(
          source: owner.chain, target: chain(of: index), sourceToken: owner.token,
          targetToken: noun, trigger: noun..<noun + 1, lemma: tree.lemma(noun),
          category: .affiliation, grade: .b, rule: "one's own body")
      }
  }

  /// "former president", "ex-minister", "then prime minister".
  private func isPast(_ descriptor: Descriptor) -> Bool {
    let low = max(0, descriptor.words.lowerBound - 3)
    return (low..<descriptor.words.upperBound).contains {
      ["former", "ex", "then", "late", "one-time", "twice", "once"].contains(
        tree.form($0))
    }
  }

  /// The country that most of the article's mentions are of, when it is clearly one.
  private func country(around index: Int) -> Int? {
    let countries = entities.chains.indices.filter { entities.chains[$0].type == .country }
      .sorted { entities.chains[$1].mentions.count < entities.chains[$0].mentions.count }
    guard let first = countries.first else { return nil }
    let most = entities.chains[first].mentions.count
    guard countries.count > 1 else { return most > 1 ? first : nil }
    return most >= 2 * entities.chains[countries[1]].mentions.count ? first : nil
  }

  // MARK: Membership

  /// "A and B are members of C", "the members of C, A and B", "C members including A".
  func membership(_ noun: Int) -> [Tie] {
    guard let category = lexicon.tieNoun(tree.lemma(noun)) else { return [] }
    let listed = listedMembers(after: noun)
    let holders = listed.isEmpty ? holders(of: noun) : listed
    guard !holders.isEmpty else { return [] }
    let wholes = tree.children(of: noun, .nmod, .nmodPoss, .compound, .amod).filter {
      tree.relation($0) != .nmod || TieFinder.joints.contains(tree.preposition(of: $0) ?? "")
    }.flatMap { parties.parties(of: $0) }
    return holders.flatMap { holder in
      wholes.filter { whole in !holders.contains { $0.chain == whole.chain } }.map { whole in
        Tie(
          source: holder.chain, target: whole.chain, sourceToken: holder.token,
          targetToken: whole.token, trigger: noun..<noun + 1, lemma: tree.lemma(noun),
          category: category, grade: holder.isIndirect || whole.isIndirect ? .b : .a,
          rule: "membership")
      }
    }
  }

  /// "the members of C: A, B and D": countries in a row behind the noun and its whole.
  private func listedMembers(after noun: Int) -> [Party] {
    guard lexicon.isMember(tree.lemma(noun)), tree.features(noun).number == .plur else { return [] }
    let end = tree.syntax.tags.count
    var position = noun + 1
    if position < end, tree.lemma(position) == "of" {
      position += 1
      while position < end, tree.tag(position) == .det { position += 1 }
      while position < end, parties.mention(at: position) != nil { position += 1 }
    }
    guard position < end, tree.tag(position) == .punct else { return [] }
    var members: [Party] = []
    while position < end, members.count < PartyFinder.longestList {
      if let mention = parties.mention(at: position) {
        guard entities.mentions[mention].type == .country else { break }
        members += parties.parties(of: position)
        position = entities.mentions[mention].tokens.upperBound
      } else if [.punct, .cconj, .det].contains(tree.tag(position)) {
        guard tree.document.form(of: position) != ".", tree.lemma(position) != "plus" else {
          break
        }
        position += 1
      } else {
        break
      }
    }
    return members.count > 1 ? members : []
  }

  private func holders(of noun: Int) -> [Party] {
    var tokens = tree.children(of: noun, .appos)
    tokens += tree.children(of: noun, .nmod).filter { isInclusion($0) }
    if tree.relation(noun) == .appos, let head = tree.head(of: noun) {
      tokens.append(head)
      tokens += tree.children(of: head, .nmod).filter { isInclusion($0) }
    }
    if tree.child(of: noun, .cop) != nil, let subject = tree.child(of: noun, .nsubj) {
      tokens.append(subject)
    }
    return tokens.flatMap { parties.parties(of: $0) }
      .filter { !entities.chains[$0.chain].type.isPerson }
  }

  func isInclusion(_ token: Int) -> Bool {
    tree.children(of: token, .case).contains {
      ["include", "including"].contains(tree.lemma($0))
        || tree.form($0) == "including"
    }
  }
}
