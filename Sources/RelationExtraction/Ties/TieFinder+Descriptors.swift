import DocumentModel

/// The nouns that describe a name, and what they belong to.
extension TieFinder {
  func descriptors(of index: Int) -> [Descriptor] {
    let mention = entities.mentions[index]
    var result: [Descriptor] = []
    if let role = mention.roleTokens, !role.isEmpty {
      let noun = headNoun(of: role)
      let whole = startOfHyphenated(role.lowerBound)..<role.upperBound
      let words = role.contains { tree.tag($0) == .adp } ? phrase(noun) : whole
      result.append(Descriptor(token: noun, words: words, rule: "title"))
    }
    let known = mention.roleTokens ?? 0..<0
    func add(_ noun: Int, _ rule: String, isCertain: Bool = false) {
      for noun in [noun] + tree.children(of: noun, .conj)
      where !known.contains(noun)
        && (isDescriptor(noun, of: mention) || isCertain && isPlainNoun(noun, for: mention))
      {
        guard !result.contains(where: { $0.words.contains(noun) }) else { continue }
        result.append(Descriptor(token: noun, words: phrase(noun), rule: rule))
      }
    }
    let head = head(of: mention)
    if let noun = nounAfterComma(mention) { add(noun, "apposition") }
    if mention.kind == .nominal {
      add(head, "description")
      return result
    }
    for noun in tree.children(of: head, .appos) {
      add(noun, "apposition", isCertain: mention.type.isPerson && hasArticle(noun))
    }
    if let noun = roleAround(mention, head: head) { add(noun, "apposition") }
    // "Zenawi, the party's chairman and now prime minister": the parser joins the office to the name.
    for noun in tree.children(of: head, .conj) {
      // Behind another name it describes that one.
      guard !parties.isMention(noun) else { break }
      add(noun, "apposition")
    }
    if let noun = tree.head(of: head) {
      switch tree.relation(head) {
      case .appos: add(noun, "apposition")
      case .flat, .nmodDesc, .compound:
        if noun < mention.tokens.lowerBound { add(noun, "apposition") }
      case .nmod where isInclusion(head): add(noun, "inclusion")
      case .nsubj where tree.child(of: noun, .cop) != nil: add(noun, "predicate")
      case .obj, .nsubjPass:
        // "named Kushner ambassador to France", "was appointed as envoy"
        for child in tree.children(of: noun)
        where [.xcomp, .obj].contains(tree.relation(child)) && child > head
          || tree.preposition(of: child) == "as"
        {
          add(child, "predicate of the object")
        }
      default: break
      }
    }
    for clause in tree.children(of: head, .aclRelcl) where tree.child(of: clause, .cop) != nil {
      add(clause, "predicate")
    }
    if mention.roleTokens == nil, let noun = nounBefore(mention),
      mention.type.isPerson || lexicon.isBody(tree.lemma(noun)),
      !result.contains(where: { $0.words.contains(noun) })
    {
      result.append(Descriptor(token: noun, words: phrase(noun), rule: "title"))
    }
    return result
  }

  /// "a former [commander] who lives in the Netherlands, Aregawi Berhe,": the name ends the phrase of
  /// its role.
  private func roleAround(_ mention: Mention, head: Int) -> Int? {
    guard mention.type.isPerson, tree.relation(head) == .appos else { return nil }
    var node = head
    for _ in 0..<6 {
      guard let next = tree.head(of: node) else { return nil }
      if parties.lateName(of: next) == head { return next }
      node = next
    }
    return nil
  }

  /// "a Kenyan immunologist", "the novelist": in apposition to a person, any such noun says who it is.
  private func hasArticle(_ noun: Int) -> Bool {
    tree.child(of: noun, .det, .nmodPoss) != nil && tree.features(noun).number != .plur
  }

  private func isPlainNoun(_ noun: Int, for mention: Mention) -> Bool {
    tree.tag(noun) == .noun && !lexicon.isTemporal(tree.lemma(noun))
      && !lexicon.isEventNoun(tree.lemma(noun)) && isFree(noun, for: mention)
  }

  /// "Kim Yo Jong, [Mr Kim's younger sister]": an apposition that the tree takes for something else.
  private func nounAfterComma(_ mention: Mention) -> Int? {
    let end = tree.document.sentences[mention.sentence].tokens.upperBound
    let comma = mention.tokens.upperBound
    guard comma + 1 < end, tree.lemma(comma) == "," else { return nil }
    for position in comma + 1..<min(comma + 9, end) {
      if isDescriptor(position, of: mention), tree.tag(position) == .noun,
        parties.mention(at: position) == nil,
        ![.compound, .amod, .nmodPoss].contains(tree.relation(position))
      {
        let isSubject = [.nsubj, .nsubjPass].contains(tree.relation(position))
        return isSubject ? nil : position
      }
      guard
        Self.beforeNouns.contains(tree.tag(position)) || parties.mention(at: position) != nil
          || tree.lemma(position) == "once",
        tree.tag(position) != .punct
      else { return nil }
    }
    return nil
  }

  private static let beforeNouns: Set<UniversalTag> = [
    .det, .adj, .noun, .propn, .part, .adv, .num,
  ]

  private func headNoun(of role: Range<Int>) -> Int {
    role.first { tree.tag($0) != .adp && !role.contains(Int(tree.syntax.heads[$0])) }
      ?? role.upperBound - 1
  }

  /// "[Chelsea midfielder] Frank Lampard": the common noun right before a name.
  private func nounBefore(_ mention: Mention) -> Int? {
    let sentence = tree.document.sentences[mention.sentence].tokens
    let before = mention.tokens.lowerBound - 1
    guard before >= sentence.lowerBound,
      tree.tag(before) == .noun || tree.tag(before) == .adj && isOccupation(before)
        || isHyphenatedRole(before) || isPlainRole(before)
    else { return nil }
    // A noun that the name depends on already stands for the name.
    guard let other = parties.mention(at: before) else { return before }
    return entities.mentions[other].tokens == mention.tokens ? before : nil
  }

  /// "Google [executive] Dan Fredinburg", which a tagger may take for a part of the name.
  private func isPlainRole(_ token: Int) -> Bool {
    tree.tag(token) == .propn && tree.document.form(of: token) == words(token..<token + 1)
      && lexicon.isRole(tree.lemma(token))
  }

  /// "director-general", which a tagger may take for an adjective.
  private func isHyphenatedRole(_ token: Int) -> Bool {
    let start = startOfHyphenated(token)
    return start < token && lexicon.isRole(words(start..<token + 1).replacing(" - ", with: "-"))
  }

  /// Where the word of several parts begins that ends at a token.
  private func startOfHyphenated(_ token: Int) -> Int {
    guard token > 1, tree.document.form(of: token - 1) == "-", !parties.isMention(token - 2),
      tree.document.tokens[token - 2].span.end == tree.document.tokens[token - 1].span.start
    else { return token }
    return token - 2
  }

  /// "immunologist", which parsers may take for an adjective before a name.
  private func isOccupation(_ token: Int) -> Bool {
    let form = tree.document.form(of: token)
    return ["ist", "ician", "ologist"].contains { form.hasSuffix($0) }
      && form.first?.isLowercase == true
  }

  private func isDescriptor(_ noun: Int, of mention: Mention) -> Bool {
    guard [.noun, .propn, .adj].contains(tree.tag(noun)), !mention.tokens.contains(noun),
      isFree(noun, for: mention)
    else { return false }
    let lemma = tree.lemma(noun).inSmallLetters
    if mention.type.isPerson {
      return lexicon.isRole(lemma) || lexicon.isActor(lemma) || lexicon.isKin(lemma)
    }
    guard tree.tag(noun) == .noun || tree.document.form(of: noun) == lemma else { return false }
    return mention.type == .organisation || lexicon.isBody(lemma) || lexicon.tieNoun(lemma) != nil
      || lexicon.isActor(lemma)
  }

  /// Not a name itself, nor the title of another.
  private func isFree(_ noun: Int, for mention: Mention) -> Bool {
    guard let other = parties.mention(at: noun) else { return true }
    return entities.mentions[other].tokens == mention.tokens
  }

  /// The noun with the plain words before it that belong to it: "deputy foreign minister".
  private func phrase(_ noun: Int) -> Range<Int> {
    var start = startOfHyphenated(noun)
    while start > 0, let head = tree.head(of: start - 1), (start...noun).contains(head),
      [.amod, .compound].contains(tree.relation(start - 1)),
      parties.mention(at: start - 1) == nil
    {
      start -= 1
    }
    return start..<noun + 1
  }

  // MARK: Bodies

  /// The entities a descriptor belongs to: "South Korea's", "Hamas", "of the State Department".
  func bodies(of descriptor: Descriptor, besides own: Int) -> [Party] {
    let noun = descriptor.token
    var result = left(of: descriptor, besides: own)
    let heads = [noun] + tree.children(of: noun, .conj).filter { tree.tag($0) == .noun }
    for head in heads + [tree.firstConjunct(of: noun)] {
      for child in tree.children(of: head) {
        switch tree.relation(child) {
        case .nmodPoss:
          if head == noun { result += parties.parties(of: child) }
        case .amod, .compound, .nmodUnmarked, .nmodDesc:
          guard child < noun || head == noun else { continue }
          result += parties.parties(of: child).filter { !isPerson($0) }
        case .nmod, .obl:
          guard Self.joints.contains(tree.preposition(of: child) ?? "") else { continue }
          result += parties.parties(of: child).filter { head == noun || !isPerson($0) }
        default: break
        }
      }
    }
    if result.isEmpty { result = right(of: descriptor) }
    if result.contains(where: { !isPerson($0) }) {
      // "Mr Trump's adviser for Africa" is Trump's.
      let owners = tree.children(of: noun, .nmodPoss)
      result.removeAll { party in isPerson(party) && !owners.contains(party.token) }
    }
    var seen: Set<Int> = [own]
    return result.filter { seen.insert($0.chain).inserted && isWhole($0) }
  }

  private func isPerson(_ party: Party) -> Bool { entities.chains[party.chain].type.isPerson }

  static let joints: Set<String> = ["of", "at", "for", "with", "from", "to", "in", "on"]

  /// Not the parts of names: "Republican" in "Republican leader" is a body, "Friday" is not.
  private func isWhole(_ party: Party) -> Bool {
    entities.chains[party.chain].type != .event
  }

  /// Names directly before the descriptor, adjectives and "'s" between allowed.
  private func left(of descriptor: Descriptor, besides own: Int) -> [Party] {
    var result: [Party] = []
    var position = descriptor.words.lowerBound - 1
    var steps = 0
    while position >= 0, steps < 5 {
      if let mention = parties.mention(at: position) {
        guard entities.chainsOfMention[mention].first != own else { break }
        let isOwner = position + 1 < descriptor.words.lowerBound
        if entities.mentions[mention].type.isPerson, !isOwner { break }
        result += parties.parties(of: position)
        position = entities.mentions[mention].tokens.lowerBound - 1
        if position >= 0, !["-", "–", "/"].contains(tree.document.form(of: position)) { break }
      } else if !isBridge(position) {
        break
      }
      position -= 1
      steps += 1
    }
    return result
  }

  private func isBridge(_ token: Int) -> Bool {
    tree.tag(token) == .adj || tree.tag(token) == .noun
      || ["'s", "’s", "'", "’"].contains(tree.document.form(of: token))
  }

  /// "President Nicolas Sarkozy of France", "spokesman for the State Department": what follows the
  /// title or the name, whatever the tree makes of it.
  private func right(of descriptor: Descriptor) -> [Party] {
    var position = descriptor.words.upperBound
    if position < tree.syntax.tags.count, let mention = parties.mention(at: position),
      entities.mentions[mention].type.isPerson
    {
      position = entities.mentions[mention].tokens.upperBound
    }
    let isName = position > descriptor.words.upperBound
    return body(behind: position, joints: isName ? ["of", "for"] : Self.joints)
  }

  /// The name after "of", "at" or "for", its owner left aside: "of Iran's Security Council".
  func body(behind token: Int, joints: Set<String> = joints) -> [Party] {
    let end = min(token + 6, tree.syntax.tags.count)
    guard token < end, joints.contains(tree.lemma(token)) else { return [] }
    var found: Int?
    for position in token + 1..<end {
      if let mention = parties.mention(at: position) {
        if entities.mentions[mention].tokens.contains(position) { found = position }
      } else if found != nil {
        guard ["'s", "’s"].contains(tree.document.form(of: position)) else { break }
      } else if ![.det, .adj, .noun].contains(tree.tag(position)) {
        break
      }
    }
    return found.map { parties.parties(of: $0) } ?? []
  }
}
