import DocumentModel
import Gazetteers

/// Chooses among the gazetteer candidates of each mention by evidence of the whole article.
struct EntityChoice {
  let gazetteer: Gazetteer
  let names: ArticleNames
  private let date: CalendarDate?
  /// Nouns for firms and clubs.
  private let privateBodies: WordClasses
  /// Whose full names end with a word, by the word.
  private let bearers: Bearers
  /// Who is named with a surname alone and an office that he holds, by the surname.
  private let holders: KeyTable
  /// For each mention the country that it names or whose body or citizen it surely is.
  private let countries: [EntityIndex?]
  /// How often each country, its bodies and its citizens are named.
  private let countryCounts: [EntityIndex: Float]

  /// What a mention is of.
  enum Choice: Equatable {
    case known(EntityIndex)
    /// An entity that the gazetteer does not have.
    case new
    /// The gazetteer asks for evidence that is missing.
    case open
  }

  init(gazetteer: Gazetteer, names: ArticleNames) {
    self.gazetteer = gazetteer
    self.names = names
    let mentions = names.mentions
    date = names.document.date?.date
    privateBodies = gazetteer.vocabulary.wordClass(named: "private-body") ?? []
    bearers = Bearers(names)
    holders = Self.holders(names, in: gazetteer)
    countries = mentions.indices.map { Self.country(of: mentions[$0], in: gazetteer) }
    countryCounts = countries.reduce(into: [:]) { counts, country in
      if let country { counts[country, default: 0] += 1 }
    }
  }

  private var mentions: [Mention] { names.mentions }

  private static func holders(_ names: ArticleNames, in gazetteer: Gazetteer) -> KeyTable {
    var holders = KeyTable()
    guard let date = names.document.date?.date else { return holders }
    for index in names.mentions.indices
    where names.mentions[index].type.isPerson && names.mentions[index].role != nil {
      guard names.wordCount(index) == 1, !holders.contains(names.key(index)) else { continue }
      let mention = names.mentions[index]
      let fitting = mention.candidates.compactMap { candidate -> EntityIndex? in
        guard case .known(let person) = candidate.identity,
          isOffice(of: person, mention, on: date, in: gazetteer)
        else { return nil }
        return person
      }
      if fitting.count == 1 { holders[names.key(index)] = Int(fitting[0]) }
    }
    return holders
  }

  /// Whether the article names an entity in another form than that of a mention too.
  private func hasOtherForm(_ entity: EntityIndex, than mention: Int) -> Bool {
    let name = names.number(mention)
    return mentions.indices.contains {
      mentions[$0].kind == .gazetteer && mentions[$0].candidates[0].identity == .known(entity)
        && names.number($0) != name
    }
  }

  /// What each mention is of.
  func choices() -> [Choice] {
    let certain = certainEntities()
    let context = Context(present: certain, containers: containers(of: certain))
    return mentions.indices.map { choice(for: $0, in: context) }
  }

  /// What the article is known to be about before any doubtful name is looked at.
  private struct Context {
    var present: Set<EntityIndex>
    var containers: Set<EntityIndex>
  }

  /// Entities that some mention names beyond doubt: one candidate, no mark that asks for more.
  private func certainEntities() -> Set<EntityIndex> {
    var result: Set<EntityIndex> = []
    for index in mentions.indices {
      var strong = mentions[index].candidates.lazy.filter { $0.score >= 0.95 }.makeIterator()
      if case .known(let entity)? = strong.next()?.identity, strong.next() == nil {
        result.insert(entity)
      }
    }
    return result
  }

  private func containers(of entities: Set<EntityIndex>) -> Set<EntityIndex> {
    var result = entities
    for entity in entities {
      if let container = gazetteer.entities.kind(of: entity).container { result.insert(container) }
    }
    return result
  }

  private func choice(for index: Int, in context: Context) -> Choice {
    let mention = mentions[index]
    if isBearers(index) { return .new }
    if isShared(index) { return holder(named: index) }
    let owner = owner(of: index)
    var best: (candidate: Int, score: Float)?
    for place in mention.candidates.indices {
      let candidate = mention.candidates[place]
      var score = candidate.score + evidence(for: candidate, of: index, in: context)
      if let owner { score += ownerEvidence(candidate, owner: owner) }
      if best.map({ score > $0.score }) ?? true { best = (place, score) }
    }
    guard let best else { return .open }
    guard case .known(let entity) = mention.candidates[best.candidate].identity else { return .new }
    if best.score >= 0.8 { return .known(entity) }
    return mention.newCandidate != nil || isNamesake(index) ? .new : .open
  }

  /// A parliament or party of that name which is none of those that tables have.
  private func isNamesake(_ index: Int) -> Bool {
    !mentions[index].isAdjective
      && mentions[index].candidates.allSatisfy { isGeneric($0, of: index) }
  }

  private func evidence(for candidate: Candidate, of mention: Int, in context: Context) -> Float {
    guard case .known(let index) = candidate.identity else {
      return isUnsupportedPerson(candidate, of: mention) ? -2 : 0
    }
    let entity = gazetteer.entities.kind(of: index)
    var score: Float = 0
    if context.present.contains(index) { score += 0.6 }
    if let container = entity.container, isPresent(container, in: context) { score += 0.25 }
    if candidate.reasons.contains(where: { $0.code == "only-with" }) {
      score += onlyWithEvidence(candidate, in: context)
    }
    if isGeneric(candidate, of: mention), let home = Self.home(of: index, in: gazetteer) {
      score += homeEvidence(home, of: mention)
    }
    if entity.type.isPerson {
      score += personEvidence(index, mention)
      if isUnfounded(candidate, of: mention, in: context) { score -= 0.5 }
      if isSomeoneElses(mention, than: index) { score -= 1 }
    }
    if entity.type == .country || entity.type == .place {
      score += seatEvidence(entity, of: mention)
    }
    return score
  }

  /// "the Senate", "Congress": a form that bodies of many countries have.
  private func isGeneric(_ candidate: Candidate, of mention: Int) -> Bool {
    guard candidate.type == .organisation,
      candidate.reasons.contains(where: { $0.code == "needs-evidence" }),
      let last = names.lastWord(mention)
    else { return false }
    return gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: last)).contains(.orgNoun)
  }

  /// A country itself, or the country of a body or citizen.
  private static func home(of entity: EntityIndex, in gazetteer: Gazetteer) -> EntityIndex? {
    let known = gazetteer.entities.kind(of: entity)
    if known.type == .country { return entity }
    guard let container = known.container else { return nil }
    return gazetteer.entities.kind(of: container).type == .country ? container : nil
  }

  /// A body without its country's name is one of the country that the text is about there.
  private func homeEvidence(_ home: EntityIndex, of index: Int) -> Float {
    let weights = countryWeights(around: index)
    guard let most = weights.values.max(), most > 0 else { return 0 }
    return (weights[home] ?? 0) * 2 < most ? -3 : (weights[home] ?? 0) / most
  }

  /// How often each country is named, with what belongs to it: in the article, and most of all in the
  /// sentence.
  private func countryWeights(around index: Int) -> [EntityIndex: Float] {
    var weights = countryCounts
    let sentence = mentions[index].sentence
    for step in [-1, 1] {
      var near = index + step
      while mentions.indices.contains(near), abs(near - index) <= Self.reach,
        mentions[near].sentence == sentence
      {
        if let country = countries[near] {
          weights[country, default: 0] += 3
        }
        near += step
      }
    }
    return weights
  }

  /// How many mentions away a country still says something.
  private static let reach = 20

  /// The country that a mention names or whose body or citizen it surely is.
  private static func country(of mention: Mention, in gazetteer: Gazetteer) -> EntityIndex? {
    guard case .known(let entity) = mention.candidates[0].identity,
      mention.candidates[0].score >= 0.95
    else { return nil }
    let home = home(of: entity, in: gazetteer)
    let isSure = !mention.candidates[0].reasons.contains { $0.code == "needs-evidence" }
    return home == entity || isSure ? home : nil
  }

  /// Whether the article names a whole, something else that is part of it, or the whole it is part of.
  private func isPresent(_ whole: EntityIndex, in context: Context) -> Bool {
    context.containers.contains(whole)
      || gazetteer.entities.kind(of: whole).container.map(context.containers.contains) == true
  }

  /// "Michael Jordan" before makes a person of "Jordan", unless it is where something is or the
  /// article names the country in another way too.
  private func isBearers(_ index: Int) -> Bool {
    let mention = mentions[index]
    guard !bearers.isEmpty, mention.tokens.count == 1, mention.kind == .gazetteer,
      !mention.isAdjective,
      case .known(let entity) = mention.candidates[0].identity,
      mention.candidates[0].type == .country || mention.candidates[0].type == .place
    else { return false }
    return bearers.count(names.key(index)) > 0 && !hasOtherForm(entity, than: index)
      && !isLocative(index)
  }

  /// A person's name that only the name model takes for one, where tables have a place.
  private func isUnsupportedPerson(_ candidate: Candidate, of mention: Int) -> Bool {
    candidate.type.isPerson && mentions[mention].kind == .gazetteer
      && candidate.reasons.first?.code == "name-model" && bearers.count(names.key(mention)) == 0
  }

  /// The country or place that a mention is of: "Kenya's [Supreme Court]", "[Supreme Court] of Kenya".
  private func owner(of index: Int) -> EntityIndex? {
    let tokens = mentions[index].tokens
    if index > 0, mentions[index - 1].sentence == mentions[index].sentence {
      let gap = tokens.lowerBound - mentions[index - 1].tokens.upperBound
      let isPossessive =
        gap == 1
        && names.previous(index).map(Self.possessives.contains) == true
      if isPossessive || gap == 0 && mentions[index - 1].isAdjective {
        return place(mentions[index - 1])
      }
    }
    guard index + 1 < mentions.count,
      mentions[index + 1].tokens.lowerBound == tokens.upperBound + 1,
      names.previous(index + 1) == "of"
    else { return nil }
    return place(mentions[index + 1])
  }

  private static let possessives: Set<String> = ["'s", "’s", "'", "’"]

  private func place(_ mention: Mention) -> EntityIndex? {
    guard case .known(let entity) = mention.candidates[0].identity,
      mention.candidates[0].type == .country || mention.candidates[0].type == .place
    else { return nil }
    return entity
  }

  private func ownerEvidence(_ candidate: Candidate, owner: EntityIndex) -> Float {
    guard case .known(let index) = candidate.identity, candidate.type == .organisation,
      let container = gazetteer.entities.kind(of: index).container
    else { return 0 }
    if container == owner || gazetteer.entities.kind(of: container).container == owner {
      return 0.8
    }
    return gazetteer.entities.kind(of: container).type == .country ? -1 : 0
  }

  private func onlyWithEvidence(_ candidate: Candidate, in context: Context) -> Float {
    let isPresent = candidate.reasons.contains { reason in
      reason.code == "only-with"
        && gazetteer.index(of: reason.detail).map(context.present.contains) == true
    }
    return isPresent ? 0.8 : -1
  }

  /// "President [Biden]", and then "[Biden]" where no full name is near, in an article on two of his family:
  /// who is named without a given name is the one in office.
  private func holder(named index: Int) -> Choice {
    guard let holder = holders[names.key(index)].map({ EntityIndex($0) }) else { return .open }
    let mention = mentions[index]
    guard mention.candidates.contains(where: { $0.identity == .known(holder) }) else {
      return .open
    }
    if let date, Self.isOffice(of: holder, mention, on: date, in: gazetteer) {
      return .known(holder)
    }
    let isBare =
      mention.role == nil && !["younger", "elder"].contains(previousButTitle(of: mention))
    return isBare && !isNamedInFull(near: index) ? .known(holder) : .open
  }

  /// The word before a mention and its title: "the [younger] Mr. Biden".
  private func previousButTitle(of mention: Mention) -> String {
    let first = names.document.sentences[mention.sentence].tokens.lowerBound
    var token = mention.tokens.lowerBound - 1
    while token > first, isHonorific(token) { token -= 1 }
    return token >= first ? names.document.smallForm(of: token) : ""
  }

  private func isHonorific(_ token: Int) -> Bool {
    let word = names.document.form(of: token)
    return gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: word)).contains(.honorific)
  }

  /// Whether someone of that surname is named in full in the paragraph.
  private func isNamedInFull(near mention: Int) -> Bool {
    let surname = names.firstKey(mention)
    let paragraph = names.paragraph(mention)
    return mentions.indices.contains {
      mentions[$0].type.isPerson && names.paragraph($0) == paragraph
        && names.wordCount($0) > 1 && names.lastKey($0) == surname
    }
  }

  /// Whether the title before a name is an office that a person holds at the article's date.
  private static func isOffice(
    of person: EntityIndex, _ mention: Mention, on date: CalendarDate, in gazetteer: Gazetteer
  ) -> Bool {
    guard let title = mention.role?.inSmallLetters else { return false }
    return gazetteer.tenures(of: person).contains { role in
      role.isHeld(on: date) && role.isCalled(title)
    }
  }

  /// "Rajapaksa" where two brothers are named: whose it is, its place in the text tells (`FullNames`).
  private func isShared(_ mention: Int) -> Bool {
    mentions[mention].type.isPerson && bearers.count(names.key(mention)) > 1
  }

  /// A surname that counts behind the full name alone, without it and without an office that fits.
  private func isUnfounded(_ candidate: Candidate, of mention: Int, in context: Context) -> Bool {
    guard case .known(let person) = candidate.identity,
      candidate.reasons.contains(where: { $0.code == "needs-full-form" }),
      !context.present.contains(person)
    else { return false }
    let isTitled = mentions[mention].candidates.contains {
      $0.reasons.contains { $0.code == "title" }
    }
    return !isTitled && personEvidence(person, mention) < 0.5
  }

  /// "Gates" is not Robert Gates in an article that names Bill Gates.
  private func isSomeoneElses(_ mention: Int, than person: EntityIndex) -> Bool {
    let name = names.key(mention)
    return bearers.count(name) > 0 && !bearers.contains(person, named: name)
  }

  /// A person who holds an office at the article's date is likelier; more so when the title fits.
  private func personEvidence(_ person: EntityIndex, _ mention: Int) -> Float {
    let title = mentions[mention].role?.inSmallLetters
    var score: Float = 0
    for role in gazetteer.tenures(of: person) {
      if let date, role.isHeld(on: date) { score = max(score, 0.2) }
      if let title, role.isCalled(title) { score = max(score, 0.5) }
    }
    return score
  }

  /// A capital is a place where something is, goes or comes from, and its government elsewhere.
  private func seatEvidence(_ entity: EntityKind, of index: Int) -> Float {
    guard mentions[index].via != nil else { return 0 }
    let isPlace = entity.type == .place
    guard isLocative(index) else { return isPlace ? -0.2 : 0.4 }
    return isPlace ? 1 : -0.6
  }

  private func isLocative(_ index: Int) -> Bool {
    if names.isInDateline(index) || isInItsCountry(index) || isBeforeThing(index) { return true }
    guard let previous = names.previous(index) else { return false }
    if Self.locatives.contains(previous) { return true }
    if previous == "of", isOfBody(index) { return true }
    if previous == "and" || previous == ",", let first = partner(of: index) {
      return mentions[first].via == nil || isLocative(first)
    }
    if isReached(index) { return true }
    guard previous == "to" || previous == "from" || previous == "for" || previous == "of",
      let governor = names.governor(index)
    else { return false }
    if previous == "from" { return !Self.received.contains(governor) }
    if previous == "to", isEndOfWay(index) { return true }
    return Self.motion.contains(governor) || names.isGoverned(index, by: "fled")
      || Self.placeNouns.contains(governor)
      || gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: governor))
        .contains(.placeNoun)
  }

  /// "would leave [Port Moresby]".
  private func isReached(_ mention: Int) -> Bool {
    guard names.relation(mention) == .obj, let governor = names.governor(mention) else {
      return false
    }
    return ["leave", "reach", "tour", "flee"].contains(governor)
  }

  /// "the International Holding Company of [Abu Dhabi]".
  private func isOfBody(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].type == .organisation, !mentions[index - 1].isAdjective
    else { return false }
    return mentions[index - 1].tokens.upperBound + 1 == mentions[index].tokens.lowerBound
  }

  /// "the [London] club", "a [Paris] court": what is in a city, not what its government has.
  private func isBeforeThing(_ mention: Int) -> Bool {
    guard let syntax = names.syntax else { return false }
    let noun = mentions[mention].tokens.upperBound
    let sentence = names.document.sentences[mentions[mention].sentence].tokens
    guard noun < sentence.upperBound, [.noun, .propn].contains(syntax.tags[noun]) else {
      return false
    }
    let lemma = syntax.lemmas[noun]
    let classes = gazetteer.vocabulary.classes(of: gazetteer.vocabulary.id(of: lemma))
    return Self.localNouns.contains(lemma) || classes.contains(.placeNoun)
      || !classes.isDisjoint(with: privateBodies)
  }

  private static let localNouns: Set<String> = [
    "club", "court", "hospital", "hotel", "bureau", "police", "mayor", "governor", "resident",
    "store", "shop", "airport", "school", "prison", "fan", "crowd", "apartment", "home", "house",
    "flat", "market", "bourse", "restaurant", "marathon", "festival", "concert", "bombing",
    "attack",
    "massacre", "rally", "riot", "native", "lawyer", "prosecutor", "zoo", "metro", "subway",
  ]

  /// "from Rio de Janeiro to [Paris]".
  private func isEndOfWay(_ index: Int) -> Bool {
    guard index > 0, mentions[index - 1].sentence == mentions[index].sentence else { return false }
    return names.previous(index - 1) == "from"
      && mentions[index - 1].tokens.upperBound == mentions[index].tokens.lowerBound - 1
  }

  /// "Casablanca and [Rabat]": the name of a place that stands directly before in a list.
  private func partner(of index: Int) -> Int? {
    guard index > 0 else { return nil }
    let before = mentions[index - 1]
    guard before.sentence == mentions[index].sentence, before.candidates[0].type == .place,
      mentions[index].tokens.lowerBound == before.tokens.upperBound + 1
    else { return nil }
    return index - 1
  }

  /// "[Maputo] in Mozambique", "[Maputo], Mozambique": a government is not said to be in its country.
  private func isInItsCountry(_ index: Int) -> Bool {
    guard index + 1 < mentions.count, place(mentions[index]) != nil,
      let country = place(mentions[index + 1]), !mentions[index + 1].isAdjective,
      mentions[index + 1].tokens.lowerBound == mentions[index].tokens.upperBound + 1,
      let link = names.previous(index + 1), link == "in" || link == ","
    else { return false }
    return mentions[index].candidates.contains { candidate in
      guard case .known(let entity) = candidate.identity, candidate.type == .place else {
        return false
      }
      return gazetteer.entities.kind(of: entity).container == country
    }
  }

  private static let locatives: Set<String> = [
    "in", "at", "near", "outside", "around", "across", "inside", "through", "downtown", "central",
    "eastern", "western", "northern", "southern", "over", "into", "via",
  ]
  /// What one gets from a government.
  private static let received: Set<String> = [
    "get", "receive", "buy", "win", "obtain", "seek", "demand", "want", "expect", "secure", "hear",
    "need", "borrow", "import", "purchase", "request", "accept", "face", "draw", "gain", "steer",
    "come", "support", "pressure", "aid", "help", "statement", "threat", "criticism", "approval",
    "permission", "independence", "signal", "response", "message", "assurance", "money", "funding",
    "weapon", "arm", "reaction", "condemnation", "warning", "instruction", "autonomy", "export",
    "oil",
    "gas", "loan", "order", "backing", "protest", "rule", "control", "invitation", "reply", "word",
  ]
  private static let motion: Set<String> = [
    "travel", "fly", "go", "arrive", "return", "come", "head", "move", "trip", "flight", "journey",
    "visit", "drive", "leave", "depart", "bring", "take", "tour", "deport", "flee",
    "report", "reach", "sail", "march", "escape", "evacuate", "extradite",
  ]
  private static let placeNouns: Set<String> = [
    "city", "outskirts", "outskirt", "capital", "suburb", "street", "centre", "center", "streets",
    "north",
    "south", "east", "west", "mayor", "university", "airport", "part", "kilometre", "kilometer",
    "mile", "km", "metre", "resident", "people", "native",
  ]
}

/// Whose full names an article has, by their surnames.
private struct Bearers {
  /// Entries of the gazetteer by their indices, new persons below zero.
  private var bySurname = KeyLists()

  init(_ names: ArticleNames) {
    var isAdded = NameMemo<Bool>(names)
    for mention in names.mentions.indices where names.mentions[mention].type.isPerson {
      let keys = names.keys(mention)
      guard keys.count > 1, let surname = keys.last,
        let identity = names.mentions[mention].candidates.first?.identity
      else { continue }
      let name = names.number(mention)
      let bearer: EntityNumber =
        if case .known(let entity) = identity { .known(entity) } else { .new(name) }
      guard isAdded[name, bearer] == nil, !keys.contains(Self.of) else { continue }
      isAdded[name, bearer] = true
      let value = bearer.known.map { Int($0) } ?? -1 - name
      let alone = WordKey([surname])
      if !bySurname[alone].contains(value) { bySurname.add(value, to: alone) }
    }
  }

  private static let of = WordKey("of")

  var isEmpty: Bool { bySurname.isEmpty }

  /// How many persons have a surname.
  /// - Parameter name: the key of a name that is the surname alone.
  func count(_ name: WordKey) -> Int { bySurname.count(name) }

  func contains(_ person: EntityIndex, named name: WordKey) -> Bool {
    bySurname[name].contains(Int(person))
  }
}

extension Tenure {
  /// Whether a title, in small letters, is the role's or a part of it: "president" of "vice president".
  fileprivate func isCalled(_ title: String) -> Bool {
    title.hasSuffix(role) || role.hasSuffix(title)
  }
}
