/// What an entity is.
public enum EntityType: String, Sendable, Codable, CaseIterable, Comparable {
  case person
  /// A person who holds or held a public office, in the text or in the gazetteer.
  case official
  case country, organisation, place
  /// A people, a movement.
  case group
  /// A named one: a summit, a war, a cup.
  case event

  public static func < (left: EntityType, right: EntityType) -> Bool {
    left.rawValue < right.rawValue
  }

  public var isPerson: Bool { self == .person || self == .official }
}

/// Which entity a mention may stand for.
public enum EntityIdentity: Hashable, Sendable {
  /// A row of the gazetteer, by index.
  case known(Int32)
  /// A name that no gazetteer has, by its resolution key: the folded full name.
  case discovered(String)
}

/// A possible reading of a mention, with the reasons for and against it.
public struct Candidate: Sendable, Equatable {
  public var identity: EntityIdentity
  public var type: EntityType
  /// Higher is likelier; comparable within one mention only.
  public var score: Float
  public var reasons: [Reason]

  public init(_ identity: EntityIdentity, type: EntityType, score: Float, reasons: [Reason] = []) {
    self.identity = identity
    self.type = type
    self.score = score
    self.reasons = reasons
  }
}

/// One piece of evidence for a decision, as a stable code and what it points at.
public struct Reason: Sendable, Hashable {
  /// `gazetteer`, `title`, `given-name`, `acronym`, `ambiguity-rule`, …
  public var code: String
  private var evidence: Evidence

  /// What `detail` says; put into words only when somebody asks, since few of all reasons are read.
  private enum Evidence: Sendable, Hashable {
    case text(String)
    case line(Int, file: String)
    case likeliest(String, margin: Float)
  }

  public init(_ code: String, _ detail: String = "") {
    self.code = code
    evidence = .text(detail)
  }

  /// The row of a table.
  public init(_ code: String, line: Int, of file: String) {
    self.code = code
    evidence = .line(line, file: file)
  }

  /// What a model holds for the likeliest, and by how much (nats).
  public init(_ code: String, likeliest: String, margin: Float) {
    self.code = code
    evidence = .likeliest(likeliest, margin: margin)
  }

  /// The gazetteer file and line, the rule or the words that speak for it.
  public var detail: String {
    switch evidence {
    case .text(let text): text
    case .line(let line, let file): "\(file):\(line)"
    case .likeliest(let label, let margin): "\(label), margin \((margin * 10).rounded() / 10)"
    }
  }
}

extension Reason: Encodable {
  private enum CodingKeys: String, CodingKey { case code, detail }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(code, forKey: .code)
    try container.encode(detail, forKey: .detail)
  }
}

/// A place in the text that names or refers to an entity.
public struct Mention: Sendable, Equatable {
  /// How it was found.
  public enum Kind: String, Sendable, Codable {
    case gazetteer, title, name, acronym, apposition, pronoun, nominal
  }

  /// Indices into `Document.tokens`: the name itself, without title or determiner.
  public var tokens: Range<Int>
  /// Index into `Document.sentences`.
  public var sentence: Int
  public var kind: Kind
  public var type: EntityType
  /// Best first; never empty.
  public var candidates: [Candidate]
  /// The form it stands in when that is a country's seat or government: "Moscow" for Russia.
  public var via: String?
  /// The title or role it stands with: "foreign minister".
  public var role: String?
  /// Where that role stands, as indices into `Document.tokens`: before the name or in apposition.
  public var roleTokens: Range<Int>?
  /// An adjective of the entity ("Russian"), not its name.
  public var isAdjective: Bool

  public init(
    tokens: Range<Int>, sentence: Int, kind: Kind, type: EntityType, candidates: [Candidate],
    via: String? = nil, role: String? = nil, roleTokens: Range<Int>? = nil,
    isAdjective: Bool = false
  ) {
    self.tokens = tokens
    self.sentence = sentence
    self.kind = kind
    self.type = type
    self.candidates = candidates
    self.via = via
    self.role = role
    self.roleTokens = roleTokens
    self.isAdjective = isAdjective
  }
}

/// The mentions of one entity in one article: a coreference chain and what it resolves to.
public struct Chain: Sendable, Equatable {
  public var identity: EntityIdentity
  public var type: EntityType
  public var subtype: String?
  /// The fullest form of the name.
  public var name: String
  /// Indices into the mention layer, in text order; never empty.
  public var mentions: [Int]
  /// Titles and roles the text gives it, in order of appearance.
  public var roles: [String]
  /// Other readings that the text does not rule out, best first; empty when the choice is clear.
  public var alternatives: [Candidate]

  public init(
    identity: EntityIdentity, type: EntityType, subtype: String? = nil, name: String,
    mentions: [Int], roles: [String] = [], alternatives: [Candidate] = []
  ) {
    self.identity = identity
    self.type = type
    self.subtype = subtype
    self.name = name
    self.mentions = mentions
    self.roles = roles
    self.alternatives = alternatives
  }
}
