import DocumentModel
import Gazetteers

/// Acronyms and short names of bodies.
extension NameLinking {
  /// "African Union ( AU )", and "AU" ever after; else an acronym of the initials of a known form.
  func linkAcronyms(_ identities: inout [EntityIdentity?]) {
    var defined: [String: EntityIdentity] = [:]
    for index in mentions.indices.dropFirst() where isBracketed(index) {
      let (before, mention) = (mentions[index - 1], mentions[index])
      let pair: (acronym: Int, full: Int)
      if let acronym = acronym(mention), text.words(before).count > 1 {
        guard !isKnown(identities[index]) || isAcronym(acronym, of: before) else { continue }
        pair = (index, index - 1)
      } else if let acronym = acronym(before), text.words(mention).count > 1,
        isAcronym(acronym, of: mention)
      {
        pair = (index - 1, index)
      } else {
        continue
      }
      let form = text.form(mentions[pair.acronym]).filter { $0 != "." }
      defined[form] = join(pair.full, pair.acronym, in: &identities)
    }
    let initials = initialsOfNames(identities)
    for (index, mention) in mentions.enumerated() {
      guard let acronym = acronym(mention) else { continue }
      if let identity = defined[acronym] {
        identities[index] = identity
      } else if !isKnown(identities[index]), let identity = initials[acronym] {
        identities[index] = identity
      }
    }
  }

  /// One identity for both: the one that tables know, else the full name's; whatever else has the
  /// other's follows.
  private func join(
    _ full: Int, _ acronym: Int, in identities: inout [EntityIdentity?]
  ) -> EntityIdentity? {
    guard let known = identities[acronym], isKnown(known), !isKnown(identities[full]) else {
      return identities[full]
    }
    if let old = identities[full] {
      for index in identities.indices where identities[index] == old { identities[index] = known }
    }
    identities[full] = known
    return known
  }

  private func acronym(_ mention: Mention) -> String? {
    guard mention.tokens.count == 1 else { return nil }
    let form = text.form(mention).filter { $0 != "." }
    let isAcronym =
      form.utf8.count >= 2 && form.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x26 }
    return isAcronym ? form : nil
  }

  /// Whether its letters are initials of the name, in order.
  private func isAcronym(_ acronym: String, of mention: Mention) -> Bool {
    var rest = acronym.inSmallLetters[...]
    for word in text.words(mention) where rest.first == word.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func isBracketed(_ index: Int) -> Bool {
    let (mention, previous) = (mentions[index], mentions[index - 1])
    let open = mention.tokens.lowerBound - 1
    return mention.sentence == previous.sentence && previous.tokens.upperBound == open
      && text.document.form(of: open) == "("
  }

  private func initialsOfNames(_ identities: [EntityIdentity?]) -> [String: EntityIdentity] {
    var result: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated()
    where !mention.type.isPerson && !mention.isAdjective {
      let words = mention.tokens.map { text.document.form(of: $0) }
      let initials = words.compactMap(\.first).filter(\.isUppercase)
      guard initials.count >= 3, let identity = identities[index] else { continue }
      result[String(initials)] = result[String(initials)] ?? identity
    }
    return result
  }

  /// "the Commission" after "European Commission", "the Supreme Court" for the one of Kenya, "Harbor"
  /// or "Lilly" of "Harbor Therapeutics" and "Eli Lilly": what begins or ends one full name of the
  /// text, and only one.
  func linkShortBodies(_ identities: inout [EntityIdentity?]) {
    var full = BodyNames()
    for (index, mention) in mentions.enumerated() where isBody(mention) {
      guard let identity = identities[index] else { continue }
      full.add(identity, words: text.words(mention))
      if case .known(let entity) = identity {
        let name = gazetteer.entities[Int(entity)].name
        full.add(identity, words: name.split(separator: " ").map { folded(String($0)) })
      }
    }
    guard !full.isEmpty else { return }
    for (index, mention) in mentions.enumerated() where isShortBody(mention, identities[index]) {
      let words = BodyName(text.words(mention)).words
      let hasArticle = text.previous(mention) == "the" || words != text.words(mention)
      let isBodyName =
        mention.type.isPerson || mention.type == .organisation && mention.kind != .acronym
      guard words.count > 1 || hasArticle || isBodyName else { continue }
      let part: BodyNames.Part =
        if words.count == 1, !hasArticle { .anyEnd } else if isOrgNoun(words[words.count - 1]) {
          .headed
        } else { .end }
      if let identity = full.only(for: words, as: part) { identities[index] = identity }
    }
  }

  private func isBody(_ mention: Mention) -> Bool {
    mention.type == .organisation && !mention.isAdjective
  }

  /// "Goldman" of "Goldman Sachs" too, which looks like a surname nobody bears.
  private func isShortBody(_ mention: Mention, _ identity: EntityIdentity?) -> Bool {
    guard !mention.isAdjective, !isKnown(identity) else { return false }
    return !mention.type.isPerson || mention.kind == .name && identity == surname(mention)
  }

  /// A surname that no full name of the article explains.
  func surname(_ mention: Mention) -> EntityIdentity {
    .discovered(
      "person:\(text.words(mention).joined(separator: " "))@\(text.document.article.id)")
  }

  private func isOrgNoun(_ word: String) -> Bool {
    let vocabulary = gazetteer.vocabulary
    return vocabulary.classes(of: vocabulary.id(of: word)).contains(.orgNoun)
  }
}
