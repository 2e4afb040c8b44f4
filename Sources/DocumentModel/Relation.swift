/// What is said to be between two entities of one article, once: an act, or a standing tie.
public struct Relation: Sendable, Codable, Hashable {
  /// Index into the article's entities (chains).
  public var source: Int
  /// Index into the article's entities (chains); never equal to `source`.
  public var target: Int
  public var predicate: Predicate
  public var stance: Stance
  /// What was given, said or done: "artillery shells".
  public var theme: String?
  /// Through whom or what an entity acts: "the Kremlin", "South Korean officials".
  public var via: String?
  public var date: RelationDate?
  public var grade: Grade
  public var evidence: Evidence

  public init(
    source: Int, target: Int, predicate: Predicate, stance: Stance = Stance(),
    theme: String? = nil, via: String? = nil, date: RelationDate? = nil, grade: Grade,
    evidence: Evidence
  ) {
    self.source = source
    self.target = target
    self.predicate = predicate
    self.stance = stance
    self.theme = theme
    self.via = via
    self.date = date
    self.grade = grade
    self.evidence = evidence
  }

  /// How the relation was found, best first.
  public enum Grade: String, Sendable, Codable, Comparable, CaseIterable {
    /// A pattern of the lexicon with both parties named in the clause.
    case a = "A"
    /// Through coreference, control, another noun or a list.
    case b = "B"
    /// An unknown verb or a doubtful tree.
    case c = "C"

    public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }
  }
}

/// The verb, event noun or tie of a relation and what the lexicon says about it.
public struct Predicate: Sendable, Codable, Hashable {
  /// The dictionary form of the trigger: "supply".
  public var lemma: String
  /// The lexicon's relation id, else the lemma.
  public var relation: String
  public var category: Category
  public var mode: String?
  /// The CAMEO code as text: "072".
  public var cameo: String?
  public var goldstein: Double?
  /// Between two alike: "met", "is allied with".
  public var isSymmetric: Bool

  public init(
    lemma: String, relation: String? = nil, category: Category, mode: String? = nil,
    cameo: String? = nil, goldstein: Double? = nil, isSymmetric: Bool = false
  ) {
    self.lemma = lemma
    self.relation = relation ?? lemma
    self.category = category
    self.mode = mode
    self.cameo = cameo
    self.goldstein = goldstein
    self.isSymmetric = isSymmetric
  }
}

/// A PLOVER event type (openeventdata/PLOVER, assigned here by hand), a standing tie, or neither.
public enum Category: String, Sendable, Codable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"
  case office, affiliation
  case partOf = "part-of"
  case location, kinship, communication, other

  /// A tie that stands, rather than something done at a time.
  public var isTie: Bool {
    switch self {
    case .office, .affiliation, .partOf, .location, .kinship: true
    default: false
    }
  }
}

/// Whether, and how, a relation is asserted, and by whom.
public struct Stance: Sendable, Codable, Hashable {
  public enum Polarity: String, Sendable, Codable, CaseIterable {
    case affirmed, negated
  }

  public enum Modality: String, Sendable, Codable, CaseIterable {
    case asserted, possible, planned, demanded, conditional, denied, hypothetical
  }

  public enum Tense: String, Sendable, Codable, CaseIterable, Comparable {
    case past, present, future

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// How far an act has come, where the text says so.
  public enum Completion: String, Sendable, Codable, CaseIterable {
    case begun, finished, repeated
  }

  public var polarity: Polarity
  public var modality: Modality
  public var tense: Tense?
  public var completion: Completion?
  /// Who says so, outermost first.
  public var attribution: [Speaker]

  public init(
    polarity: Polarity = .affirmed, modality: Modality = .asserted, tense: Tense? = nil,
    completion: Completion? = nil, attribution: [Speaker] = []
  ) {
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.completion = completion
    self.attribution = attribution
  }

  /// Whoever says something: an entity of the article, or words that name nobody in particular.
  public struct Speaker: Sendable, Codable, Hashable {
    /// Index into the article's entities (chains).
    public var entity: Int?
    public var words: String

    public init(entity: Int? = nil, words: String) {
      self.entity = entity
      self.words = words
    }
  }
}

/// When a relation holds and what that rests on.
public struct RelationDate: Sendable, Codable, Hashable {
  public enum Source: String, Sendable, Codable, CaseIterable {
    /// A date in the sentence.
    case text
    /// The article's date.
    case article
  }

  public var date: CalendarDate
  public var source: Source

  public init(_ date: CalendarDate, from source: Source) {
    self.date = date
    self.source = source
  }
}

/// Where in the article a relation stands.
public struct Evidence: Sendable, Codable, Hashable {
  /// Index of the sentence in the article.
  public var sentence: Int
  public var sentenceSpan: TextSpan
  public var trigger: TextSpan
  public var source: TextSpan
  public var target: TextSpan

  public init(
    sentence: Int, sentenceSpan: TextSpan, trigger: TextSpan, source: TextSpan, target: TextSpan
  ) {
    self.sentence = sentence
    self.sentenceSpan = sentenceSpan
    self.trigger = trigger
    self.source = source
    self.target = target
  }
}
