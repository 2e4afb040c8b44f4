import DocumentModel
import Gazetteers

/// Acronyms and short names of bodies.
extension NameLinking {
  /// "African Union ( AU )", and "AU" ever after; else an acronym of the initials of a known form.
  func linkAcronyms(_ identities: inout [EntityIdentity?]) {
    var defined: [String: EntityIdentity] = [:]
    for index in mentions.indices.dropFirst() {
      guard let pair = definition(at: index, identities) else { continue }
      defined[letters(mentions[pair.acronym])] = join(pair.full, pair.acronym, in: &identities)
    }
    // Made for the first acronym that needs it; few articles have one.
    var initials: [String: EntityIdentity]?
    for index in mentions.indices where mentions[index].tokens.count == 1 {
      let mention = mentions[index]
      if !defined.isEmpty, let identity = defined[letters(mention)] {
        identities[index] = identity
      } else if !isKnown(identities[index]), let form = acronym(mention) {
        if initials == nil { initials = initialsOfNames(identities) }
        if let identity = initials?[form] ?? spelled(by: form, identities) {
          initials?[form] = identity
          identities[index] = identity
        }
      }
    }
  }

  /// "UIDAI" of "Unique Identification Authority of India": the body whose words hold the letters, one
  /// of them inside a word.
  private func spelled(by acronym: String, _ identities: [EntityIdentity?]) -> EntityIdentity? {
    guard acronym.count > 3, mentions.count < Self.mostToSpell else { return nil }
    let letters = Array(acronym.lowercased())
    let index = mentions.indices.first { index in
      let mention = mentions[index]
      guard mention.type == .organisation, identities[index] != nil else { return false }
      let words = text.words(mention).filter { !Self.smallWords.contains($0) }
      return words.count == letters.count - 1 && words.count > 2 && holds(words, letters)
    }
    return index.flatMap { identities[$0] }
  }

  private static let mostToSpell = 2_000

  /// Whether each word begins with the next letter, and one holds another letter behind it.
  private func holds(_ words: [String], _ letters: [Character]) -> Bool {
    words.indices.contains { place in
      var initials = words.compactMap(\.first)
      guard initials.count == words.count, words[place].dropFirst().contains(letters[place + 1])
      else { return false }
      initials.insert(letters[place + 1], at: place + 1)
      return initials == letters
    }
  }

  /// A full name and its acronym, as the mention at `index` and the one before it introduce them:
  /// "African Union (AU)", "AU (African Union)", "Life Insurance Corporation of India, or LIC,".
  private func definition(
    at index: Int, _ identities: [EntityIdentity?]
  ) -> (full: Int, acronym: Int)? {
    let isInBrackets = isBracketed(index)
    guard isInBrackets || isAlternative(index) else { return nil }
    let (before, mention) = (mentions[index - 1], mentions[index])
    if text.words(before).count > 1, let short = shortForm(mention) {
      if isAcronym(short, of: before) || hasInitials(short, before) { return (index - 1, index) }
      guard isInBrackets, acronym(mention) != nil else { return nil }
      return !isKnown(identities[index]) || isOther(identities[index], than: before)
        ? (index - 1, index) : nil
    }
    if isInBrackets, let acronym = acronym(before), text.words(mention).count > 1,
      isAcronym(acronym, of: mention)
    {
      return (index, index - 1)
    }
    return nil
  }

  /// "LIC", or "Satawu": a single word that may be an acronym.
  private func shortForm(_ mention: Mention) -> String? {
    if let acronym = acronym(mention) { return acronym }
    guard mention.tokens.count == 1, !mention.isAdjective else { return nil }
    let form = text.form(mention)
    return (4...9).contains(form.count) && form.allSatisfy(\.isLetter) ? form : nil
  }

  /// Whether tables know the acronym for a body of another name than the text says.
  private func isOther(_ identity: EntityIdentity?, than full: Mention) -> Bool {
    guard case .known(let entity) = identity, full.type == .organisation,
      full.kind != .gazetteer
    else { return false }
    let own = Set(text.words(full)).subtracting(Self.smallWords)
    let other = Set(
      gazetteer.entities.name(of: entity).split(separator: " ").map { folded(String($0)) })
    return own.count > 1 && own.intersection(other).count * 2 < own.count
  }

  private static let smallWords: Set<String> = ["of", "for", "the", "and", "on", "in", "to"]

  /// One identity for both: the one that tables know, else the full name's; whatever else has the
  /// other's follows.
  private func join(
    _ full: Int, _ acronym: Int, in identities: inout [EntityIdentity?]
  ) -> EntityIdentity? {
    guard let known = identities[acronym], isKnown(known), !isKnown(identities[full]),
      !isOther(known, than: mentions[full])
    else { return identities[full] }
    if let old = identities[full] {
      for index in identities.indices where identities[index] == old { identities[index] = known }
    }
    identities[full] = known
    return known
  }

  private func acronym(_ mention: Mention) -> String? {
    guard mention.tokens.count == 1 else { return nil }
    let form = letters(mention)
    let isAcronym =
      form.utf8.count >= 2 && form.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x26 }
    return isAcronym ? form : nil
  }

  /// The form without full stops.
  private func letters(_ mention: Mention) -> String {
    let form = text.form(mention)
    return form.utf8.contains(UInt8(ascii: ".")) ? form.filter { $0 != "." } : form
  }

  /// Whether its letters are initials of the name, in order.
  private func isAcronym(_ acronym: String, of mention: Mention) -> Bool {
    var rest = acronym.inSmallLetters[...]
    for word in text.words(mention) where rest.first == word.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func isBracketed(_ index: Int) -> Bool {
    let open = mentions[index].tokens.lowerBound - 1
    return mentions[index - 1].tokens.upperBound == open
      && mentions[index - 1].sentence == mentions[index].sentence
      && text.document.form(of: open) == "("
  }

  /// "Life Insurance Corporation of India, or LIC", "the Independent Democratic Union, the UDI".
  private func isAlternative(_ index: Int) -> Bool {
    let link = mentions[index - 1].tokens.upperBound..<mentions[index].tokens.lowerBound
    guard (1...2).contains(link.count),
      mentions[index - 1].sentence == mentions[index].sentence
    else { return false }
    let words = link.map { text.document.form(of: $0) }
    if words == [",", "or"] { return true }
    return words.first == "," && (words.count == 1 || words[1] == "the")
      && acronym(mentions[index]).map { hasInitials($0, mentions[index - 1]) } == true
  }

  /// Whether its letters are the initials of the name in some order, and at most one more: in its own
  /// language the name is another.
  private func hasInitials(_ acronym: String, _ mention: Mention) -> Bool {
    var letters = Array(acronym)
    let initials = mention.tokens.compactMap { text.document.form(of: $0).first }
      .filter(\.isUppercase)
    for initial in initials {
      guard let place = letters.firstIndex(of: initial) else { return false }
      letters.remove(at: place)
    }
    return initials.count > 1 && letters.count < 2
  }

  /// By their letters; those of two only of bodies with a name of two words.
  private func initialsOfNames(_ identities: [EntityIdentity?]) -> [String: EntityIdentity] {
    var result: [String: EntityIdentity] = [:]
    for (index, mention) in mentions.enumerated()
    where mention.tokens.count > 1 && !mention.type.isPerson && !mention.isAdjective {
      let words = mention.tokens.map { text.document.form(of: $0) }
      let initials = words.compactMap(\.first).filter(\.isUppercase)
      let isPlainPair =
        words.count == 2 && mention.type == .organisation && words.allSatisfy { $0.count > 2 }
      guard initials.count >= 3 || initials.count == 2 && isPlainPair,
        let identity = identities[index]
      else { continue }
      result[String(initials)] = result[String(initials)] ?? identity
    }
    return result
  }

  /// "the Commission" after "European Commission", "the Supreme Court" for the one of Kenya, "Harbor"
  /// or "Lilly" of "Harbor Therapeutics" and "Eli Lilly": what begins or ends one full name of the
  /// text, and only one.
  func linkShortBodies(_ identities: inout [EntityIdentity?]) {
    var full = BodyNames()
    var known: Set<EntityIndex> = []
    var isAdded = NameMemo<Bool>(text)
    for index in mentions.indices where isBody(mentions[index]) {
      guard let identity = identities[index] else { continue }
      let mention = mentions[index]
      let number = text.number(mention)
      guard isAdded[number, identity] == nil else { continue }
      isAdded[number, identity] = true
      full.add(identity, words: text.words(mention))
      if case .known(let entity) = identity, known.insert(entity).inserted {
        let name = gazetteer.entities.name(of: entity)
        full.add(identity, words: name.split(separator: " ").map { folded(String($0)) })
      }
    }
    guard !full.isEmpty else { return }
    for index in mentions.indices where isShortBody(mentions[index], identities[index]) {
      let mention = mentions[index]
      let words = BodyName(text.words(mention)).words
      let hasArticle =
        text.previous(mention) == "the" && text.relation(mention) != .compound
        || words != text.words(mention)
      let isBodyName =
        mention.type.isPerson || mention.kind == .name
        || mention.type == .organisation && mention.kind != .acronym
      guard words.count > 1 || hasArticle || isBodyName else { continue }
      let isOneWord =
        words.count == 1 || words.count < mention.tokens.count || isShortName(mention, words)
      let part: BodyNames.Part =
        if isOneWord, !hasArticle { .anyEnd } else if isOrgNoun(words[words.count - 1]) {
          .headed
        } else { .end }
      if let identity = full.only(for: words, as: part) { identities[index] = identity }
    }
  }

  /// "Nissan Motor Co." where tables know "Nissan", which the text names too.
  func linkCompanies(_ identities: inout [EntityIdentity?]) {
    var stems: [(index: Int, words: ArraySlice<String>)] = []
    for index in mentions.indices where isBody(mentions[index]) {
      guard case .discovered? = identities[index],
        let stem = BodyName(text.words(mentions[index])).withoutCompanyWords
      else { continue }
      stems.append((index, stem))
    }
    guard !stems.isEmpty else { return }
    var known: [String: EntityIdentity] = [:]
    for index in mentions.indices where isBody(mentions[index]) {
      guard let identity = identities[index], isKnown(identity) else { continue }
      known[BodyName(text.words(mentions[index])).words.joined(separator: " ")] = identity
    }
    for stem in stems {
      if let identity = known[stem.words.joined(separator: " ")] {
        identities[stem.index] = identity
      }
    }
  }

  /// "Golden State" of "Golden State Warriors": two words of which neither heads names of bodies.
  private func isShortName(_ mention: Mention, _ words: [String]) -> Bool {
    mention.type == .organisation && mention.kind == .name && words.count == 2
      && !words.contains { isOrgNoun($0) }
  }

  private func isBody(_ mention: Mention) -> Bool {
    mention.type == .organisation && !mention.isAdjective
  }

  /// "Goldman" of "Goldman Sachs" too, which looks like a surname nobody bears.
  private func isShortBody(_ mention: Mention, _ identity: EntityIdentity?) -> Bool {
    guard !mention.isAdjective, !isKnown(identity) else { return false }
    return !mention.type.isPerson || identity == nil || isNewBody(mention, identity)
      || mention.kind == .name && text.words(mention).count == 1 && identity == surname(mention)
  }

  /// Whether it was taken for a body, and for none of the people that tables have by that name.
  private func isNewBody(_ mention: Mention, _ identity: EntityIdentity?) -> Bool {
    guard mention.kind == .gazetteer, case .discovered(let key) = identity else { return false }
    return key.hasPrefix(EntityType.organisation.rawValue)
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
