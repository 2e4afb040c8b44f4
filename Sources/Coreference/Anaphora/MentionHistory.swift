import DocumentModel
import Gazetteers

/// What was mentioned so far, as pronouns see it.
struct MentionHistory {
  struct Entry {
    let token: Int
    /// Where its words end.
    var end: Int
    let sentence: Int
    /// The head of its clause.
    let clause: Int
    let role: GrammaticalRole
    var kind: Mention.Kind?
    var isAdjective = false
    var isPlural = false
    /// Whether it is a coordination: "Seoul and Washington".
    var isSeveral = false
    /// Whether it is the subject of a verb of speech.
    let isSpeaker: Bool
    /// Whether it is the first of its sentence.
    let isFirst: Bool
    /// 0 none, 1 "the", 2 "a", 3 another.
    var article = 0
    /// What a common noun may be referred to by; nil for entities.
    var noun: CommonNoun?
  }

  private let text: ParsedText
  private let gender: PersonGender
  private let vocabulary: Vocabulary
  private var entries: [Entry] = []
  /// By entry: one chain, those of a coordination, or none for a common noun.
  private var chains: [[Int]] = []
  /// By chain.
  private var facts: [ChainFacts] = []
  private var currentSentence = 0

  /// What is known of a chain so far.
  private struct ChainFacts {
    var mentions = 0
    /// The gender that earlier pronouns gave it.
    var pronounGender: Bool?
    /// The gender that its name gives it, looked up once.
    var nameGender: Bool?
  }

  /// How many sentences back a pronoun looks.
  static let window = 3
  private static let longestCoordination = 12
  /// Further back in a crowded text nothing is looked at.
  private static let mostOptions = 40

  init(_ text: ParsedText, gazetteer: Gazetteer) {
    self.text = text
    gender = PersonGender(gazetteer: gazetteer)
    vocabulary = gazetteer.vocabulary
  }

  private var document: Document { text.document }

  private var syntax: SyntaxLayer { text.syntax }

  mutating func record(_ index: Int, in layer: EntityLayer) {
    let sentence = layer.mentions[index].sentence
    let kind = layer.mentions[index].kind
    let tokens = layer.mentions[index].tokens
    let named = layer.chainsOfMention[index]
    guard !named.isEmpty else { return }
    while facts.count < layer.chains.count { facts.append(ChainFacts()) }
    let head = head(of: tokens)
    if let leader = coordinationLeader(of: head), kind != .pronoun,
      let last = entries.indices.last(where: {
        entries[$0].token == leader && entries[$0].sentence == sentence
      })
    {
      if chains[last].count < Self.longestCoordination {
        chains[last] += named.filter { !chains[last].contains($0) }
        entries[last].isSeveral = chains[last].count > 1
      }
    }
    if kind == .pronoun, let pronoun = Pronoun(document.smallForm(of: tokens.lowerBound)),
      let isMasculine = pronoun.isMasculine
    {
      for chain in named { facts[chain].pronounGender = isMasculine }
    }
    for chain in named {
      if facts[chain].mentions == 0 {
        facts[chain].nameGender = gender.isMasculine(layer.chains[chain])
      }
      facts[chain].mentions += 1
    }
    var entry = entry(at: head)
    entry.kind = kind
    entry.end = tokens.upperBound
    entry.isAdjective = layer.mentions[index].isAdjective
    entry.isSeveral = named.count > 1
    entries.append(entry)
    chains.append(named)
  }

  /// Records a common noun that names no entity, so that pronouns which are about it find none.
  mutating func record(_ noun: CommonNoun, at token: Int) {
    var entry = entry(at: token)
    entry.noun = noun
    entries.append(entry)
    chains.append([])
  }

  private func entry(at token: Int) -> Entry {
    Entry(
      token: token, end: token + 1, sentence: currentSentence,
      clause: syntax.innermostClause(of: token),
      role: role(of: token), isPlural: syntax.features[token].number == .plur,
      isSpeaker: isSpeaker(token),
      isFirst: entries.isEmpty || entries[entries.count - 1].sentence != currentSentence,
      article: article(of: token))
  }

  /// Turns to a sentence and forgets what stands too far behind it.
  mutating func begin(_ sentence: Int) {
    currentSentence = sentence
    let oldest = sentence - 1 - Self.window
    let kept = entries.indices.first { entries[$0].sentence >= oldest } ?? entries.count
    guard kept > 0 else { return }
    entries.removeFirst(kept)
    chains.removeFirst(kept)
  }

  /// Chains named within the last sentences that satisfy a test, the latest first.
  func recent(where fits: (Int) -> Bool) -> [Int] {
    var seen: Set<Int> = []
    return entries.indices.reversed().flatMap { entries[$0].isAdjective ? [] : chains[$0] }
      .filter { fits($0) && seen.insert($0).inserted }
  }

  /// The last of them.
  func latest(where fits: (Int) -> Bool) -> Int? {
    for index in entries.indices.reversed() where !entries[index].isAdjective {
      if let chain = chains[index].first(where: fits) { return chain }
    }
    return nil
  }

  /// The chain that the text speaks of, of those that satisfy a test: in the latest sentence that names
  /// one the first subject, else the only one. An argument of the verb of `token` is another entity.
  /// - Parameter sentences: how far back it may stand.
  func salient(besides token: Int, within sentences: Int, where fits: (Int) -> Bool) -> Int? {
    var (subject, only, areSeveral): (Int?, Int?, Bool) = (nil, nil, false)
    var latest: Int?
    for index in entries.indices.reversed() {
      let sentence = entries[index].sentence
      if currentSentence - sentence > sentences || latest.map({ $0 != sentence }) == true { break }
      guard chains[index].count == 1, !isCoargument(entries[index].token, of: token) else {
        continue
      }
      let chain = chains[index][0]
      guard fits(chain) else { continue }
      latest = sentence
      if entries[index].role == .subject { subject = chain }
      if let only, only != chain { areSeveral = true }
      only = chain
    }
    return subject ?? (areSeveral ? nil : only)
  }

  /// What the pronoun at `token` may refer to.
  func options(
    for pronoun: Pronoun, at token: Int, sentence: Int, layer: EntityLayer
  ) -> PronounCase {
    let evidence = AntecedentEvidence(
      text: text, pronoun: pronoun, token: token, sentence: sentence,
      isSpeaker: isSpeaker(token))
    let controllers = pronoun.isReflexive ? [] : controllers(of: token)
    var options: [PronounCase.Option] = []
    options.reserveCapacity(min(entries.count, Self.mostOptions) + 1)
    var ranks = AntecedentRanks()
    for index in entries.indices.suffix(Self.mostOptions).reversed() {
      guard sentence - entries[index].sentence <= Self.window,
        let chains = antecedents(in: index, of: pronoun, layer: layer),
        pronoun.isReflexive || !isCoargument(entries[index].token, of: token),
        entries[index].role != .subject
          || !controllers.contains(Int(syntax.heads[entries[index].token]))
      else { continue }
      let place = AntecedentEvidence.Place(
        rank: ranks.rank, subjectRank: ranks.subjectRank, type: type(of: chains, in: layer),
        mentions: chains.first.map { facts[$0].mentions } ?? 0,
        gender: chains.first.map(knowledgeOfGender) ?? 0,
        paragraphs: paragraph(of: sentence) - paragraph(of: entries[index].sentence))
      options.append(
        .init(
          chains: chains, token: entries[index].token,
          features: evidence.features(of: entries[index], in: place)))
      ranks.count(options, isSubject: entries[index].role == .subject)
    }
    let count = options.count
    options.append(
      .init(chains: [], token: nil, features: evidence.featuresOfNothing(options: count)))
    return PronounCase(token: token, options: options, agreement: pronoun.agreement)
  }

  private func paragraph(of sentence: Int) -> Int { document.sentences[sentence].paragraph }

  private func type(of chains: [Int], in layer: EntityLayer) -> Int {
    guard let chain = chains.first else { return 0 }
    let type = layer.chains[chain].type.number
    return chains.count > 1 ? 8 + type : 1 + type
  }

  private func knowledgeOfGender(of chain: Int) -> Int {
    if facts[chain].pronounGender != nil { return 2 }
    return facts[chain].nameGender == nil ? 0 : 1
  }

  /// The chains of an entry that agrees with a pronoun, none for a common noun; nil when it does not.
  private func antecedents(in entry: Int, of pronoun: Pronoun, layer: EntityLayer) -> [Int]? {
    if let noun = entries[entry].noun { return noun.agrees(with: pronoun) ? [] : nil }
    guard let chain = chains[entry].first else { return nil }
    let (isOne, type) = (!entries[entry].isSeveral, layer.chains[chain].type)
    switch pronoun.agreement {
    case .person:
      guard type.isPerson,
        agrees(facts[chain].pronounGender ?? facts[chain].nameGender, with: pronoun)
      else { return nil }
      return isOne ? chains[entry] : [chain]
    case .thing:
      guard isOne, !entries[entry].isAdjective, !type.isPerson else { return nil }
    case .plural:
      guard !entries[entry].isAdjective,
        !isOne || entries[entry].isPlural || type == .group || type == .organisation
      else { return nil }
    }
    return chains[entry]
  }

  private func agrees(_ isMasculine: Bool?, with pronoun: Pronoun) -> Bool {
    isMasculine == nil || isMasculine == pronoun.isMasculine
  }

  /// Two arguments of one verb do not corefer unless one is a reflexive pronoun.
  private func isCoargument(_ other: Int, of token: Int) -> Bool {
    let head = syntax.heads[token]
    return head >= 0 && syntax.relations[token] != .nmodPoss && syntax.heads[other] == head
  }

  /// "phoned Netanyahu to reassure him": the verbs whose subject acts on an object too, since the
  /// object's own verb has none.
  private func controllers(of object: Int) -> [Int] {
    guard [.obj, .iobj, .obl].contains(syntax.relations[object]) else { return [] }
    var verbs: [Int] = []
    var verb = Int(syntax.heads[object])
    for _ in 0..<4 {
      guard verb >= 0, [.xcomp, .advcl, .conj].contains(syntax.relations[verb]),
        !(max(0, verb - 12)..<verb).contains(where: {
          syntax.heads[$0] == Int32(verb) && GrammaticalRole(syntax.relations[$0]) == .subject
        })
      else { break }
      verb = Int(syntax.heads[verb])
      verbs.append(verb)
    }
    return verbs
  }

  private func role(of token: Int) -> GrammaticalRole {
    guard syntax.relations[token] == .conj, syntax.heads[token] >= 0 else {
      return GrammaticalRole(syntax.relations[token])
    }
    return GrammaticalRole(syntax.relations[Int(syntax.heads[token])])
  }

  private func isSpeaker(_ token: Int) -> Bool {
    guard role(of: token) == .subject, syntax.heads[token] >= 0 else { return false }
    let verb = syntax.lemmas[Int(syntax.heads[token])]
    return vocabulary.classes(of: vocabulary.id(of: verb)).contains(.speechVerb)
  }

  private func article(of token: Int) -> Int {
    for child in stride(from: token - 1, through: max(0, token - 5), by: -1)
    where syntax.heads[child] == Int32(token) && syntax.relations[child] == .det {
      switch syntax.lemmas[child] {
      case "the": return 1
      case "a", "an": return 2
      default: return 3
      }
    }
    return 0
  }

  private func coordinationLeader(of token: Int) -> Int? {
    syntax.relations[token] == .conj && syntax.heads[token] >= 0 ? Int(syntax.heads[token]) : nil
  }

  private func head(of tokens: Range<Int>) -> Int {
    tokens.first { !tokens.contains(Int(syntax.heads[$0])) } ?? tokens.lowerBound
  }
}

extension EntityType {
  /// As the pronoun model counts types.
  var number: Int {
    switch self {
    case .person: 0
    case .official: 1
    case .country: 2
    case .organisation: 3
    case .place: 4
    case .group: 5
    case .event: 6
    }
  }
}

extension MentionHistory.Entry {
  /// How it was mentioned, as a number.
  var kindNumber: Int {
    switch kind {
    case nil: 0
    case .pronoun: 1
    case .nominal: 2
    case .gazetteer, .title, .name, .acronym, .apposition: isSeveral ? 4 : 3
    }
  }
}

/// How many antecedents were looked at, and how many of them were subjects. Those of one entity count
/// once, while a common noun is always another one than those before.
private struct AntecedentRanks {
  private(set) var rank = 0
  private(set) var subjectRank = 0
  /// Whether each option was a subject.
  private var isSubject: UInt64 = 0

  /// Counts the last of some options, at most 64.
  mutating func count(_ options: [PronounCase.Option], isSubject isSubjectNow: Bool) {
    let last = options.count - 1
    let chains = options[last].chains
    var (isNew, isNewSubject) = (true, true)
    if !chains.isEmpty {
      for before in 0..<last where options[before].chains == chains {
        isNew = false
        if isSubject >> UInt64(before) & 1 == 1 { isNewSubject = false }
      }
    }
    if isNew { rank += 1 }
    guard isSubjectNow else { return }
    isSubject |= 1 << UInt64(last)
    if isNewSubject { subjectRank += 1 }
  }
}
