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

  /// `mentions` with types for new names; names for which nothing speaks in a title-case headline
  /// or at the start of a sentence are dropped.
  func typed(_ mentions: [Mention]) -> [Mention] {
    if mentions.contains(where: \.hasReading) { return typedByModel(mentions) }
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
    words.document.form(of: mention.tokens).inSmallLetters
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
      if words.form(before) == "of", before > sentence.lowerBound,
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
    if words.form(after) == ",", let noun = words.appositionNoun(after: after, in: sentence) {
      if words.classes[noun].contains(.placeNoun) { votes.place += 2.5 }
      if words.classes[noun].contains(.orgNoun) { votes.organisation += 2 }
      if words.classes[noun].contains(.roleNoun) || words.classes[noun].contains(.titleWord) {
        votes.person += 2
      }
    }
  }

  /// ", 45 ," after a name.
  private func isAge(after token: Int, in sentence: Range<Int>) -> Bool {
    guard token + 2 < sentence.upperBound, words.form(token) == ",",
      words.shapes[token + 1] == .number, words.form(token + 2) == ",",
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
  private func typedByModel(_ mentions: [Mention]) -> [Mention] {
    var names = FormTable()
    let forms = mentions.map { names.number(of: key($0)) }
    let isRead = mentions.map(\.hasReading)
    var sums = [LabelScores](repeating: .zero, count: names.count)
    var evidence = sums
    var isOfficial = [Bool](repeating: false, count: names.count)
    var (isRunning, hasScores) = (isOfficial, isOfficial)
    let surroundings = NameSurroundings(words: words, gazetteer: gazetteer, syntax: syntax)
    for (index, mention) in mentions.enumerated() {
      let form = forms[index]
      if !words.capitalisedSentences[mention.sentence] { isRunning[form] = true }
      guard isRead[index] else { continue }
      let scores: LabelScores = scores(of: mention)
      let around = surroundings.scores(
        of: mention.tokens, inSentence: mention.sentence, model: scores)
      evidence[form] += around
      sums[form] += scores + around
      hasScores[form] = true
      if mention.type == .official { isOfficial[form] = true }
    }
    addEnumerations(of: mentions, forms, isRead, to: &sums)
    let full = mentions.indices.filter { mentions[$0].tokens.count > 1 }.map { index in
      let mention = mentions[index]
      let label =
        isRead[index]
        ? sums[forms[index]].bestName : NameLabel(mention.type, isAdjective: false)
      return (tokens: mention.tokens, label: label)
    }
    let surnames = Set(
      full.filter { $0.label == .person }.map { words.form($0.tokens.upperBound - 1) })
    let starts = Set(
      full.filter { $0.label == .organisation }.map { words.form($0.tokens.lowerBound) })
    let bodies = starts.subtracting(surnames)
    return mentions.indices.compactMap { index in
      let (mention, form) = (mentions[index], forms[index])
      guard isRead[index] else { return mention }
      if words.capitalisedSentences[mention.sentence], !isRunning[form], !isPlain(mention) {
        return nil
      }
      var scores = sums[form]
      if isFamily(mention, of: surnames) { return nil }
      if mention.tokens.count == 1, surnames.contains(words.form(mention.tokens.lowerBound)) {
        scores[NameLabel.person.rawValue] += 3
      } else if isFirm(mention, by: evidence[form]) {
        scores[NameLabel.person.rawValue] -= Self.introduced
      }
      if mention.tokens.count == 1, bodies.contains(words.form(mention.tokens.lowerBound)) {
        scores[NameLabel.organisation.rawValue] += 3
      }
      if mention.tokens.count > 1 {
        if let surname = names[words.smallForm(mention.tokens.upperBound - 1)],
          hasScores[surname],
          sums[surname].bestName == .person
        {
          // "Berhe", a person elsewhere, makes a person of "Aregawi Berhe".
          scores[NameLabel.person.rawValue] += 2
        }
        if starts.contains(words.form(mention.tokens.lowerBound)), !isPersonal(mention) {
          scores[NameLabel.organisation.rawValue] += 1
        }
      }
      return typed(mention, scores, isOfficial: isOfficial[form])
    }
  }

  /// "[Jefferies], ICICI Securities and SBI Capital": what stands in one enumeration is of one kind, as
  /// far as names of which it is known agree.
  private func addEnumerations(
    of mentions: [Mention], _ forms: [Int], _ isRead: [Bool], to sums: inout [LabelScores]
  ) {
    for list in words.document.enumerations(of: mentions) {
      let labels = list.map { sureLabel(of: mentions[$0], isRead[$0] ? sums[forms[$0]] : nil) }
      let known = Set(labels.compactMap { $0 })
      guard known.count == 1, let label = known.first else { continue }
      for (index, own) in zip(list, labels) where own == nil && isRead[index] {
        sums[forms[index]][label.rawValue] +=
          list.count > 2 ? Self.enumerated : Self.paired
      }
    }
  }

  private static let enumerated: Float = 1.5
  /// "Sodelpa and Manoa Kamikamica": "and" joins clauses too.
  private static let paired: Float = 0.7

  /// The label of a name of the tables, or of one that the model has no doubt about.
  private func sureLabel(of mention: Mention, _ scores: LabelScores?) -> NameLabel? {
    guard let scores else {
      let first = mention.candidates[0]
      return first.score >= 0.95 ? NameLabel(first.type, isAdjective: false) : nil
    }
    let best = scores.bestName
    let others = NameLabel.allCases.filter { $0 != best && $0 != .none }.map { scores[$0.rawValue] }
    return scores[best.rawValue] - (others.max() ?? 0) > Self.certainty ? best : nil
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
  private func isFamily(_ mention: Mention, of surnames: Set<String>) -> Bool {
    let token = mention.tokens.lowerBound
    guard mention.tokens.count == 1, token > 0, words.form(token - 1) == "the" else { return false }
    let form = words.form(token)
    return form.hasSuffix("s") && surnames.contains(String(form.dropLast()))
      && !surnames.contains(form)
  }

  /// "the [Pataxó] people".
  private func isPeople(_ mention: Mention) -> Bool {
    let (before, behind) = (mention.tokens.lowerBound - 1, mention.tokens.upperBound)
    guard before >= 0, behind < words.document.tokens.count, words.form(before) == "the" else {
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
  private func isPlain(_ mention: Mention) -> Bool {
    let scores = mention.candidates.map(\.score)
    guard let best = scores.max(), mention.tokens.count < 4 else { return false }
    return best - (scores.filter { $0 < best }.max() ?? best) > 3
      && NameShape(of: mention.tokens, in: words).looksLikePerson
  }

  private func typed(_ mention: Mention, _ scores: LabelScores, isOfficial: Bool) -> Mention? {
    let label = likeliest(of: mention, scores)
    if label != .organisation, mention.kind == .name, isMereRole(mention) { return nil }
    if label != .organisation, words.isNumbered(mention.tokens) { return nil }
    if mention.kind == .acronym, isModel(mention.tokens.lowerBound) { return nil }
    guard let type = label.type ?? otherType(of: mention) else { return nil }
    var result = mention
    result.type = type == .person && isOfficial ? .official : type
    if isPeople(mention) { result.type = .group }
    var first = mention.candidates[0]
    first.type = result.type
    first.score = 1
    result.candidates = [first]
    return result
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

  private func scores(of mention: Mention) -> LabelScores {
    var scores = LabelScores.zero
    for candidate in mention.candidates {
      scores[NameLabel(candidate.type, isAdjective: false).rawValue] = candidate.score
    }
    if mention.kind == .title { scores[NameLabel.person.rawValue] += 4 }
    return scores
  }

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
  /// Whether it is a new name with a reading of the name model for each label.
  fileprivate var hasReading: Bool {
    if case .discovered = candidates[0].identity, kind != .gazetteer {
      candidates[0].reasons.contains { $0.code == "name-model" }
    } else {
      false
    }
  }
}

extension LabelScores {
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

/// Numbers for the forms of an article's names.
private struct FormTable {
  private var numbers: [String: Int] = [:]

  var count: Int { numbers.count }

  mutating func number(of form: String) -> Int {
    if let number = numbers[form] { return number }
    let number = numbers.count
    numbers[form] = number
    return number
  }

  subscript(form: String) -> Int? { numbers[form] }
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
