import DocumentModel
import Gazetteers

/// Joins the forms of one name: "Mohamed Bacar" and "Bacar", "African Union" and "AU".
struct NameLinking {
  let gazetteer: Gazetteer
  let text: MentionText
  let mentions: [Mention]

  /// Gives short forms the identity of the full form they stand for, and what is left an identity of
  /// its own: new names by their key, unexplained gazetteer forms by their surface.
  func link(_ identities: inout [EntityIdentity?]) {
    keyNewNames(&identities)
    linkPersons(&identities)
    linkAcronyms(&identities)
    linkOrganisations(&identities)
    linkPlaces(&identities)
    keyLeftovers(&identities)
  }

  private func keyNewNames(_ identities: inout [EntityIdentity?]) {
    for (index, mention) in mentions.enumerated() {
      guard case .discovered = identities[index] else { continue }
      identities[index] = .discovered(key(mention))
    }
  }

  /// Persons and everything else live in different name spaces.
  private func key(_ mention: Mention) -> String {
    let words = text.words(mention)
    let name = words.joined(separator: " ")
    let own = mention.candidates.first {
      if case .discovered = $0.identity { true } else { false }
    }
    let type = own?.type ?? mention.type
    guard type.isPerson else { return "\(type.rawValue):\(withoutArticle(name))" }
    return words.count > 1 ? "person:\(name)" : "person:\(name)@\(text.document.article.id)"
  }

  private func withoutArticle(_ name: String) -> String {
    name.hasPrefix("the ") ? String(name.dropFirst(4)) : name
  }

  // MARK: Persons

  private func linkPersons(_ identities: inout [EntityIdentity?]) {
    mergeFullNames(&identities)
    mergeSpellings(&identities)
    let full = fullNames(identities)
    guard !full.isEmpty else { return }
    for (index, mention) in mentions.enumerated() where mayBeShort(mention, identities[index]) {
      let words = text.words(mention)
      if let identity = full.antecedent(of: words, role: mention.role, at: index) {
        identities[index] = identity
      }
    }
  }

  /// "Abdourahim Said Bakar" and "Abdourahim Said Bacar": one long word differs by one letter.
  private func mergeSpellings(_ identities: inout [EntityIdentity?]) {
    var byFirst: [String: [(words: [String], identity: EntityIdentity)]] = [:]
    for (index, mention) in mentions.enumerated() where mention.type.isPerson {
      guard case .discovered? = identities[index] else { continue }
      let words = text.words(mention)
      guard words.count > 1, byFirst[words[0], default: []].count < 20 else { continue }
      if let same = byFirst[words[0]]?.first(where: { areSpellings($0.words, words) }) {
        identities[index] = same.identity
      } else if let identity = identities[index] {
        byFirst[words[0], default: []].append((words, identity))
      }
    }
  }

  private func areSpellings(_ left: [String], _ right: [String]) -> Bool {
    guard left.count == right.count, left.count > 2 || left[0].count > 4 else { return false }
    let differing = zip(left, right).filter { $0 != $1 }
    guard differing.count == 1, let pair = differing.first else { return differing.isEmpty }
    return min(pair.0.count, pair.1.count) >= 5 && pair.0.isWithinOneEdit(of: pair.1)
  }

  /// "Vladimir V. Putin" is "Vladimir Putin", and both are the gazetteer's.
  private func mergeFullNames(_ identities: inout [EntityIdentity?]) {
    var byEnds: [String: EntityIdentity] = [:]
    for prefersKnown in [true, false] {
      for (index, mention) in mentions.enumerated() where mention.type.isPerson {
        let words = text.words(mention)
        guard words.count > 1, let identity = identities[index] else { continue }
        if case .known = identity {
          if !prefersKnown { continue }
        } else if prefersKnown {
          continue
        }
        let ends = words[0] + " " + words[words.count - 1]
        if let first = byEnds[ends] { identities[index] = first } else { byEnds[ends] = identity }
      }
    }
  }

  private func fullNames(_ identities: [EntityIdentity?]) -> FullNames {
    var names = FullNames()
    for (index, mention) in mentions.enumerated() where mention.type.isPerson {
      guard let identity = identities[index] else { continue }
      var words = text.words(mention)
      if words.count < 2 {
        guard case .known(let entity) = identity else { continue }
        words = gazetteer.entities[Int(entity)].name.split(separator: " ").map {
          folded(String($0))
        }
      }
      names.add(identity, words: words, role: mention.role, at: index)
    }
    return names
  }

  /// A single word, or a person's surname of several ("Le Drian"), that the gazetteer cannot place.
  private func mayBeShort(_ mention: Mention, _ identity: EntityIdentity?) -> Bool {
    let count = text.words(mention).count
    guard count == 1 || (count < 4 && mention.type.isPerson) else { return false }
    switch identity {
    case .known: return false
    case .discovered: return true
    case nil: return mention.candidates.contains { $0.type.isPerson }
    }
  }

  // MARK: Organisations

  /// "African Union ( AU )", and "AU" ever after; else an acronym of the initials of a known form.
  private func linkAcronyms(_ identities: inout [EntityIdentity?]) {
    var defined: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated() where index > 0 {
      let before = mentions[index - 1]
      guard isBracketed(mention, after: before) else { continue }
      if let acronym = acronym(mention), let identity = identities[index - 1],
        text.words(before).count > 1
      {
        defined[acronym] = identity
      } else if let acronym = acronym(before), let identity = identities[index],
        text.words(mention).count > 1, isAcronym(acronym, of: mention)
      {
        defined[acronym] = identity
      }
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

  /// "Mayotte Island" where "Mayotte" is named too.
  private func linkPlaces(_ identities: inout [EntityIdentity?]) {
    var places: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated()
    where mention.type == .place || mention.type == .country {
      guard let identity = identities[index], !mention.isAdjective else { continue }
      let words = text.words(mention)
      if places[words.joined(separator: " ")] == nil {
        places[words.joined(separator: " ")] = identity
      }
    }
    for (index, mention) in mentions.enumerated() where mention.type == .place {
      guard case .discovered? = identities[index] else { continue }
      let words = text.words(mention)
      guard words.count > 1, isPlaceNoun(words[words.count - 1]),
        let identity = places[words.dropLast().joined(separator: " ")]
      else { continue }
      identities[index] = identity
    }
  }

  private func isPlaceNoun(_ word: String) -> Bool {
    let vocabulary = gazetteer.vocabulary
    return vocabulary.classes(of: vocabulary.id(of: word)).contains(.placeNoun)
  }

  private func isKnown(_ identity: EntityIdentity?) -> Bool {
    if case .known = identity { true } else { false }
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
    var rest = acronym.lowercased()[...]
    for word in text.words(mention) where rest.first == word.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func isBracketed(_ mention: Mention, after previous: Mention) -> Bool {
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

  /// "the Commission" of "European Commission", and "Harbor" or "Lilly" of "Harbor Therapeutics" and
  /// "Eli Lilly": a word that begins or ends the name of one body of the text only.
  private func linkOrganisations(_ identities: inout [EntityIdentity?]) {
    var (byFirstWord, byLastWord) = (ShortNames(), ShortNames())
    for (index, mention) in mentions.enumerated()
    where !mention.type.isPerson && !mention.isAdjective {
      let words = text.words(mention)
      guard words.count > 1, let identity = identities[index] else { continue }
      byLastWord.add(words[words.count - 1], of: identity)
      if mention.type == .organisation { byFirstWord.add(words[0], of: identity) }
    }
    for (index, mention) in mentions.enumerated() where !isKnown(identities[index]) {
      let words = text.words(mention)
      guard words.count == 1 else { continue }
      let hasArticle = text.previous(mention) == "the"
      guard hasArticle || mention.type == .organisation && mention.kind != .acronym else {
        continue
      }
      if let identity = byLastWord.only(words[0]) ?? (hasArticle ? nil : byFirstWord.only(words[0]))
      {
        identities[index] = identity
      }
    }
  }

  /// The bodies that a word may be short for.
  private struct ShortNames {
    private var identities: [String: Set<EntityIdentity>] = [:]

    mutating func add(_ word: String, of identity: EntityIdentity) {
      identities[word, default: []].insert(identity)
    }

    func only(_ word: String) -> EntityIdentity? {
      identities[word].flatMap { $0.count == 1 ? $0.first : nil }
    }
  }

  /// Forms for which the gazetteer asks for evidence that is not there: a person's surname becomes a
  /// new name; anything else is left alone.
  private func keyLeftovers(_ identities: inout [EntityIdentity?]) {
    for (index, mention) in mentions.enumerated() where identities[index] == nil {
      guard mention.candidates.contains(where: { $0.type.isPerson }), !mention.isAdjective else {
        continue
      }
      identities[index] = .discovered(
        "person:\(text.words(mention).joined(separator: " "))@\(text.document.article.id)")
    }
  }
}
