import DocumentModel
import Gazetteers

/// Joins the forms of one name: "Mohamed Bacar" and "Bacar", "African Union" and "AU".
struct NameLinking {
  let gazetteer: Gazetteer
  let text: MentionText
  let mentions: [Mention]
  private let gender: PersonGender

  init(gazetteer: Gazetteer, text: MentionText, mentions: [Mention]) {
    self.gazetteer = gazetteer
    self.text = text
    self.mentions = mentions
    gender = PersonGender(gazetteer: gazetteer)
  }

  /// Gives short forms the identity of the full form they stand for, and what is left an identity of
  /// its own: new names by their key, unexplained gazetteer forms by their surface.
  func link(_ identities: inout [EntityIdentity?]) {
    keyNewNames(&identities)
    linkPersons(&identities)
    linkAcronyms(&identities)
    linkCompanies(&identities)
    linkShortBodies(&identities)
    linkOtherNames(&identities)
    linkPlaces(&identities)
    keyLeftovers(&identities)
  }

  private func keyNewNames(_ identities: inout [EntityIdentity?]) {
    var keys = [(type: EntityType, identity: EntityIdentity)?](
      repeating: nil, count: text.nameCount)
    for index in mentions.indices {
      guard case .discovered = identities[index] else { continue }
      let (name, type) = (text.number(mentions[index]), keyType(mentions[index]))
      if let known = keys[name], known.type == type {
        identities[index] = known.identity
      } else {
        let identity = EntityIdentity.discovered(key(mentions[index], type))
        keys[name] = (type, identity)
        identities[index] = identity
      }
    }
  }

  private func keyType(_ mention: Mention) -> EntityType {
    let own = mention.candidates.first {
      if case .discovered = $0.identity { true } else { false }
    }
    return own?.type ?? mention.type
  }

  /// Persons and everything else live in different name spaces.
  private func key(_ mention: Mention, _ type: EntityType) -> String {
    let words = text.words(mention)
    guard type.isPerson else {
      return "\(type.rawValue):\(BodyName(words).key)"
    }
    let name = text.joinedWords(mention)
    return words.count > 1 ? "person:\(name)" : "person:\(name)@\(text.document.article.id)"
  }

  // MARK: Persons

  private func linkPersons(_ identities: inout [EntityIdentity?]) {
    mergeFullNames(&identities)
    mergeSpellings(&identities)
    let full = fullNames(identities)
    guard !full.isEmpty else { return }
    var owners: [String: EntityIdentity] = [:]
    for index in mentions.indices {
      let words = text.words(mentions[index])
      let isSurname = words.count == 1 && mentions[index].type.isPerson
      guard isSurname || mayBeShort(mentions[index], identities[index]) else { continue }
      let mention = mentions[index]
      let isMasculine = gender.isMasculine(name: "", roles: titles(of: mention))
      if isSurname, let isMasculine,
        let identity = full.only(named: words[0], isMasculine: isMasculine, before: index)
      {
        identities[index] = identity
      }
      guard mayBeShort(mention, identities[index]) else { continue }
      guard
        let found = full.antecedent(
          of: words, role: mention.role, isMasculine: isMasculine, at: index)
      else { continue }
      let name = text.joinedWords(mention)
      let isNear = paragraph(of: index) == paragraph(of: found.position) || mention.role != nil
      let identity = isNear ? found.identity : owners[name] ?? found.identity
      identities[index] = identity
      owners[name] = identity
    }
  }

  private func paragraph(of mention: Int) -> Int {
    text.document.sentences[mentions[mention].sentence].paragraph
  }

  /// "Abdourahim Said Bakar" and "Abdourahim Said Bacar": one long word differs by one letter.
  private func mergeSpellings(_ identities: inout [EntityIdentity?]) {
    var byFirst: [String: [(words: [String], identity: EntityIdentity)]] = [:]
    var merged = NameMemo<EntityIdentity>(text)
    for index in mentions.indices where mentions[index].type.isPerson {
      guard let identity = identities[index], !isKnown(identity) else { continue }
      let name = text.number(mentions[index])
      if let known = merged[name, identity] {
        identities[index] = known
        continue
      }
      let words = text.words(mentions[index])
      guard words.count > 1, byFirst[words[0], default: []].count < 20 else { continue }
      if let same = byFirst[words[0]]?.first(where: { areSpellings($0.words, words) }) {
        identities[index] = same.identity
      } else {
        byFirst[words[0], default: []].append((words, identity))
      }
      merged[name, identity] = identities[index]
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
    var byEnds: [String: [(words: [String], identity: EntityIdentity)]] = [:]
    var merged = NameMemo<EntityIdentity>(text)
    for prefersKnown in [true, false] {
      for index in mentions.indices where mentions[index].type.isPerson {
        guard let identity = identities[index], isKnown(identity) == prefersKnown else { continue }
        let name = text.number(mentions[index])
        if let known = merged[name, identity] {
          identities[index] = known
          continue
        }
        defer { merged[name, identity] = identities[index] }
        let words = wordsWithoutTitle(mentions[index])
        guard words.count > 1 else { continue }
        let ends = words[0] + " " + words[words.count - 1]
        let same = byEnds[ends]?.first { $0.identity == identity || areForms($0.words, words) }
        if let same {
          if !prefersKnown { identities[index] = same.identity }
        } else if (byEnds[ends] ?? []).count < Self.mostForEnds {
          byEnds[ends, default: []].append((words, identity))
        }
      }
    }
  }

  private static let mostForEnds = 20

  private func wordsWithoutTitle(_ mention: Mention) -> [String] {
    let words = text.words(mention)
    guard words.count > 2 else { return words }
    let classes = gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: words[0]))
    return classes.contains(.titleWord) ? Array(words.dropFirst()) : words
  }

  /// Whether one name leaves out or shortens middle words of the other.
  private func areForms(_ left: [String], _ right: [String]) -> Bool {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var rest = long.dropFirst().dropLast()
    return short.dropFirst().dropLast().allSatisfy { word in
      guard let place = rest.firstIndex(where: { $0.hasPrefix(word) || word.hasPrefix($0) }) else {
        return false
      }
      rest = rest[(place + 1)...]
      return true
    }
  }

  private func fullNames(_ identities: [EntityIdentity?]) -> FullNames {
    var names = FullNames()
    for index in mentions.indices where mentions[index].type.isPerson {
      guard let identity = identities[index] else { continue }
      let mention = mentions[index]
      var words = text.words(mention)
      let number = text.number(mention)
      // "Ms. Kim" says nothing of the man whom tables call Kim.
      let isFull = words.count > 1
      if !isFull {
        guard case .known(let entity) = identity else { continue }
        words = gazetteer.entities.name(of: entity).split(separator: " ").map {
          folded(String($0))
        }
      }
      names.add(
        identity, words: words, name: isFull ? number : nil, role: mention.role,
        isMasculine: isFull
          ? gender.isMasculine(name: text.form(mention), roles: titles(of: mention)) : nil,
        at: index)
    }
    return names
  }

  /// "Ms", "prime minister": what stands with the name.
  private func titles(of mention: Mention) -> [String] {
    var titles: [String] = []
    for candidate in mention.candidates {
      for reason in candidate.reasons where reason.code == "title" { titles.append(reason.detail) }
    }
    return titles + (mention.role.map { [$0] } ?? [])
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

  // MARK: Places

  /// "Mayotte Island" where "Mayotte" is named too.
  private func linkPlaces(_ identities: inout [EntityIdentity?]) {
    var places: [String: EntityIdentity] = [:]
    for index in mentions.indices
    where mentions[index].type == .place || mentions[index].type == .country {
      guard let identity = identities[index], !mentions[index].isAdjective else { continue }
      let name = text.joinedWords(mentions[index])
      if places[name] == nil { places[name] = identity }
    }
    guard !places.isEmpty else { return }
    linkPeoples(&identities, of: places)
    for index in mentions.indices where mentions[index].type == .place {
      guard case .discovered? = identities[index] else { continue }
      let words = text.words(mentions[index])
      guard words.count > 1, Self.areas.contains(words[words.count - 1]),
        let identity = places[words.dropLast().joined(separator: " ")]
      else { continue }
      identities[index] = identity
    }
  }

  /// "Bougainvilleans" where the text names Bougainville: the people of a place that no table has.
  private func linkPeoples(
    _ identities: inout [EntityIdentity?], of places: [String: EntityIdentity]
  ) {
    for index in mentions.indices where mentions[index].tokens.count == 1 {
      guard case .discovered? = identities[index], let word = text.words(mentions[index]).first
      else { continue }
      let place = Self.peopleEndings.lazy.filter(word.hasSuffix)
        .compactMap { places[String(word.dropLast($0.count))] }.first
      if let place { identities[index] = place }
    }
  }

  private static let peopleEndings = ["ans", "an", "ns", "n", "ese", "ers", "ians", "ian"]

  /// What may be left out behind the name of a place: "Jakarta Bay" is not Jakarta.
  private static let areas: Set<String> = [
    "island", "islands", "city", "town", "village", "province", "region", "state", "county",
    "district", "prefecture", "governorate", "peninsula", "archipelago", "atoll", "valley", "area",
    "municipality", "department", "oblast", "canton",
  ]

  func isKnown(_ identity: EntityIdentity?) -> Bool {
    if case .known = identity { true } else { false }
  }

  /// Forms for which the gazetteer asks for evidence that is not there: a person's surname becomes a
  /// new name; anything else is left alone.
  private func keyLeftovers(_ identities: inout [EntityIdentity?]) {
    for index in mentions.indices where identities[index] == nil {
      let mention = mentions[index]
      guard mention.candidates.contains(where: { $0.type.isPerson }), !mention.isAdjective else {
        continue
      }
      identities[index] = surname(mention)
    }
  }
}
