/// What a careful reader would draw from one article: entities, and relations among them.
///
/// The JSON form has these names in snake case. Only `doc`, `entities` and `relations`, an entity's
/// `id`, `type` and `name`, and a relation's `source`, `target`, `lemma` and `category` are
/// required; what is left out is empty or false.
public struct GraphGold: Sendable, Codable, Equatable {
  /// Names the article; by custom the name of the file without its extension.
  public var doc: String
  /// Where the text comes from.
  public var source: String
  public var licence: String
  public var entities: [Entity]
  public var relations: [Relation]

  public init(
    doc: String, source: String = "", licence: String = "", entities: [Entity] = [],
    relations: [Relation] = []
  ) {
    self.doc = doc
    self.source = source
    self.licence = licence
    self.entities = entities
    self.relations = relations
  }

  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    doc = try fields.decode(String.self, forKey: .doc)
    source = try fields.value(forKey: .source, default: "")
    licence = try fields.value(forKey: .licence, default: "")
    entities = try fields.decode([Entity].self, forKey: .entities)
    relations = try fields.decode([Relation].self, forKey: .relations)
  }
}

extension KeyedDecodingContainer {
  /// The value of `key`, or `fallback` when there is none.
  func value<Value: Decodable>(forKey key: Key, default fallback: Value) throws -> Value {
    try decodeIfPresent(Value.self, forKey: key) ?? fallback
  }
}
