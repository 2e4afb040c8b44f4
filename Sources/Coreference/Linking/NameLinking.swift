import DocumentModel
import Gazetteers

/// Joins the forms of one name: "Mohamed Bacar" and "Bacar", "African Union" and "AU".
struct NameLinking {
  let gazetteer: Gazetteer
  let names: ArticleNames
  /// By mention; nil for none that is known.
  var identities: [EntityNumber?]
  private(set) var newEntities: NewEntities
  private let gender: PersonGender

  init(gazetteer: Gazetteer, names: ArticleNames, choices: [EntityChoice.Choice]) {
    self.gazetteer = gazetteer
    self.names = names
    gender = PersonGender(gazetteer: gazetteer)
    newEntities = NewEntities(names)
    identities = choices.map { if case .known(let entity) = $0 { .known(entity) } else { nil } }
    keyNewNames(choices)
  }

  var mentions: [Mention] { names.mentions }

  /// Gives short forms the identity of the full form they stand for, and what is left an identity of
  /// its own: new names by their key, unexplained gazetteer forms by their surface.
  mutating func link() {
    linkPersons()
    linkAcronyms()
    linkCompanies()
    linkShortBodies()
    linkOtherNames()
    linkPlaces()
    keyLeftovers()
  }

  private mutating func keyNewNames(_ choices: [EntityChoice.Choice]) {
    var known = [(type: EntityType, identity: EntityNumber)?](repeating: nil, count: names.count)
    for mention in choices.indices where choices[mention] == .new {
      let name = names.number(mention)
      let type = mentions[mention].newCandidate?.type ?? mentions[mention].type
      if let known = known[name], known.type == type {
        identities[mention] = known.identity
      } else {
        let identity = newEntities.named(mention, type: type)
        known[name] = (type, identity)
        identities[mention] = identity
      }
    }
  }

  func isKnown(_ mention: Int) -> Bool { identities[mention]?.isKnown == true }

  func isNew(_ mention: Int) -> Bool { identities[mention]?.isKnown == false }

  // MARK: Persons

  private mutating func linkPersons() {
    mergeFullNames()
    mergeSpellings()
    let full = fullNames()
    guard !full.isEmpty else { return }
    // By the words of short names, among `identities`.
    var owners = KeyTable()
    for index in mentions.indices {
      let isSurname = names.wordCount(index) == 1 && mentions[index].type.isPerson
      guard isSurname || mayBeShort(index) else { continue }
      let words = names.keys(index)
      let isMasculine = PersonGender.isMasculine(titlesOf: mentions[index])
      if isSurname, let isMasculine, let word = words.first,
        let identity = full.only(named: word, isMasculine: isMasculine, before: index)
      {
        identities[index] = identity
      }
      let role = mentions[index].role
      guard mayBeShort(index),
        let found = full.antecedent(of: words, role: role, isMasculine: isMasculine, at: index)
      else { continue }
      let isNear = role != nil || names.paragraph(index) == names.paragraph(found.position)
      let owner = isNear ? nil : owners[names.key(index)]
      identities[index] = owner.map { identities[$0] } ?? found.identity
      owners[names.key(index)] = index
    }
  }

  /// "Abdourahim Said Bakar" and "Abdourahim Said Bacar": one long word differs by one letter.
  private mutating func mergeSpellings() {
    // Names by their first words, among `spellings`.
    var byFirst = KeyLists()
    var spellings: [(mention: Int, identity: EntityNumber)] = []
    var merged = NameMemo<EntityNumber>(names)
    for index in mentions.indices where mentions[index].type.isPerson {
      guard let identity = identities[index], !identity.isKnown else { continue }
      let name = names.number(index)
      if let known = merged[name, identity] {
        identities[index] = known
        continue
      }
      guard names.wordCount(index) > 1, let first = names.firstKey(index),
        byFirst.count(first) < Self.mostForAWord
      else { continue }
      if let same = byFirst[first].first(where: { areSpellings(spellings[$0].mention, index) }) {
        identities[index] = spellings[same].identity
      } else {
        byFirst.add(spellings.count, to: first)
        spellings.append((index, identity))
      }
      merged[name, identity] = identities[index]
    }
  }

  private func areSpellings(_ left: Int, _ right: Int) -> Bool {
    guard names.wordCount(left) == names.wordCount(right) else { return false }
    let (left, right) = (names.words(left), names.words(right))
    guard left.count > 2 || left[0].count > 4 else { return false }
    let differing = zip(left, right).filter { $0 != $1 }
    guard differing.count == 1, let pair = differing.first else { return differing.isEmpty }
    return min(pair.0.count, pair.1.count) >= 5 && pair.0.isWithinOneEdit(of: pair.1)
  }

  /// "Vladimir V. Putin" is "Vladimir Putin", and both are the gazetteer's.
  private mutating func mergeFullNames() {
    // Names by their first and last words, among `full`.
    var byEnds = KeyLists(capacity: names.count)
    var full: [(mention: Int, identity: EntityNumber)] = []
    var merged = NameMemo<EntityNumber>(names)
    for prefersKnown in [true, false] {
      for index in mentions.indices where mentions[index].type.isPerson {
        guard let identity = identities[index], identity.isKnown == prefersKnown else { continue }
        let name = names.number(index)
        if let known = merged[name, identity] {
          identities[index] = known
          continue
        }
        defer { merged[name, identity] = identities[index] }
        let words = wordsWithoutTitle(index)
        guard words.count > 1, let first = words.first, let last = words.last else { continue }
        let ends = first.followed(by: last)
        let same = byEnds[ends].first {
          full[$0].identity == identity || areForms(full[$0].mention, index)
        }
        if let same {
          if !prefersKnown { identities[index] = full[same].identity }
        } else if byEnds.count(ends) < Self.mostForAWord {
          byEnds.add(full.count, to: ends)
          full.append((index, identity))
        }
      }
    }
  }

  /// More full names than this share words only in lists.
  private static let mostForAWord = 20

  private func wordsWithoutTitle(_ mention: Int) -> ArraySlice<WordKey> {
    hasTitle(mention) ? names.keys(mention).dropFirst() : names.keys(mention)
  }

  private func hasTitle(_ mention: Int) -> Bool {
    guard names.wordCount(mention) > 2 else { return false }
    return names.firstWord(mention).map { classes(of: $0).contains(.titleWord) } == true
  }

  /// Whether one name leaves out or shortens middle words of the other, titles apart.
  private func areForms(_ left: Int, _ right: Int) -> Bool {
    let (left, right) = (middleWords(left), middleWords(right))
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    var rest = long[...]
    return short.allSatisfy { word in
      guard let place = rest.firstIndex(where: { $0.hasPrefix(word) || word.hasPrefix($0) }) else {
        return false
      }
      rest = rest[(place + 1)...]
      return true
    }
  }

  private func middleWords(_ mention: Int) -> ArraySlice<String> {
    guard names.wordCount(mention) > 2 else { return [] }
    return names.words(mention).dropFirst(hasTitle(mention) ? 2 : 1).dropLast()
  }

  private func fullNames() -> FullNames {
    var full = FullNames(names: names.count)
    for index in mentions.indices where mentions[index].type.isPerson {
      guard let identity = identities[index] else { continue }
      let role = mentions[index].role
      guard names.wordCount(index) < 2 else {
        full.add(
          identity, words: names.keys(index), name: names.number(index), role: role,
          isMasculine: PersonGender.isMasculine(titlesOf: mentions[index])
            ?? gender.isMasculine(name: names.form(index)),
          at: index)
        continue
      }
      // "Ms. Kim" says nothing of the man whom tables call Kim.
      guard let entity = identity.known else { continue }
      full.add(
        identity, words: keys(of: entity), name: names.number(index), role: role,
        isMasculine: nil, at: index)
    }
    return full
  }

  /// The words of the name that an entry of the gazetteer has.
  func keys(of entity: EntityIndex) -> ArraySlice<WordKey> {
    WordKey.words(of: gazetteer.entities.name(of: entity))[...]
  }

  func classes(of word: String) -> WordClasses {
    gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: word))
  }

  /// A single word, or a person's surname of several ("Le Drian"), that the gazetteer cannot place.
  private func mayBeShort(_ mention: Int) -> Bool {
    let count = names.wordCount(mention)
    guard count == 1 || (count < 4 && mentions[mention].type.isPerson) else { return false }
    guard let identity = identities[mention] else {
      return mentions[mention].candidates.contains { $0.type.isPerson }
    }
    return !identity.isKnown
  }

  // MARK: Places

  /// "Mayotte Island" where "Mayotte" is named too.
  private mutating func linkPlaces() {
    var places = Places()
    for index in mentions.indices
    where mentions[index].type == .place || mentions[index].type == .country {
      guard let identity = identities[index], !mentions[index].isAdjective else { continue }
      places.add(identity, named: names.key(index))
    }
    guard !places.isEmpty else { return }
    linkPeoples(of: places)
    for index in mentions.indices where mentions[index].type == .place && isNew(index) {
      let words = names.keys(index)
      guard words.count > 1, let last = words.last, Self.areas.contains(last),
        let place = places[WordKey(words.dropLast())]
      else { continue }
      identities[index] = place
    }
  }

  /// "Bougainvilleans" where the text names Bougainville: the people of a place that no table has.
  private mutating func linkPeoples(of places: Places) {
    for index in mentions.indices where mentions[index].tokens.count == 1 && isNew(index) {
      guard let word = names.firstWord(index), let last = word.utf8.last,
        Self.peopleLetters.contains(last)
      else { continue }
      let place = Self.peopleEndings.lazy.filter(word.hasSuffix)
        .compactMap { places[WordKey([WordKey(String(word.dropLast($0.count)))])] }.first
      if let place { identities[index] = place }
    }
  }

  private static let peopleEndings = ["ans", "an", "ns", "n", "ese", "ers", "ians", "ian"]
  /// The last letters of these.
  private static let peopleLetters = Set(peopleEndings.compactMap(\.utf8.last))

  /// What may be left out behind the name of a place: "Jakarta Bay" is not Jakarta.
  private static let areas = KeyTable(words: [
    "island", "islands", "city", "town", "village", "province", "region", "state", "county",
    "district", "prefecture", "governorate", "peninsula", "archipelago", "atoll", "valley", "area",
    "municipality", "department", "oblast", "canton",
  ])

  /// Forms for which the gazetteer asks for evidence that is not there: a person's surname becomes a
  /// new name; anything else is left alone.
  private mutating func keyLeftovers() {
    for index in mentions.indices where identities[index] == nil && !mentions[index].isAdjective {
      guard mentions[index].candidates.contains(where: { $0.type.isPerson }) else { continue }
      identities[index] = newEntities.surname(index)
    }
  }
}

/// The places that an article names, by their names; of several of one name the first.
private struct Places {
  private var table = KeyTable()
  private var identities: [EntityNumber] = []

  var isEmpty: Bool { identities.isEmpty }

  subscript(name: WordKey) -> EntityNumber? { table[name].map { identities[$0] } }

  mutating func add(_ identity: EntityNumber, named name: WordKey) {
    guard !table.contains(name) else { return }
    table[name] = identities.count
    identities.append(identity)
  }
}
