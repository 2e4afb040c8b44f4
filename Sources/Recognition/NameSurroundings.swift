import DocumentModel
import Gazetteers

/// What the words in and around a new name say about its kind, beside the name model: "the lender
/// [Absa]", "builders including [OAS] and [Camargo Corrêa]", "[SpaceIL]", "the [Porto] defender".
struct NameSurroundings {
  let words: DocumentWords
  let gazetteer: Gazetteer
  let syntax: SyntaxLayer?

  /// What speaks for each kind, in nats.
  ///
  /// - Parameter model: what the name model says of the name.
  func scores(
    of tokens: Range<Int>, inSentence sentence: Int, model: LabelScores
  ) -> LabelScores {
    let bounds = words.document.sentences[sentence].tokens
    var scores = LabelScores.zero
    if isBodyByForm(tokens) { scores[NameLabel.organisation.rawValue] += 2 }
    scores[NameLabel.organisation.rawValue] += weightOfEnding(tokens)
    scores[NameLabel.organisation.rawValue] +=
      weightOfNoun(before: tokens.lowerBound, from: bounds.lowerBound)
    let firm = FirmContext(words: words).weight(of: tokens, in: bounds)
    scores[NameLabel.organisation.rawValue] += firm
    if isHeldByPerson(tokens.lowerBound, from: bounds.lowerBound) {
      scores[NameLabel.person.rawValue] -= 2
    }
    if isEndOfWay(tokens.lowerBound, from: bounds.lowerBound) {
      scores[NameLabel.place.rawValue] += 2
    }
    if let label = listLabel(before: tokens.lowerBound, from: bounds.lowerBound) {
      scores[label.rawValue] += 3
    }
    if let label = labelOfHolder(before: tokens.lowerBound, from: bounds.lowerBound) {
      scores[label.rawValue] += 1.5
    }
    scores += scoresOfApposition(behind: tokens.upperBound, in: bounds)
    if firm == 0, isPlace(tokens, in: bounds) { scores[NameLabel.place.rawValue] += 1.5 }
    if words.isSport, model[NameLabel.place.rawValue] > model[NameLabel.person.rawValue],
      isClubPlace(tokens, from: bounds.lowerBound)
    {
      scores[NameLabel.organisation.rawValue] += 1.5
    }
    if words.isClub(before: tokens.upperBound, in: bounds) {
      scores[NameLabel.organisation.rawValue] += 3
    }
    return scores
  }

  /// "Yeti Airlines", "CCMA", "SpaceIL".
  private func isBodyByForm(_ tokens: Range<Int>) -> Bool {
    let last = tokens.upperBound - 1
    if tokens.count > 1 {
      if words.isBodyStart(tokens.lowerBound) || words.isClubSign(tokens.lowerBound)
        || words.isClubSign(last)
      {
        return true
      }
      if words.form(last) == "Bank" { return true }
      return words.classes[last].contains(.orgNoun) && !words.classes[last].contains(.placeNoun)
        && words.shapes[last] == .capitalised && words.classes[last].isDisjoint(with: .surname)
    }
    return words.shapes[last] == .allCaps || words.word(last).looksLikeFirm
  }

  /// "Adam Smith International", "Gatsby Africa", "Elara Capital": what only names of bodies end with.
  private func weightOfEnding(_ tokens: Range<Int>) -> Float {
    let last = tokens.upperBound - 1
    guard tokens.count > 1, words.isFirmEnding(last),
      words.classes[tokens.lowerBound].isDisjoint(with: [.commonWord, .placeNoun])
    else { return 0 }
    // "Draymond Green": what people are called too says less.
    return tokens.count > 2 || words.classes[last].isDisjoint(with: .surname) ? 3 : 1
  }

  /// "Ben Wood of [CCS Insight]": what a person is of is none.
  private func isHeldByPerson(_ start: Int, from first: Int) -> Bool {
    let name = start - 3..<start - 1
    return name.lowerBound >= first && words.sign(start - 1) == .of
      && name.allSatisfy { words.shapes[$0] == .capitalised }
      && words.classes[name.lowerBound].contains(.givenName)
      && words.classes[name.upperBound - 1].isDisjoint(with: [.orgNoun, .placeNoun, .commonWord])
  }

  /// "left Civitavecchia on Friday for [Savona]".
  private func isEndOfWay(_ start: Int, from first: Int) -> Bool {
    guard start - 1 > first, words.sign(start - 1) == .for else { return false }
    return (max(first, start - Self.longestWay)..<start - 1).contains {
      Self.departures.contains(words.form($0))
    }
  }

  private static let longestWay = 7
  private static let departures: Set<String> = [
    "left", "leave", "leaves", "leaving", "sailed", "sail", "departed", "depart", "bound", "headed",
  ]

  /// "the lender [Absa]", "its unit [Kumba]": what the noun before a name says for a body.
  private func weightOfNoun(before start: Int, from first: Int) -> Float {
    let noun = start - 1
    guard noun >= first, words.shapes[noun] == .lower, words.tags?[noun] == .noun else { return 0 }
    if words.isFirmNoun(noun) { return 2.5 }
    return words.classes[noun].contains(.orgNoun) ? 2.5 : 0
  }

  /// "the head of [Biocon]", "mayor of [Providencia]": what one heads or lives in.
  private func labelOfHolder(before start: Int, from first: Int) -> NameLabel? {
    let noun = start - 2
    guard noun >= first, words.sign(start - 1) == .of else { return nil }
    if Self.heads.contains(words.form(noun)) { return .organisation }
    return Self.inhabitants.contains(words.form(noun)) || words.classes[noun].contains(.placeNoun)
      ? .place : nil
  }

  private static let heads: Set<String> = [
    "head", "chairman", "chairwoman", "boss", "founder", "co-founder", "owner", "shares",
    "shareholders",
    "employees", "customers", "subsidiary", "unit", "arm", "branch", "members", "spokesman",
    "spokeswoman", "director", "executive",
  ]
  private static let inhabitants: Set<String> = [
    "mayor", "governor", "residents", "resident", "inhabitants", "streets", "outskirts", "suburbs",
    "bishop", "archbishop", "siege", "port",
  ]

  /// "Bravus, an Adani unit": the noun that says behind a name what it is.
  private func scoresOfApposition(behind end: Int, in sentence: Range<Int>) -> LabelScores {
    var scores = LabelScores.zero
    if isOneOfFirms(behind: end, in: sentence) {
      scores[NameLabel.organisation.rawValue] += 2
    }
    guard end < sentence.upperBound, words.sign(end) == .comma,
      let noun = words.appositionNoun(after: end, in: sentence), !isSubject(noun, in: sentence)
    else { return scores }
    if words.isFirmNoun(noun) || words.classes[noun].contains(.orgNoun) {
      scores[NameLabel.organisation.rawValue] += 2
    } else if words.classes[noun].contains(.placeNoun) {
      scores[NameLabel.place.rawValue] += 2
    } else {
      scores[NameLabel.person.rawValue] += 2
    }
    return scores
  }

  /// "Changbi, one of her publishers".
  private func isOneOfFirms(behind end: Int, in sentence: Range<Int>) -> Bool {
    guard let syntax, end + 4 < sentence.upperBound, words.sign(end) == .comma,
      words.form(end + 1) == "one", words.sign(end + 2) == .of
    else { return false }
    let noun = (end + 3..<min(end + 9, sentence.upperBound)).first {
      syntax.tags[$0] == .noun && syntax.features[$0].number == .plur
    }
    guard let noun else { return false }
    let vocabulary = gazetteer.vocabulary
    let classes = vocabulary.classes(of: vocabulary.id(of: syntax.lemmas[noun].inSmallLetters))
    return !classes.isDisjoint(with: words.firmNouns) || classes.contains(.orgNoun)
  }

  /// "its spokesman, Ali Rage, the group called …": a new clause begins behind the name.
  private func isSubject(_ noun: Int, in sentence: Range<Int>) -> Bool {
    guard noun + 1 < sentence.upperBound, let tag = words.tags?[noun + 1] else { return false }
    return tag == .verb || tag == .aux
  }

  /// In an article about a sport of teams, a name that is not where something is may be a team's.
  private func isClubPlace(_ tokens: Range<Int>, from first: Int) -> Bool {
    let before = tokens.lowerBound - 1
    guard before >= first else { return true }
    return !words.classes[before].contains(.locative) && words.form(before) != "from"
  }

  /// "[Tariq ibn Ziyad] barracks", "in [Al Khor]".
  private func isPlace(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    if behind < sentence.upperBound, words.shapes[behind] == .lower, words.isFacility(behind) {
      return true
    }
    if tokens.count > 1, words.isPlaceStart(tokens.lowerBound) { return true }
    return before >= sentence.lowerBound && ["in", "near", "outside"].contains(words.form(before))
      && words.shapes[tokens.lowerBound] == .capitalised
  }

  /// "cities such as [Ghazipur] and [Ballia]": the kind of the plural noun that heads the list.
  private func listLabel(before start: Int, from first: Int) -> NameLabel? {
    guard let syntax else { return nil }
    var token = start - 1
    let low = max(first + 1, start - Self.longestList)
    while token >= low, isInList(token) { token -= 1 }
    guard token >= low, let end = opening(endingAt: token, from: low) else { return nil }
    let last = words.sign(end - 1) == .comma ? end - 2 : end - 1
    let noun = stride(from: last, through: max(first, last - Self.longestPlace), by: -1).first {
      words.shapes[$0] == .lower && syntax.tags[$0] == .noun || words.sign($0) == .comma
    }
    guard let noun, syntax.features[noun].number == .plur else { return nil }
    let vocabulary = gazetteer.vocabulary
    let classes = vocabulary.classes(of: vocabulary.id(of: syntax.lemmas[noun].inSmallLetters))
    if !classes.isDisjoint(with: words.firmNouns) || classes.contains(.orgNoun) {
      return .organisation
    }
    if classes.contains(.placeNoun) { return .place }
    return classes.isDisjoint(with: [.roleNoun, .titleWord]) ? nil : .person
  }

  private static let longestList = 30
  /// "Law firms in New York, including …"
  private static let longestPlace = 6

  private func isInList(_ token: Int) -> Bool {
    if words.shapes[token].isUpper || words.classes[token].contains(.particle) { return true }
    return switch words.sign(token) {
    case .comma, .and, .or, .hyphen, .ampersand, .the: true
    default: false
    }
  }

  /// Where "such as", "including" or "among them" begins that ends at `token`.
  private func opening(endingAt token: Int, from low: Int) -> Int? {
    switch words.form(token) {
    case "including", "like", "namely": token
    case "as" where token > low && words.form(token - 1) == "such": token - 1
    case "them" where token > low && words.form(token - 1) == "among": token - 1
    default: nil
    }
  }
}
