public import DocumentModel

/// What one article says: its entities, the relations among them, and the sentences that show it.
///
/// Article graphs form a set keyed by article id; the graph of many articles is a function of that
/// set alone.
public struct ArticleGraph: Sendable, Codable, Equatable {
  public var article: ArticleRecord
  public var entities: [ArticleEntity]
  /// `source`, `target` and speakers are indices into `entities`.
  public var relations: [Relation]
  /// The text of every sentence that a relation cites, by sentence index.
  public var sentences: [Int: String]
  public var diagnostics: [Diagnostic]
  /// What tells copies of the text; nil when it is too short to tell.
  public var sketch: TextSketch?

  public init(
    article: ArticleRecord, entities: [ArticleEntity] = [], relations: [Relation] = [],
    sentences: [Int: String] = [:], diagnostics: [Diagnostic] = [], sketch: TextSketch? = nil
  ) {
    self.article = article
    self.entities = entities
    self.relations = relations
    self.sentences = sentences
    self.diagnostics = diagnostics
    self.sketch = sketch
  }
}

/// An article without its text.
public struct ArticleRecord: Sendable, Codable, Hashable, Identifiable {
  public var id: String
  /// A stable hash of the decoded text: offsets are only good for a text with this hash.
  public var contentHash: String
  public var title: String?
  public var date: DatedFact?
  public var source: String?
  public var url: String?
  public var attributes: [String: String]

  public init(
    id: String, contentHash: String, title: String? = nil, date: DatedFact? = nil,
    source: String? = nil, url: String? = nil, attributes: [String: String] = [:]
  ) {
    self.id = id
    self.contentHash = contentHash
    self.title = title
    self.date = date
    self.source = source
    self.url = url
    self.attributes = attributes
  }
}

/// An entity as one article shows it.
public struct ArticleEntity: Sendable, Codable, Hashable {
  /// The gazetteer's id; nil for a discovered one.
  public var gazetteerID: String?
  /// What a discovered entity is merged by: its type and folded full name.
  public var resolutionKey: String
  public var name: String
  public var type: EntityType
  public var subtype: String?
  /// The forms seen in the article, in order of appearance, without repetition.
  public var aliases: [String]
  public var roles: [String]
  /// Identifiers elsewhere: `wd` → `Q884`, `iso` → `KR`.
  public var ids: [String: String]
  /// Further columns of the gazetteer by their names.
  public var attributes: [String: String]
  /// How it was recognised: kinds of mentions, in order of appearance.
  public var foundBy: [String]
  /// Other readings the text does not rule out: ids or names, best first.
  public var candidates: [String]
  public var mentions: Int

  public init(
    gazetteerID: String? = nil, resolutionKey: String, name: String, type: EntityType,
    subtype: String? = nil, aliases: [String] = [], roles: [String] = [],
    ids: [String: String] = [:], attributes: [String: String] = [:], foundBy: [String] = [],
    candidates: [String] = [], mentions: Int
  ) {
    self.gazetteerID = gazetteerID
    self.resolutionKey = resolutionKey
    self.name = name
    self.type = type
    self.subtype = subtype
    self.aliases = aliases
    self.roles = roles
    self.ids = ids
    self.attributes = attributes
    self.foundBy = foundBy
    self.candidates = candidates
    self.mentions = mentions
  }
}
