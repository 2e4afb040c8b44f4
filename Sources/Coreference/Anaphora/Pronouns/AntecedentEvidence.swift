import DocumentModel

/// The evidence of the pronoun model: small numbers of a few kinds, each with a weight for every
/// agreement, apart for entities and common nouns. Training and resolution share it.
struct AntecedentEvidence {
  let text: ParsedText
  let pronoun: Pronoun
  let token: Int
  let sentence: Int
  /// Whether it says something: "it said".
  let isSpeaker: Bool
  private let role: GrammaticalRole
  /// The innermost clause the pronoun stands in.
  private let clause: Int

  /// A kind of evidence.
  private enum Kind: Int, CaseIterable {
    case kind, type, sentences, rank, role, roles, clause, mentions, gender, number, words
    case definite, topic, paragraph, rankAmongSubjects, speech, partner
    case nothing, nothingRole, nothingOptions, nothingGovernor
  }

  private static let width = 64
  static let weightCount = Kind.allCases.count * Pronoun.Agreement.allCases.count * width

  init(text: ParsedText, pronoun: Pronoun, token: Int, sentence: Int, isSpeaker: Bool) {
    self.text = text
    self.pronoun = pronoun
    self.token = token
    self.sentence = sentence
    self.isSpeaker = isSpeaker
    role = GrammaticalRole(text.syntax.relations[token])
    clause = text.syntax.innermostClause(of: token)
  }

  private var syntax: SyntaxLayer { text.syntax }

  /// What speaks for and against an antecedent.
  func features(of entry: MentionHistory.Entry, in place: Place) -> PronounFeatures {
    var list = PronounFeatures()
    let isNoun = entry.noun != nil
    func add(_ kind: Kind, _ value: Int) {
      list.append(index(kind, min(31, value) + (isNoun ? 32 : 0)))
    }
    let distance = sentence - entry.sentence
    let isPossessive = role == .possessive ? 1 : 0
    add(.kind, entry.kindNumber * 2 + isPossessive)
    add(.type, place.type)
    add(.sentences, min(4, distance) * 2 + isPossessive)
    add(.rank, min(7, place.rank) * 2 + (distance == 0 ? 1 : 0))
    add(.role, entry.role.rawValue * 2 + (distance == 0 ? 1 : 0))
    add(.roles, entry.role.rawValue * GrammaticalRole.allCases.count + role.rawValue)
    add(.clause, clauseRelation(to: entry) * 4 + (entry.role == .subject ? 2 : 0) + isPossessive)
    add(.mentions, Self.bucket(place.mentions))
    add(.gender, place.gender)
    add(.number, entry.isPlural ? 1 : 0)
    if distance == 0 { add(.words, Self.bucket(token - entry.token) * 2 + isPossessive) }
    add(.definite, entry.article)
    add(.topic, (entry.isFirst ? 1 : 0) + min(2, distance) * 2)
    add(.rankAmongSubjects, entry.role == .subject ? 1 + min(3, place.subjectRank) : 0)
    add(.paragraph, min(3, place.paragraphs))
    if isPartner(entry) { add(.partner, 0) }
    add(.speech, (entry.isSpeaker ? 1 : 0) + (isSpeaker ? 2 : 0) + 4 * min(2, distance))
    return list
  }

  /// "North Korea and its provision of arms": coordinated with what the pronoun owns.
  private func isPartner(_ entry: MentionHistory.Entry) -> Bool {
    guard role == .possessive, syntax.tags[token - 1] == .cconj else { return false }
    return entry.end == token - 1
  }

  /// What speaks for a pronoun that refers to nothing the text names.
  func featuresOfNothing(options: Int) -> PronounFeatures {
    let governor = Int(syntax.heads[token])
    let isBe = governor >= 0 && syntax.tags[governor] != .verb
    var list = PronounFeatures()
    list.append(index(.nothing, 0))
    list.append(index(.nothingRole, role.rawValue))
    list.append(index(.nothingOptions, min(7, options)))
    list.append(index(.nothingGovernor, (isBe ? 1 : 0) + role.rawValue * 2))
    return list
  }

  private func index(_ kind: Kind, _ value: Int) -> Int {
    (kind.rawValue * Pronoun.Agreement.allCases.count + pronoun.agreement.rawValue) * Self.width
      + value
  }

  /// 0 in another sentence, else how the clauses of both lie to each other.
  private func clauseRelation(to entry: MentionHistory.Entry) -> Int {
    guard entry.sentence == sentence else { return 0 }
    if entry.clause == clause { return 1 }
    return syntax.stands(token, inClause: entry.clause) ? 2 : 3
  }

  /// 1, 2, 3 to 4, 5 to 8 and so on.
  private static func bucket(_ number: Int) -> Int {
    number <= 0 ? 0 : Int.bitWidth - (number - 1).leadingZeroBitCount
  }

  /// How an antecedent lies among the others and in the article.
  struct Place {
    /// How many other antecedents stand between it and the pronoun.
    var rank: Int
    /// The same, of subjects.
    var subjectRank: Int
    /// The type of the chain or noun, as a number.
    var type: Int
    /// How often the chain was mentioned.
    var mentions: Int
    /// 0 unknown, 1 known from the name, 2 from an earlier pronoun.
    var gender: Int
    var paragraphs: Int
  }
}

/// What a word is in its clause, as far as pronouns mind.
enum GrammaticalRole: Int, CaseIterable {
  case subject, object, oblique, possessive, other

  init(_ relation: DependencyRelation) {
    self =
      switch relation {
      case .nsubj, .nsubjPass, .nsubjOuter: .subject
      case .obj, .iobj: .object
      case .obl, .oblAgent, .oblUnmarked: .oblique
      case .nmodPoss: .possessive
      default: .other
      }
  }
}

extension SyntaxLayer {
  /// The head of the clause a word stands in.
  func innermostClause(of token: Int) -> Int {
    var word = token
    for _ in 0..<Self.deepest {
      if isClause(word) || heads[word] < 0 { return word }
      word = Int(heads[word])
    }
    return word
  }

  private static var deepest: Int { 40 }

  /// Whether a word stands in the clause with a head.
  func stands(_ token: Int, inClause head: Int) -> Bool {
    var word = token
    for _ in 0..<Self.deepest {
      if word == head { return isClause(word) }
      guard heads[word] >= 0 else { return false }
      word = Int(heads[word])
    }
    return false
  }

  private func isClause(_ token: Int) -> Bool {
    switch relations[token] {
    case .root, .ccomp, .advcl, .advclRelcl, .acl, .aclRelcl, .csubj, .csubjPass, .parataxis: true
    case .xcomp, .conj: tags[token] == .verb
    default: false
    }
  }
}
