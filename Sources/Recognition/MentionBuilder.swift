import DocumentModel
import Gazetteers

/// A mention before its type is certain.
struct MentionDraft {
  var mention: Mention
  /// What the name model makes of a new name; nil for entries of the gazetteer.
  var reading: NameReading?
}

/// Makes mentions of the segments of name runs.
///
/// A class, since as a value its many tables would be retained at every call.
final class MentionBuilder {
  let gazetteer: Gazetteer
  let words: DocumentWords
  let matches: [PhraseMatch]
  let titles: TitleIndex
  /// Entities that the article names beyond doubt, and what they are part of.
  let present: Set<EntityIndex>
  /// Aliases that the article uses as only names of firms and clubs are used.
  let supported: Set<Int32>
  private let facts = ArticleFacts()
  private let workspace: RecognitionWorkspace

  init(
    gazetteer: Gazetteer, words: DocumentWords, matches: [PhraseMatch], titles: TitleIndex,
    present: Set<EntityIndex>, supported: Set<Int32>, workspace: RecognitionWorkspace
  ) {
    self.gazetteer = gazetteer
    self.words = words
    self.matches = matches
    self.titles = titles
    self.present = present
    self.supported = supported
    self.workspace = workspace
  }

  /// Adds the mentions of a run, whose segments these are, to `drafts`.
  func add(_ segments: [NameSegment], of run: NameRun, to drafts: inout [MentionDraft]) {
    for (index, segment) in segments.enumerated() {
      guard let draft = draft(of: segment, in: run) else { continue }
      let role = draft.mention.isAdjective ? nil : role(before: index, of: segments, in: run)
      drafts.append(role.map { titled(draft, role: $0) } ?? draft)
    }
  }

  private func draft(of segment: NameSegment, in run: NameRun) -> MentionDraft? {
    switch segment.kind {
    case .gap, .title: nil
    case .gazetteer(let index): known(matches[index], reading: segment.reading, in: run)
    case .person:
      MentionDraft(
        mention: new(segment.tokens, type: .person, reason: Reason("given-name"), in: run))
    case .organisation:
      MentionDraft(
        mention: new(
          segment.tokens, type: .organisation, reason: Reason("organisation-noun"), in: run))
    case .unknown: new(segment.tokens, reading: segment.reading, in: run)
    }
  }

  private func known(_ match: PhraseMatch, reading: NameReading?, in run: NameRun) -> MentionDraft?
  {
    if words.isNumbered(match.tokens), isShortForm(match) { return nil }
    var candidates: [Candidate] = []
    var via: String?
    var isAdjective = false
    for index in match.aliases {
      let form = workspace.known.form(index, in: gazetteer)
      guard !candidates.contains(where: { $0.identity == .known(form.entity) }) else { continue }
      candidates.append(supported.contains(index) ? form.supportedCandidate : form.candidate)
      if form.marks.metonym, via == nil { via = words.form(match.tokens) }
      if form.marks.adjective { isAdjective = true }
    }
    if let reading { addOther(than: match, reading, to: &candidates) }
    addClub(of: match, in: run, to: &candidates)
    apply(rulesFor: match, in: run, to: &candidates)
    if let reading { addUnknown(match, reading, to: &candidates) }
    candidates.sort { ($1.score, key($0)) < ($0.score, key($1)) }
    guard let first = candidates.first else {
      // No name of the gazetteer: perhaps a new one, which typing decides.
      guard (reading?.margin ?? 0) > 1 || words.isProper(match.tokens.lowerBound) || isBody(match),
        words.shapes[match.tokens.lowerBound].isUpper
      else {
        return nil
      }
      return new(match.tokens, reading: reading, in: run)
    }
    return MentionDraft(
      mention: Mention(
        tokens: match.tokens, sentence: run.sentence, kind: .gazetteer, type: first.type,
        candidates: candidates, via: via, isAdjective: isAdjective))
  }

  /// "National Guard".
  private func isBody(_ match: PhraseMatch) -> Bool {
    match.tokens.count > 1 && words.classes[match.tokens.upperBound - 1].contains(.orgNoun)
  }

  /// Whether the form only counts behind a fuller one.
  private func isShortForm(_ match: PhraseMatch) -> Bool {
    match.aliases.allSatisfy { gazetteer.aliases.target(of: $0).marks.afterFullForm }
  }

  /// Orders candidates of equal score by the order of the gazetteer.
  private func key(_ candidate: Candidate) -> Int32 {
    if case .known(let index) = candidate.identity { index } else { .max }
  }

  /// The first ambiguity rule whose context fits raises its outcome above all others; a default gives
  /// way to what the article says of firms.
  private func apply(
    rulesFor match: PhraseMatch, in run: NameRun, to candidates: inout [Candidate]
  ) {
    let rules = workspace.known.rules(for: match, in: words, gazetteer: gazetteer)
    guard !rules.isEmpty else { return }
    let context = RuleContext(
      words: words, tokens: match.tokens,
      sentence: words.document.sentences[run.sentence].tokens, present: present, facts: facts)
    guard let place = rules.indices.first(where: { context.fits(rules[$0].conditions) }),
      !(rules[place].isDefault && match.aliases.contains(where: supported.contains))
    else { return }
    let rule = rules[place]
    switch rule.outcome {
    case .entity(let entity):
      guard let index = candidates.firstIndex(where: { $0.identity == .known(entity) }) else {
        return
      }
      candidates[index].score += rule.isDefault ? 0.5 : 2
      candidates[index].reasons.append(Reason("ambiguity-rule", rule.text))
    case .person:
      let key = EntityIdentity.discovered(words.form(match.tokens))
      candidates.append(
        Candidate(key, type: .person, score: 3, reasons: [Reason("ambiguity-rule", rule.text)]))
    case .none:
      candidates = []
    }
  }

  /// A reading that no entry of the gazetteer has: "Jordan" as a person.
  private func addOther(
    than match: PhraseMatch, _ reading: NameReading, to candidates: inout [Candidate]
  ) {
    guard let type = reading.label.type,
      !candidates.contains(where: { NameLabel($0.type, isAdjective: false) == reading.label }),
      reading.label == .person, reading.margin > 1, match.tokens.count == 1,
      !match.aliases.contains(where: { gazetteer.aliases.target(of: $0).marks.demonym })
    else { return }
    candidates.append(
      Candidate(
        .discovered(words.form(match.tokens)), type: type,
        score: 1 + reading.margin / 3, reasons: [reading.reason]))
  }

  /// "the [Porto] defender": the club of a city.
  private func addClub(
    of match: PhraseMatch, in run: NameRun, to candidates: inout [Candidate]
  ) {
    let sentence = words.document.sentences[run.sentence].tokens
    guard candidates.allSatisfy({ $0.type == .place && !isArea($0) }),
      words.isClub(before: match.tokens.upperBound, in: sentence)
        || words.isSport && isTeam(match.tokens, in: sentence)
    else { return }
    candidates.append(
      Candidate(
        .discovered(words.form(match.tokens)), type: .organisation, score: 3,
        reasons: [Reason("club")]))
  }

  /// "Europe", "Bavaria": no town that has a club.
  private func isArea(_ candidate: Candidate) -> Bool {
    guard case .known(let entity) = candidate.identity else { return true }
    return !["city", "capital", "town"].contains(gazetteer.entities.subtype(of: entity) ?? "")
  }

  /// Whether a town's name is that of its club in an article about sport: what it acts on, whom it
  /// plays against, who it is of, not where something is.
  private func isTeam(_ tokens: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    if behind < sentence.upperBound, words.sign(behind) == .comma { return false }
    guard before >= sentence.lowerBound else { return words.tags?[tokens.lowerBound] == .propn }
    return ["of", "for", "against", "with", "by", "to", "at", "beat", "over", "joined"]
      .contains(words.form(before))
  }

  /// What remains when nothing speaks for any of the entries: a body or place of that name.
  private func addUnknown(
    _ match: PhraseMatch, _ reading: NameReading, to candidates: inout [Candidate]
  ) {
    guard reading.label == .organisation || reading.label == .place, reading.margin > 1,
      let type = reading.label.type, !candidates.isEmpty,
      candidates.allSatisfy({ $0.score < 0.9 || $0.isGeneric })
    else { return }
    candidates.append(
      Candidate(
        .discovered(words.form(match.tokens)), type: type, score: 0,
        reasons: [reading.reason]))
  }

  private func new(_ tokens: Range<Int>, reading: NameReading?, in run: NameRun) -> MentionDraft {
    guard let reading else {
      return MentionDraft(mention: new(tokens, type: nil, reason: Reason("capitals"), in: run))
    }
    return MentionDraft(
      mention: new(tokens, type: reading.label.type ?? .event, reason: reading.reason, in: run),
      reading: reading)
  }

  private func new(_ tokens: Range<Int>, type: EntityType?, reason: Reason, in run: NameRun)
    -> Mention
  {
    let name = words.form(tokens)
    let isAcronym = tokens.count == 1 && words.shapes[tokens.lowerBound] == .allCaps
    return Mention(
      tokens: tokens, sentence: run.sentence, kind: isAcronym ? .acronym : .name,
      type: type ?? .organisation,
      candidates: [
        Candidate(
          .discovered(name), type: type ?? .organisation, score: type == nil ? 0.5 : 1,
          reasons: [reason])
      ])
  }

  /// The titles that stand directly before a segment, in the run or in small letters before it.
  private func role(before index: Int, of segments: [NameSegment], in run: NameRun) -> Role? {
    var role: Role?
    var position = index - 1
    while position >= 0, case .title(let title) = segments[position].kind {
      let tokens = segments[position].tokens.lowerBound..<segments[index].tokens.lowerBound
      role = Role(title: title, tokens: tokens, text: words.form(tokens))
      position -= 1
    }
    if role == nil, position < 0 {
      role = lowerCaseTitle(before: segments[index].tokens.lowerBound, in: run)
    }
    return role
  }

  /// "president Vladimir Putin", "spokesman Abdul Rahman".
  private func lowerCaseTitle(before token: Int, in run: NameRun) -> Role? {
    let first = words.document.sentences[run.sentence].tokens.lowerBound
    for start in stride(from: max(first, token - 4), to: token, by: 1)
    where words.classes[start].contains(.titleWord) {
      if let match = titles.match(at: start, before: token, in: words),
        match.tokens.upperBound == token
      {
        return Role(
          title: match.title, tokens: match.tokens, text: words.form(match.tokens))
      }
    }
    guard token > first, words.classes[token - 1].contains(.roleNoun),
      !words.isFirmNoun(token - 1),
      words.shapes[token - 1] == .lower || token - 1 == first,
      words.tags.map({ $0[token - 1] == .noun }) ?? true
    else { return nil }
    return Role(title: nil, tokens: token - 1..<token, text: words.form(token - 1))
  }

  private struct Role {
    /// Nil for a role noun that is no title.
    var title: Int?
    var tokens: Range<Int>
    var text: String
  }

  /// A title before a name makes a person of it: an official when the title is an office.
  private func titled(_ draft: MentionDraft, role: Role) -> MentionDraft {
    var draft = draft
    draft.mention = titled(draft.mention, role: role)
    if draft.mention.kind == .title { draft.reading?.addTitle() }
    return draft
  }

  private func titled(_ mention: Mention, role: Role) -> Mention {
    let title = role.title.map { gazetteer.titles[$0] }
    var result = mention
    let reason = Reason("title", role.text)
    let type: EntityType = title.map { $0.isOffice } == true ? .official : .person
    if mention.type == .event, mention.tokens.count == 1, isBeforeNoun(mention) { return mention }
    if case .known = mention.candidates[0].identity {
      guard !mention.type.isPerson else {
        result.candidates[0].reasons.append(reason)
        return with(role, in: result)
      }
      // "President Chad Smith" is cut right already; "Prime Minister Jordan" may be a person.
      guard mention.tokens.count == 1, mention.via == nil, title != nil,
        !isBeforeNoun(mention),
        words.classes[mention.tokens.lowerBound].contains(.surname)
          || words.classes[mention.tokens.lowerBound].contains(.givenName)
      else { return mention }
      let name = words.form(mention.tokens)
      result.candidates.insert(
        Candidate(.discovered(name), type: type, score: 2, reasons: [reason]), at: 0)
    } else {
      result.candidates[0].type = type
      result.candidates[0].score += 1
      result.candidates[0].reasons.append(reason)
    }
    if mention.kind == .name || mention.kind == .acronym { result.kind = .title }
    result.type = type
    return with(role, in: result)
  }

  /// "deputy [Asia] director": the title goes on behind the name.
  private func isBeforeNoun(_ mention: Mention) -> Bool {
    let end = mention.tokens.upperBound
    return end < words.document.sentences[mention.sentence].tokens.upperBound
      && words.shapes[end] == .lower && words.tags?[end] == .noun
  }

  /// Honorifics are no roles.
  private func with(_ role: Role, in mention: Mention) -> Mention {
    guard role.title.map({ gazetteer.titles[$0].isHonorific }) != true else { return mention }
    var result = mention
    result.role = role.text
    result.roleTokens = role.tokens
    return result
  }
}

extension Candidate {
  /// Whether others have that name too.
  fileprivate var isGeneric: Bool { reasons.contains { $0.code == "needs-evidence" } }
}

extension NameLabel {
  /// The type of new names with the label; nil for those of no one type.
  var type: EntityType? {
    switch self {
    case .person: .person
    case .organisation: .organisation
    case .place: .place
    case .other, .none: nil
    }
  }
}

extension NameReading {
  fileprivate var reason: Reason {
    Reason("name-model", likeliest: label.name, margin: margin)
  }

  /// A title before a name speaks for a person; what the model took it for instead counts no more.
  fileprivate mutating func addTitle() {
    if label == .person { scores[label.rawValue] += 1 } else { scores[label.rawValue] = 0 }
    scores[NameLabel.person.rawValue] += 4
  }
}
