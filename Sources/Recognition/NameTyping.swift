import DocumentModel
import Gazetteers

/// Decides what the names are that no gazetteer has, from evidence of the whole article.
///
/// Every occurrence of a form votes for a type; the forms of one name vote together (one label a
/// name), and the last word of a person's full name is that person's.
struct NameTyping {
  let words: DocumentWords
  let gazetteer: Gazetteer
  let syntax: SyntaxLayer?

  /// The mentions of `drafts` with types for new names; names for which nothing speaks in a title-case
  /// headline or at the start of a sentence are dropped.
  func typed(_ drafts: consuming [MentionDraft]) -> [Mention] {
    if drafts.contains(where: { $0.reading != nil }) { return typedByModel(consume drafts) }
    let mentions = drafts.map(\.mention)
    var votes: [String: Votes] = [:]
    for mention in mentions where isNew(mention) {
      votes[key(mention), default: Votes()].add(self.votes(for: mention))
    }
    let surnames = surnamesOfPersons(mentions, votes: votes)
    return mentions.compactMap { mention in
      guard isNew(mention) else { return mention }
      return typed(mention, by: votes[key(mention)] ?? Votes(), surnames: surnames)
    }
  }

  private func isNew(_ mention: Mention) -> Bool {
    if case .discovered = mention.candidates[0].identity {
      mention.kind != .gazetteer
    } else {
      false
    }
  }

  private func key(_ mention: Mention) -> String {
    words.form(mention.tokens).inSmallLetters
  }

  private func typed(_ mention: Mention, by votes: Votes, surnames: Set<String>) -> Mention? {
    var votes = votes
    if mention.tokens.count == 1, surnames.contains(words.form(mention.tokens.lowerBound)) {
      votes.person += 2
    }
    guard votes.best.weight > 0 || !words.capitalisedSentences[mention.sentence] else { return nil }
    if votes.best.weight < 2, mention.kind != .acronym,
      NameShape(of: mention.tokens, in: words).isOrdinary
    {
      return nil
    }
    var result = mention
    result.type = votes.type(isOfficial: votes.isOfficial || mention.type == .official)
    result.candidates[0].type = result.type
    result.candidates[0].score = min(2, 0.5 + votes.best.weight / 2)
    return result
  }

  private func surnamesOfPersons(_ mentions: [Mention], votes: [String: Votes]) -> Set<String> {
    var surnames: Set<String> = []
    for mention in mentions where mention.tokens.count > 1 {
      let isPerson =
        isNew(mention) ? votes[key(mention)]?.best.type == .person : mention.type.isPerson
      guard isPerson else { continue }
      surnames.insert(words.form(mention.tokens.lowerBound))
      surnames.insert(words.form(mention.tokens.upperBound - 1))
    }
    return surnames
  }

  /// What one occurrence says, in rough log-odds.
  private func votes(for mention: Mention) -> Votes {
    var votes = Votes()
    let shape = NameShape(of: mention.tokens, in: words)
    if mention.kind == .title {
      votes.person += 4
      votes.isOfficial = mention.type == .official
    }
    if shape.personScore != nil { votes.person += shape.isGivenFirst ? 2 : 1 }
    if shape.looksLikePerson { votes.person += 0.7 }
    if shape.hasOrganisationHead, mention.tokens.count > 1 { votes.organisation += 4 }
    if mention.kind == .acronym { votes.organisation += 1.5 }
    if mention.tokens.count == 1 { addSingleWordVotes(mention.tokens.lowerBound, to: &votes) }
    addNeighbourVotes(mention, to: &votes)
    addSyntaxVotes(mention, to: &votes)
    return votes
  }

  private func addSingleWordVotes(_ token: Int, to votes: inout Votes) {
    let classes = words.classes[token]
    if classes.contains(.givenName) { votes.person += 0.8 }
    if classes.contains(.surname) { votes.person += 0.5 }
  }

  private func addNeighbourVotes(_ mention: Mention, to votes: inout Votes) {
    let sentence = words.document.sentences[mention.sentence].tokens
    let before = mention.tokens.lowerBound - 1
    let after = mention.tokens.upperBound
    if before >= sentence.lowerBound {
      let classes = words.classes[before]
      if classes.contains(.locative) { votes.place += 1.5 }
      if words.smallForm(before) == "the" {
        votes.organisation += 1
        votes.person -= 1.5
      }
      if words.sign(before) == .of, before > sentence.lowerBound,
        words.classes[before - 1].contains(.placeNoun)
      {
        votes.place += 3
      }
    }
    guard after < sentence.upperBound else { return }
    if words.shapes[after] == .lower {
      if words.classes[after].contains(.placeNoun) { votes.place += 2 }
      if words.classes[after].contains(.orgNoun) { votes.organisation += 1 }
    }
    if isAge(after: after, in: sentence) { votes.person += 4 }
    if words.sign(after) == .comma, let noun = words.appositionNoun(after: after, in: sentence) {
      if words.classes[noun].contains(.placeNoun) { votes.place += 2.5 }
      if words.classes[noun].contains(.orgNoun) { votes.organisation += 2 }
      if words.classes[noun].contains(.roleNoun) || words.classes[noun].contains(.titleWord) {
        votes.person += 2
      }
    }
  }

  /// ", 45 ," after a name.
  private func isAge(after token: Int, in sentence: Range<Int>) -> Bool {
    guard token + 2 < sentence.upperBound, words.sign(token) == .comma,
      words.shapes[token + 1] == .number, words.sign(token + 2) == .comma,
      let age = Int(words.form(token + 1))
    else { return false }
    return (1...110).contains(age)
  }

  /// Who speaks or feels is a person, more often than not.
  private func addSyntaxVotes(_ mention: Mention, to votes: inout Votes) {
    guard let syntax else { return }
    guard
      let head = mention.tokens.first(where: { !mention.tokens.contains(Int(syntax.heads[$0])) }),
      syntax.relations[head] == .nsubj, syntax.heads[head] >= 0
    else { return }
    let verb = Int(syntax.heads[head])
    if words.classes[verb].contains(.speechVerb), mention.kind != .acronym { votes.person += 1 }
  }
}

// MARK: By the name model

extension NameTyping {
  /// One label a name: the scores of all places where a form stands are added up, and what an article
  /// says of a person's full name goes for the surname.
  private func typedByModel(_ read: consuming [MentionDraft]) -> [Mention] {
    var drafts = consume read
    var numbers = NameNumbers(words: words, names: drafts.count)
    let names = drafts.map { numbers.number(of: $0.mention.tokens) }
    var found = findings(on: drafts, names, count: numbers.count)
    addEnumerations(of: drafts, names, to: &found)
    var parts = NameParts(of: drafts, words: words) { index in
      drafts[index].reading == nil ? nil : found[names[index]].sum.bestName
    }
    var mentions: [Mention] = []
    mentions.reserveCapacity(drafts.count)
    for index in drafts.indices {
      if drafts[index].reading != nil {
        let word = numbers.number(ofWord: drafts[index].mention.tokens.upperBound - 1)
        let scores = scores(
          of: drafts[index].mention, found[names[index]], lastWord: word.map { found[$0] }, parts)
        guard let type = type(of: drafts[index], scores, found[names[index]], &parts) else {
          continue
        }
        drafts[index].mention.settle(on: type)
      }
      mentions.append(drafts[index].mention)
    }
    return mentions
  }

  /// What speaks for each kind of a name, with what its article says of its words, in nats.
  private func scores(
    of mention: Mention, _ own: Finding, lastWord: Finding?, _ parts: NameParts
  ) -> LabelScores {
    var scores = own.sum
    let first = mention.tokens.lowerBound
    guard mention.tokens.count == 1 else {
      if let lastWord, lastWord.isRead, lastWord.sum.bestName == .person {
        // "Berhe", a person elsewhere, makes a person of "Aregawi Berhe".
        scores[NameLabel.person.rawValue] += 2
      }
      if parts.beginsBody(first), !isPersonal(mention) {
        scores[NameLabel.organisation.rawValue] += 1
      }
      return scores
    }
    if parts.isSurname(first) {
      scores[NameLabel.person.rawValue] += 3
    } else if isFirm(mention, by: own.surroundings) {
      scores[NameLabel.person.rawValue] -= Self.introduced
    }
    if parts.beginsBody(first), !parts.isSurname(first) {
      scores[NameLabel.organisation.rawValue] += 3
    }
    return scores
  }

  /// What the places of a name say of it together.
  private struct Finding {
    /// Of the model and of the surroundings, in nats.
    var sum = LabelScores.zero
    var surroundings = LabelScores.zero
    /// Whether the model read it anywhere.
    var isRead = false
    var isOfficial = false
    /// Whether it stands where capitals mean something.
    var isRunning = false
  }

  /// - Parameters:
  ///   - names: the number of each draft's name.
  ///   - count: how many numbers there are.
  /// - Returns: what is found, by name.
  private func findings(on drafts: [MentionDraft], _ names: [Int], count: Int) -> [Finding] {
    var found = [Finding](repeating: Finding(), count: count)
    let surroundings = NameSurroundings(words: words, gazetteer: gazetteer, syntax: syntax)
    for (draft, name) in zip(drafts, names) {
      if !words.capitalisedSentences[draft.mention.sentence] { found[name].isRunning = true }
      guard let reading = draft.reading else { continue }
      let around = surroundings.scores(
        of: draft.mention.tokens, inSentence: draft.mention.sentence, model: reading.scores)
      found[name].surroundings += around
      found[name].sum += reading.scores + around
      found[name].isRead = true
      if draft.mention.type == .official { found[name].isOfficial = true }
    }
    return found
  }

  /// "[Jefferies], ICICI Securities and SBI Capital": what stands in one enumeration is of one kind, as
  /// far as names of which it is known agree.
  private func addEnumerations(
    of drafts: [MentionDraft], _ names: [Int], to found: inout [Finding]
  ) {
    for list in words.enumerations(of: drafts) {
      let labels = list.map { index in
        drafts[index].reading == nil
          ? sureLabel(of: drafts[index].mention) : sureLabel(by: found[names[index]].sum)
      }
      let known = Set(labels.compactMap { $0 })
      guard known.count == 1, let label = known.first else { continue }
      for (index, own) in zip(list, labels) where own == nil && drafts[index].reading != nil {
        found[names[index]].sum[label.rawValue] += list.count > 2 ? Self.enumerated : Self.paired
      }
    }
  }

  private static let enumerated: Float = 1.5
  /// "Sodelpa and Manoa Kamikamica": "and" joins clauses too.
  private static let paired: Float = 0.7

  /// The label of a name of the tables.
  private func sureLabel(of mention: Mention) -> NameLabel? {
    let first = mention.candidates[0]
    return first.score >= 0.95 ? NameLabel(first.type, isAdjective: false) : nil
  }

  /// The label of a name that the model has no doubt about.
  private func sureLabel(by scores: LabelScores) -> NameLabel? {
    let best = scores.bestName
    var others = scores.ofNames
    others[best.rawValue] = -.infinity
    return scores[best.rawValue] - others.max() > Self.certainty ? best : nil
  }

  private static let certainty: Float = 4

  /// A single word for which its surroundings say that it is a body's: people are introduced with their
  /// full names.
  private func isFirm(_ mention: Mention, by evidence: LabelScores) -> Bool {
    let body = evidence[NameLabel.organisation.rawValue]
    return mention.tokens.count == 1 && mention.kind == .name && body > 1
      && body > evidence[NameLabel.person.rawValue]
  }

  private static let introduced: Float = 5

  /// "the Dowlers": several people, none of whom it names.
  private func isFamily(_ mention: Mention, _ parts: inout NameParts) -> Bool {
    let token = mention.tokens.lowerBound
    guard mention.tokens.count == 1, token > 0, words.sign(token - 1) == .the,
      words.form(token).hasSuffix("s"), !parts.isSurname(token)
    else { return false }
    return parts.surnameForms.contains(String(words.form(token).dropLast()))
  }

  /// "the [Pataxó] people".
  private func isPeople(_ mention: Mention) -> Bool {
    let (before, behind) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
    guard before >= 0, behind < words.document.tokens.count, words.sign(before) == .the else {
      return false
    }
    return Self.peoples.contains(words.form(behind))
  }

  private static let peoples: Set<String> = ["people", "tribe", "tribes", "tribesmen", "clan"]

  private func isPersonal(_ mention: Mention) -> Bool {
    words.classes[mention.tokens.lowerBound].contains(.givenName)
      && NameShape(of: mention.tokens, in: words).looksLikePerson
  }

  /// A name in a headline of capitals that the body does not repeat must be beyond doubt.
  private func isPlain(_ mention: Mention, _ reading: NameReading) -> Bool {
    var scores = reading.scores.ofNames
    let best = scores.max()
    scores.replace(with: -.infinity, where: scores .== best)
    return mention.tokens.count < 4 && best - scores.max() > 3
      && NameShape(of: mention.tokens, in: words).looksLikePerson
  }

  /// The type of a new name; nil for what is none.
  private func type(
    of draft: MentionDraft, _ scores: LabelScores, _ own: Finding, _ parts: inout NameParts
  ) -> EntityType? {
    let mention = draft.mention
    if words.capitalisedSentences[mention.sentence], !own.isRunning,
      let reading = draft.reading, !isPlain(mention, reading)
    {
      return nil
    }
    if isFamily(mention, &parts) { return nil }
    let label = likeliest(of: mention, scores)
    if label != .organisation, mention.kind == .name, isMereRole(mention) { return nil }
    if label != .organisation, words.isNumbered(mention.tokens) { return nil }
    if mention.kind == .acronym, isModel(mention.tokens.lowerBound) { return nil }
    guard let type = label.type ?? otherType(of: mention) else { return nil }
    if isPeople(mention) { return .group }
    return type == .person && own.isOfficial ? .official : type
  }

  /// "A330", "AF447": the number of an aircraft or a flight.
  private func isModel(_ token: Int) -> Bool {
    words.form(token).utf8.count { (0x30...0x39).contains($0) } > 2
  }

  /// A name of which the model only guesses that it is neither a person's nor a body's nor a place's is
  /// taken for one of the latter.
  private func likeliest(of mention: Mention, _ scores: LabelScores) -> NameLabel {
    let label = scores.bestName
    guard label == .other, otherType(of: mention) == nil else { return label }
    var rest = scores
    rest[NameLabel.other.rawValue] = -.infinity
    let next = rest.bestName
    let isGuess = scores[label.rawValue] - scores[next.rawValue] < Self.guess
    return isGuess && next != .person && !words.capitalisedSentences[mention.sentence]
      ? next : label
  }

  private static let guess: Float = 1.2

  /// "the Speaker", "Secretary of State": an office, no name.
  private func isMereRole(_ mention: Mention) -> Bool {
    mention.tokens.allSatisfy {
      words.classes[$0].contains(.titleWord) || words.classes[$0].contains(.roleNoun)
        || words.classes[$0].contains(.functionWord)
    } && words.classes[mention.tokens.lowerBound].isDisjoint(with: [.givenName])
  }

  /// Named events are nodes; works, laws and products are none.
  private func otherType(of mention: Mention) -> EntityType? {
    let last = mention.tokens.upperBound - 1
    return words.classes[last].contains(.eventNoun) && mention.tokens.count > 1 ? .event : nil
  }
}

extension Mention {
  /// Keeps the first candidate alone, as one of a type.
  fileprivate mutating func settle(on type: EntityType) {
    self.type = type
    candidates.removeLast(candidates.count - 1)
    candidates[0].type = type
    candidates[0].score = 1
  }
}

extension LabelScores {
  /// Without what is no name's.
  fileprivate var ofNames: LabelScores {
    var scores = self
    for column in NameLabel.none.rawValue..<scalarCount { scores[column] = -.infinity }
    return scores
  }

  /// The likeliest label that is a name.
  fileprivate var bestName: NameLabel {
    var best = NameLabel.person
    for label in [NameLabel.organisation, .place, .other]
    where self[label.rawValue] > self[best.rawValue] {
      best = label
    }
    return best
  }
}

/// The words that full names of persons end with and names of bodies begin with.
private struct NameParts {
  private let words: DocumentWords
  /// The last words of persons' names.
  private var surnames = KeyTable()
  private var starts = KeyTable()
  /// Where persons' names end.
  private var ends: [Int] = []
  /// The last words of persons' names as they are written; few articles ask.
  private(set) lazy var surnameForms = Set(ends.map(words.form))

  /// - Parameter label: that of a draft the model read, by index.
  init(of drafts: [MentionDraft], words: DocumentWords, label: (Int) -> NameLabel?) {
    self.words = words
    for index in drafts.indices where drafts[index].mention.tokens.count > 1 {
      let tokens = drafts[index].mention.tokens
      switch label(index) ?? NameLabel(drafts[index].mention.type, isAdjective: false) {
      case .person:
        surnames[words.word(tokens.upperBound - 1).written] = 0
        ends.append(tokens.upperBound - 1)
      case .organisation: starts[words.word(tokens.lowerBound).written] = 0
      default: break
      }
    }
  }

  func isSurname(_ token: Int) -> Bool { surnames.contains(words.word(token).written) }

  func beginsBody(_ token: Int) -> Bool { starts.contains(words.word(token).written) }
}

/// Evidence for the type of a name.
struct Votes {
  var person: Float = 0
  var organisation: Float = 0
  var place: Float = 0
  var isOfficial = false

  mutating func add(_ other: Votes) {
    person += other.person
    organisation += other.organisation
    place += other.place
    isOfficial = isOfficial || other.isOfficial
  }

  /// The type most votes are for.
  var best: (type: EntityType, weight: Float) {
    if person > 0, person >= organisation, person >= place { return (.person, person) }
    if place > organisation { return (.place, place) }
    return (.organisation, organisation)
  }

  func type(isOfficial: Bool) -> EntityType {
    best.type == .person && isOfficial ? .official : best.type
  }
}
