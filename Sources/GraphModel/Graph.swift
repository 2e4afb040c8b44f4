public import DocumentModel

/// The graph of a set of articles: a directed multigraph in canonical order.
///
/// Invariants: node ids and edge ids are unique and well-formed (`NodeID`), nodes are sorted by id,
/// edges by source, target, relation, polarity and modality; both ends of an edge are nodes and
/// differ; every edge has evidence.
public struct Graph: Sendable, Codable, Equatable {
  public var nodes: [Node]
  public var edges: [Edge]
  /// The articles that the evidence cites, sorted by id.
  public var articles: [ArticleRecord]

  public init(nodes: [Node] = [], edges: [Edge] = [], articles: [ArticleRecord] = []) {
    self.nodes = nodes
    self.edges = edges
    self.articles = articles
  }
}

/// An entity of the graph.
public struct Node: Sendable, Codable, Equatable, Identifiable {
  /// The gazetteer's id, or `x-<slug>-<hash>` for a discovered entity.
  public var id: String
  public var label: String
  public var type: EntityType
  public var subtype: String?
  /// The forms seen in the articles, sorted by bytes.
  public var aliases: [String]
  public var roles: [String]
  /// Identifiers elsewhere, by scheme (`wd`, `iso`, …).
  public var ids: [String: String]
  /// Further columns of the gazetteer by their names.
  public var attributes: [String: String]
  public var iso3: String?
  public var qid: String?
  /// Ids it had before it was adopted into a gazetteer.
  public var formerIDs: [String]
  public var foundBy: [String]
  public var candidates: [String]
  public var firstSeen: CalendarDate?
  public var lastSeen: CalendarDate?
  public var mentions: Int
  /// In how many articles it is named.
  public var articles: Int

  public init(
    id: String, label: String, type: EntityType, subtype: String? = nil, aliases: [String] = [],
    roles: [String] = [], ids: [String: String] = [:], attributes: [String: String] = [:],
    iso3: String? = nil,
    qid: String? = nil,
    formerIDs: [String] = [], foundBy: [String] = [], candidates: [String] = [],
    firstSeen: CalendarDate? = nil, lastSeen: CalendarDate? = nil, mentions: Int = 0,
    articles: Int = 0
  ) {
    self.id = id
    self.label = label
    self.type = type
    self.subtype = subtype
    self.aliases = aliases
    self.roles = roles
    self.ids = ids
    self.attributes = attributes
    self.iso3 = iso3
    self.qid = qid
    self.formerIDs = formerIDs
    self.foundBy = foundBy
    self.candidates = candidates
    self.firstSeen = firstSeen
    self.lastSeen = lastSeen
    self.mentions = mentions
    self.articles = articles
  }
}

/// Relations with the same source, target, relation, polarity and modality, added up.
public struct Edge: Sendable, Codable, Equatable {
  /// `e-` and 13 or more base-32 characters of a hash of the key.
  public var id: String
  /// The id of the node that acts.
  public var source: String
  /// The id of the node acted on.
  public var target: String
  /// Its `isSymmetric` says that the direction means nothing.
  public var predicate: Predicate
  public var polarity: Stance.Polarity
  public var modality: Stance.Modality
  public var tense: Stance.Tense?
  /// Names of those who say so, when all evidence is attributed; empty otherwise.
  public var attribution: [String]
  /// Who says so, and in how many pieces of evidence, most first.
  public var speakers: [SpeakerCount]
  public var via: [String]
  public var themes: [String]
  /// The best grade of its evidence.
  public var grade: Relation.Grade
  /// The number of independent articles; above zero.
  public var weight: Double
  /// The number of pieces of evidence.
  public var count: Int
  public var firstDate: CalendarDate?
  public var lastDate: CalendarDate?
  public var dateSource: RelationDate.Source?
  /// Sorted by article, sentence and trigger; never empty.
  public var evidence: [EdgeEvidence]

  public init(
    id: String, source: String, target: String, predicate: Predicate,
    polarity: Stance.Polarity = .affirmed, modality: Stance.Modality = .asserted,
    tense: Stance.Tense? = nil, attribution: [String] = [], speakers: [SpeakerCount] = [],
    via: [String] = [], themes: [String] = [], grade: Relation.Grade = .a, weight: Double = 1,
    count: Int = 1, firstDate: CalendarDate? = nil, lastDate: CalendarDate? = nil,
    dateSource: RelationDate.Source? = nil, evidence: [EdgeEvidence] = []
  ) {
    self.id = id
    self.source = source
    self.target = target
    self.predicate = predicate
    self.polarity = polarity
    self.modality = modality
    self.tense = tense
    self.attribution = attribution
    self.speakers = speakers
    self.via = via
    self.themes = themes
    self.grade = grade
    self.weight = weight
    self.count = count
    self.firstDate = firstDate
    self.lastDate = lastDate
    self.dateSource = dateSource
    self.evidence = evidence
  }

  /// The relation as words with its stance, for readers that look at nothing else:
  /// `supply`, `denied: supply`, `not: supply`, `planned, not: support`.
  public var label: String { prefixed(predicate.lemma) }

  /// The relation id with its stance: what tells parallel edges between two nodes apart.
  public var kind: String { prefixed(predicate.relation) }

  /// Empty when affirmed and asserted.
  public var stancePrefix: String {
    switch (modality, polarity) {
    case (.asserted, .affirmed): ""
    case (.asserted, .negated): "not: "
    case (_, .affirmed): modality.rawValue + ": "
    case (_, .negated): modality.rawValue + ", not: "
    }
  }

  private func prefixed(_ name: String) -> String {
    let prefix = stancePrefix
    return prefix.isEmpty ? name : prefix + name
  }
}

/// How often one speaker stands behind an edge.
public struct SpeakerCount: Sendable, Codable, Hashable {
  public var name: String
  public var count: Int

  public init(name: String, count: Int) {
    self.name = name
    self.count = count
  }
}

/// One place in one article that shows an edge, and what it adds to it.
public struct EdgeEvidence: Sendable, Codable, Hashable {
  /// The article's id.
  public var article: String
  public var date: CalendarDate?
  /// What the date rests on.
  public var dateSource: RelationDate.Source?
  /// The sentence, white space folded.
  public var quote: String
  public var spans: Evidence
  public var grade: Relation.Grade
  public var tense: Stance.Tense?
  /// Names of those who say so here, outermost first.
  public var speakers: [String]
  public var via: String?
  public var theme: String?

  public init(
    article: String, date: CalendarDate?, dateSource: RelationDate.Source? = nil, quote: String,
    spans: Evidence, grade: Relation.Grade, tense: Stance.Tense? = nil, speakers: [String] = [],
    via: String? = nil, theme: String? = nil
  ) {
    self.article = article
    self.date = date
    self.dateSource = dateSource
    self.quote = quote
    self.spans = spans
    self.grade = grade
    self.tense = tense
    self.speakers = speakers
    self.via = via
    self.theme = theme
  }
}
