import DocumentModel
import Gazetteers

/// Chooses among the gazetteer candidates of each mention by evidence of the whole article.
struct EntityChoice {
  let gazetteer: Gazetteer
  let text: MentionText
  let mentions: [Mention]
  private let date: CalendarDate?
  /// Whose full names end with a word, by the word.
  private let bearers: [String: Set<EntityIdentity>]
  /// The forms in which an entity stands.
  private let forms: [EntityIndex: Set<String>]

  init(gazetteer: Gazetteer, text: MentionText, mentions: [Mention]) {
    self.gazetteer = gazetteer
    self.text = text
    self.mentions = mentions
    date = text.document.date?.date
    bearers = Self.bearers(of: mentions, text: text)
    forms = Self.forms(of: mentions, text: text)
  }

  private static func bearers(of mentions: [Mention], text: MentionText)
    -> [String: Set<EntityIdentity>]
  {
    var bearers: [String: Set<EntityIdentity>] = [:]
    for mention in mentions where mention.type.isPerson {
      let words = text.words(mention)
      guard words.count > 1, !words.contains("of"),
        let identity = mention.candidates.first?.identity
      else { continue }
      bearers[words[words.count - 1], default: []].insert(identity)
    }
    return bearers
  }

  private static func forms(of mentions: [Mention], text: MentionText)
    -> [EntityIndex: Set<String>]
  {
    var forms: [EntityIndex: Set<String>] = [:]
    for mention in mentions where mention.kind == .gazetteer {
      guard case .known(let entity) = mention.candidates[0].identity else { continue }
      forms[entity, default: []].insert(text.form(mention))
    }
    return forms
  }

  /// The chosen identity of each mention; nil where evidence that the gazetteer asks for is missing.
  func identities() -> [EntityIdentity?] {
    let certain = certainEntities()
    let context = Context(present: certain, containers: containers(of: certain))
    return mentions.indices.map { choice(for: $0, in: context)?.identity }
  }

  /// What the article is known to be about before any doubtful name is looked at.
  private struct Context {
    var present: Set<EntityIndex>
    var containers: Set<EntityIndex>
  }

  /// Entities that some mention names beyond doubt: one candidate, no mark that asks for more.
  private func certainEntities() -> Set<EntityIndex> {
    var result: Set<EntityIndex> = []
    for mention in mentions {
      let strong = mention.candidates.filter { $0.score >= 0.95 }
      if strong.count == 1, case .known(let entity) = strong[0].identity { result.insert(entity) }
    }
    return result
  }

  private func containers(of entities: Set<EntityIndex>) -> Set<EntityIndex> {
    var result = entities
    for entity in entities {
      if let container = gazetteer.entities[Int(entity)].container { result.insert(container) }
    }
    return result
  }

  private func choice(for index: Int, in context: Context) -> Candidate? {
    let mention = mentions[index]
    if let bearer = bearer(of: mention) { return bearer }
    if isShared(mention) { return nil }
    let owner = owner(of: index)
    let scored = mention.candidates.map { candidate -> Candidate in
      var candidate = candidate
      candidate.score += evidence(for: candidate, of: mention, in: context)
      if let owner { candidate.score += ownerEvidence(candidate, owner: owner) }
      return candidate
    }
    let best = scored.enumerated().max {
      ($0.element.score, $1.offset) < ($1.element.score, $0.offset)
    }
    guard let best = best?.element else { return nil }
    if case .discovered = best.identity { return best }
    if best.score >= 0.8 { return best }
    return scored.first {
      if case .discovered = $0.identity { true } else { false }
    }
  }

  private func evidence(for candidate: Candidate, of mention: Mention, in context: Context) -> Float
  {
    guard case .known(let index) = candidate.identity else {
      return isUnsupportedPerson(candidate, of: mention) ? -2 : 0
    }
    let entity = gazetteer.entities[Int(index)]
    var score: Float = 0
    if context.present.contains(index) { score += 0.6 }
    if let container = entity.container, isPresent(container, in: context) { score += 0.25 }
    if candidate.reasons.contains(where: { $0.code == "only-with" }) {
      score += onlyWithEvidence(candidate, in: context)
    }
    if entity.type.isPerson {
      score += personEvidence(index, mention: mention)
      if isSomeoneElses(mention, than: index) { score -= 1 }
    }
    if entity.type == .country || entity.type == .place {
      score += seatEvidence(entity, mention: mention)
    }
    return score
  }

  /// Whether the article names a whole, something else that is part of it, or the whole it is part of.
  private func isPresent(_ whole: EntityIndex, in context: Context) -> Bool {
    context.containers.contains(whole)
      || gazetteer.entities[Int(whole)].container.map(context.containers.contains) == true
  }

  /// "Michael Jordan" before makes a person of "Jordan", unless it is where something is or the
  /// article names the country in another way too.
  private func bearer(of mention: Mention) -> Candidate? {
    guard mention.tokens.count == 1, mention.kind == .gazetteer, !mention.isAdjective,
      case .known(let entity) = mention.candidates[0].identity,
      [.country, .place].contains(mention.candidates[0].type),
      bearers[folded(text.form(mention))] != nil, (forms[entity] ?? []).count < 2,
      !isLocative(mention)
    else { return nil }
    return Candidate(
      .discovered(text.form(mention)), type: .person, score: 2, reasons: [Reason("surname")])
  }

  /// A person's name that only the name model takes for one, where tables have a place.
  private func isUnsupportedPerson(_ candidate: Candidate, of mention: Mention) -> Bool {
    candidate.type.isPerson && mention.kind == .gazetteer
      && candidate.reasons.first?.code == "name-model"
      && bearers[folded(text.form(mention))] == nil
  }

  /// The country or place that a mention is of: "Kenya's [Supreme Court]", "[Supreme Court] of Kenya".
  private func owner(of index: Int) -> EntityIndex? {
    let mention = mentions[index]
    if index > 0, mentions[index - 1].sentence == mention.sentence {
      let gap = mention.tokens.lowerBound - mentions[index - 1].tokens.upperBound
      let isPossessive = gap == 1 && ["'s", "’s", "'", "’"].contains(text.previous(mention))
      if isPossessive || gap == 0 && mentions[index - 1].isAdjective {
        return place(mentions[index - 1])
      }
    }
    guard index + 1 < mentions.count, text.previous(mentions[index + 1]) == "of",
      mentions[index + 1].tokens.lowerBound == mention.tokens.upperBound + 1
    else { return nil }
    return place(mentions[index + 1])
  }

  private func place(_ mention: Mention) -> EntityIndex? {
    guard case .known(let entity) = mention.candidates[0].identity,
      [.country, .place].contains(mention.candidates[0].type)
    else { return nil }
    return entity
  }

  private func ownerEvidence(_ candidate: Candidate, owner: EntityIndex) -> Float {
    guard case .known(let index) = candidate.identity, candidate.type == .organisation,
      let container = gazetteer.entities[Int(index)].container
    else { return 0 }
    if container == owner || gazetteer.entities[Int(container)].container == owner { return 0.8 }
    return gazetteer.entities[Int(container)].type == .country ? -1 : 0
  }

  private func onlyWithEvidence(_ candidate: Candidate, in context: Context) -> Float {
    let isPresent = candidate.reasons.contains { reason in
      reason.code == "only-with"
        && gazetteer.index(of: reason.detail).map(context.present.contains) == true
    }
    return isPresent ? 0.8 : -1
  }

  /// "Rajapaksa" where two brothers are named: whose it is, its place in the text tells (`FullNames`).
  private func isShared(_ mention: Mention) -> Bool {
    let words = text.words(mention)
    guard mention.type.isPerson, words.count == 1 else { return false }
    return (bearers[words[0]]?.count ?? 0) > 1
  }

  /// "Gates" is not Robert Gates in an article that names Bill Gates.
  private func isSomeoneElses(_ mention: Mention, than person: EntityIndex) -> Bool {
    let words = text.words(mention)
    guard words.count == 1, let others = bearers[words[0]] else { return false }
    return !others.contains(.known(person))
  }

  /// A person who holds an office at the article's date is likelier; more so when the title fits.
  private func personEvidence(_ person: EntityIndex, mention: Mention) -> Float {
    var score: Float = 0
    for role in gazetteer.roles(of: person) {
      if let date, role.isHeld(on: date) { score = max(score, 0.2) }
      guard let title = mention.role?.inSmallLetters else { continue }
      if title.hasSuffix(role.role) || role.role.hasSuffix(title) { score = max(score, 0.5) }
    }
    return score
  }

  /// A capital is a place where something is, goes or comes from, and its government elsewhere.
  private func seatEvidence(_ entity: GazetteerEntity, mention: Mention) -> Float {
    guard mention.via != nil else { return 0 }
    return (entity.type == .place) == isLocative(mention) ? 0.4 : -0.2
  }

  private func isLocative(_ mention: Mention) -> Bool {
    if text.isInDateline(mention) { return true }
    guard let previous = text.previous(mention) else { return false }
    if Self.locatives.contains(previous) { return true }
    guard previous == "to" || previous == "from" || previous == "for" || previous == "of",
      let governor = text.governor(mention)
    else { return false }
    return Self.motion.contains(governor) || Self.placeNouns.contains(governor)
  }

  private static let locatives: Set<String> = [
    "in", "at", "near", "outside", "around", "across", "inside", "through", "downtown", "central",
    "eastern", "western", "northern", "southern", "over", "into", "via",
  ]
  private static let motion: Set<String> = [
    "travel", "fly", "go", "arrive", "return", "come", "head", "move", "trip", "flight", "journey",
    "visit", "drive", "leave", "depart", "bring", "take", "tour", "transfer", "deport", "flee",
    "report", "reach", "sail", "march",
  ]
  private static let placeNouns: Set<String> = [
    "city", "outskirts", "capital", "suburb", "street", "centre", "center", "streets", "north",
    "south", "east", "west", "mayor", "university", "airport", "part",
  ]
}
