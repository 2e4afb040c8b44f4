import DocumentModel
import Gazetteers

/// Acronyms and short names of bodies.
extension NameLinking {
  /// "African Union ( AU )", and "AU" ever after; else an acronym of the initials of a known form.
  mutating func linkAcronyms() {
    var defined: [String: EntityNumber] = [:]
    for index in mentions.indices.dropFirst() {
      guard let pair = definition(at: index) else { continue }
      defined[letters(pair.acronym)] = join(pair.full, pair.acronym)
    }
    // Made for the first acronym that needs it; few articles have one.
    var initials: [String: EntityNumber]?
    for index in mentions.indices where mentions[index].tokens.count == 1 {
      if !defined.isEmpty, let identity = defined[letters(index)] {
        identities[index] = identity
      } else if !isKnown(index), let form = acronym(index) {
        if initials == nil { initials = initialsOfNames() }
        if let identity = initials?[form] ?? spelled(by: form) {
          initials?[form] = identity
          identities[index] = identity
        }
      }
    }
  }

  /// "UIDAI" of "Unique Identification Authority of India": the body whose words hold the letters, one
  /// of them inside a word.
  private func spelled(by acronym: String) -> EntityNumber? {
    guard acronym.count > 3, mentions.count < Self.mostToSpell else { return nil }
    let letters = Array(acronym.lowercased())
    let index = mentions.indices.first { index in
      guard mentions[index].type == .organisation, identities[index] != nil else { return false }
      let words = names.words(index).filter { !Self.smallWords.contains(WordKey($0)) }
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
  private func definition(at index: Int) -> (full: Int, acronym: Int)? {
    let isInBrackets = isBracketed(index)
    guard isInBrackets || isAlternative(index) else { return nil }
    let before = index - 1
    if names.wordCount(before) > 1, let short = shortForm(index) {
      if isAcronym(short, of: before) || hasInitials(short, before) { return (before, index) }
      guard isInBrackets, acronym(index) != nil else { return nil }
      return !isKnown(index) || isOther(identities[index], than: before) ? (before, index) : nil
    }
    if isInBrackets, let acronym = acronym(before), names.wordCount(index) > 1,
      isAcronym(acronym, of: index)
    {
      return (index, before)
    }
    return nil
  }

  /// "LIC", or "Satawu": a single word that may be an acronym.
  private func shortForm(_ mention: Int) -> String? {
    if let acronym = acronym(mention) { return acronym }
    guard mentions[mention].tokens.count == 1, !mentions[mention].isAdjective else { return nil }
    let form = names.form(mention)
    return (4...9).contains(form.count) && form.allSatisfy(\.isLetter) ? form : nil
  }

  /// Whether tables know the acronym for a body of another name than the text says.
  private func isOther(_ identity: EntityNumber?, than full: Int) -> Bool {
    guard let entity = identity?.known, mentions[full].type == .organisation,
      mentions[full].kind != .gazetteer
    else { return false }
    let own = Set(names.keys(full).filter { !Self.smallWords.contains($0) })
    return own.count > 1 && own.intersection(keys(of: entity)).count * 2 < own.count
  }

  private static let smallWords = KeyTable(words: ["of", "for", "the", "and", "on", "in", "to"])

  /// One identity for both: the one that tables know, else the full name's; whatever else has the
  /// other's follows.
  private mutating func join(_ full: Int, _ acronym: Int) -> EntityNumber? {
    guard let known = identities[acronym], known.isKnown, !isKnown(full),
      !isOther(known, than: full)
    else { return identities[full] }
    if let old = identities[full] {
      for index in identities.indices where identities[index] == old { identities[index] = known }
    }
    identities[full] = known
    return known
  }

  private func acronym(_ mention: Int) -> String? {
    guard mentions[mention].tokens.count == 1 else { return nil }
    let form = letters(mention)
    let isAcronym =
      form.utf8.count >= 2 && form.utf8.allSatisfy { (0x41...0x5A).contains($0) || $0 == 0x26 }
    return isAcronym ? form : nil
  }

  /// The form without full stops.
  private func letters(_ mention: Int) -> String {
    let form = names.form(mention)
    return form.utf8.contains(UInt8(ascii: ".")) ? form.filter { $0 != "." } : form
  }

  /// Whether its letters are initials of the name, in order.
  private func isAcronym(_ acronym: String, of mention: Int) -> Bool {
    var rest = acronym.inSmallLetters[...]
    for word in names.words(mention) where rest.first == word.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private func isBracketed(_ index: Int) -> Bool {
    let open = mentions[index].tokens.lowerBound - 1
    return mentions[index - 1].tokens.upperBound == open
      && mentions[index - 1].sentence == mentions[index].sentence
      && names.document.form(of: open) == "("
  }

  /// "Life Insurance Corporation of India, or LIC", "the Independent Democratic Union, the UDI".
  private func isAlternative(_ index: Int) -> Bool {
    let link = mentions[index - 1].tokens.upperBound..<mentions[index].tokens.lowerBound
    guard (1...2).contains(link.count),
      mentions[index - 1].sentence == mentions[index].sentence,
      names.document.form(of: link.lowerBound) == ","
    else { return false }
    let second = link.count == 2 ? names.document.form(of: link.lowerBound + 1) : nil
    if second == "or" { return true }
    return (second == nil || second == "the")
      && acronym(index).map { hasInitials($0, index - 1) } == true
  }

  /// Whether its letters are the initials of the name in some order, and at most one more: in its own
  /// language the name is another.
  private func hasInitials(_ acronym: String, _ mention: Int) -> Bool {
    var letters = Array(acronym)
    let initials = mentions[mention].tokens
      .compactMap { names.document.form(of: $0).first }
      .filter(\.isUppercase)
    for initial in initials {
      guard let place = letters.firstIndex(of: initial) else { return false }
      letters.remove(at: place)
    }
    return initials.count > 1 && letters.count < 2
  }

  /// By their letters; those of two only of bodies with a name of two words.
  private func initialsOfNames() -> [String: EntityNumber] {
    var result: [String: EntityNumber] = [:]
    for index in mentions.indices
    where mentions[index].tokens.count > 1 && !mentions[index].type.isPerson
      && !mentions[index].isAdjective
    {
      let words = mentions[index].tokens.map { names.document.form(of: $0) }
      let initials = words.compactMap(\.first).filter(\.isUppercase)
      let isPlainPair =
        words.count == 2 && mentions[index].type == .organisation
        && words.allSatisfy { $0.count > 2 }
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
  mutating func linkShortBodies() {
    let full = fullBodies()
    guard !full.isEmpty else { return }
    for index in mentions.indices where isShortBody(index) {
      let mention = mentions[index]
      let words = BodyName(names.keys(index)).words
      let hasArticle =
        words.count < names.wordCount(index)
        || names.previous(index) == "the" && names.relation(index) != .compound
      let isBodyName =
        mention.type.isPerson || mention.kind == .name
        || mention.type == .organisation && mention.kind != .acronym
      guard words.count > 1 || hasArticle || isBodyName else { continue }
      let isOneWord =
        words.count == 1 || words.count < mention.tokens.count || isShortName(index)
      let part: BodyNames.Part =
        if isOneWord, !hasArticle { .anyEnd } else if hasOrgNoun(index) { .headed } else { .end }
      if let identity = full.only(for: words, as: part) { identities[index] = identity }
    }
  }

  /// The bodies that the article names, each also by the name that tables have.
  private func fullBodies() -> BodyNames {
    var full = BodyNames(capacity: names.count)
    var known: Set<EntityIndex> = []
    var isAdded = NameMemo<Bool>(names)
    for index in mentions.indices where isBody(index) {
      guard let identity = identities[index] else { continue }
      let number = names.number(index)
      guard isAdded[number, identity] == nil else { continue }
      isAdded[number, identity] = true
      full.add(identity, words: names.keys(index))
      if let entity = identity.known, known.insert(entity).inserted {
        full.add(identity, words: keys(of: entity))
      }
    }
    return full
  }

  /// "Nissan Motor Co." where tables know "Nissan", which the text names too.
  mutating func linkCompanies() {
    var stems: [(index: Int, name: WordKey)] = []
    for index in mentions.indices where isBody(index) && isNew(index) {
      guard let stem = BodyName(names.keys(index)).withoutCompanyWords else { continue }
      stems.append((index, WordKey(stem)))
    }
    guard !stems.isEmpty else { return }
    // The last mention of each name.
    var known = KeyTable()
    for index in mentions.indices where isBody(index) && isKnown(index) {
      known[WordKey(BodyName(names.keys(index)).words)] = index
    }
    for stem in stems {
      if let body = known[stem.name] { identities[stem.index] = identities[body] }
    }
  }

  /// "Golden State" of "Golden State Warriors": two words of which neither heads names of bodies.
  private func isShortName(_ index: Int) -> Bool {
    guard mentions[index].type == .organisation, mentions[index].kind == .name,
      BodyName(names.keys(index)).words.count == 2
    else { return false }
    return !names.words(index).suffix(2).contains { classes(of: $0).contains(.orgNoun) }
  }

  /// Whether a noun for bodies ends the name.
  private func hasOrgNoun(_ index: Int) -> Bool {
    names.lastWord(index).map { classes(of: $0).contains(.orgNoun) } == true
  }

  private func isBody(_ mention: Int) -> Bool {
    mentions[mention].type == .organisation && !mentions[mention].isAdjective
  }

  /// "Goldman" of "Goldman Sachs" too, which looks like a surname nobody bears.
  private func isShortBody(_ index: Int) -> Bool {
    guard !mentions[index].isAdjective, !isKnown(index) else { return false }
    guard mentions[index].type.isPerson, let identity = identities[index] else { return true }
    // Taken for a body, and for none of the people that tables have by that name.
    if mentions[index].kind == .gazetteer, newEntities.isOrganisation(identity) { return true }
    return mentions[index].kind == .name && newEntities.isSurname(identity, index)
  }
}
