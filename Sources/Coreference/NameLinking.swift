import DocumentModel
import Gazetteers

/// Joins the forms of one name: "Mohamed Bacar" and "Bacar", "African Union" and "AU".
struct NameLinking {
  let gazetteer: Gazetteer
  let text: MentionText
  let mentions: [Mention]

  /// A name in its full form.
  private struct FullName {
    var identity: EntityIdentity
    var words: [String]
    var role: String?
    /// Index of the mention.
    var position: Int
  }

  /// Gives short forms the identity of the full form they stand for, and what is left an identity of
  /// its own: new names by their key, unexplained gazetteer forms by their surface.
  func link(_ identities: inout [EntityIdentity?]) {
    keyNewNames(&identities)
    linkPersons(&identities)
    linkAcronyms(&identities)
    linkOrganisations(&identities)
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
    let full = fullNames(identities)
    guard !full.isEmpty else { return }
    for (index, mention) in mentions.enumerated() where mayBeShort(mention, identities[index]) {
      if let name = antecedent(of: mention, at: index, among: full) {
        identities[index] = name.identity
      }
    }
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

  private func fullNames(_ identities: [EntityIdentity?]) -> [FullName] {
    mentions.enumerated().compactMap { index, mention in
      guard mention.type.isPerson, let identity = identities[index] else { return nil }
      let words = text.words(mention)
      if words.count > 1 {
        return FullName(identity: identity, words: words, role: mention.role, position: index)
      }
      guard case .known(let entity) = identity else { return nil }
      let name = gazetteer.entities[Int(entity)].name.split(separator: " ").map {
        folded(String($0))
      }
      return FullName(identity: identity, words: name, role: mention.role, position: index)
    }
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

  /// The full name a short one stands for: one that ends with it, or begins with it; of several the
  /// one whose role fits, else the last before it, else the first after it.
  private func antecedent(of mention: Mention, at index: Int, among full: [FullName]) -> FullName? {
    let words = text.words(mention)
    var fitting = full.filter {
      $0.words.count > words.count && $0.words.suffix(words.count) == words[...]
    }
    if fitting.isEmpty, words.count == 1 {
      fitting = full.filter { $0.words.first == words[0] }
      if fitting.isEmpty { fitting = full.filter { $0.words.dropFirst().contains(words[0]) } }
    }
    guard !fitting.isEmpty else { return nil }
    if let role = mention.role?.lowercased() {
      let titled = fitting.filter { $0.role?.lowercased() == role }
      if !titled.isEmpty { fitting = titled }
    }
    return fitting.last { $0.position < index } ?? fitting.first
  }

  // MARK: Organisations

  /// "African Union ( AU )", and "AU" ever after; else an acronym of the initials of a known form.
  private func linkAcronyms(_ identities: inout [EntityIdentity?]) {
    var defined: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated() where index > 0 {
      guard let acronym = acronym(mention), isBracketed(mention, after: mentions[index - 1]),
        let identity = identities[index - 1], text.words(mentions[index - 1]).count > 1
      else { continue }
      defined[acronym] = identity
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

  /// "the Commission" after "European Commission": a single capitalised word with the article that
  /// ends one full name of the text.
  private func linkOrganisations(_ identities: inout [EntityIdentity?]) {
    var byLastWord: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated() {
      let words = text.words(mention)
      if words.count > 1, !mention.type.isPerson, !mention.isAdjective,
        let identity = identities[index]
      {
        byLastWord[words[words.count - 1]] = identity
        continue
      }
      guard words.count == 1, !isKnown(identities[index]), text.previous(mention) == "the",
        let identity = byLastWord[words[0]]
      else { continue }
      identities[index] = identity
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
