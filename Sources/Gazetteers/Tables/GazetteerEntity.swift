public import DocumentModel

/// A row of an entity table: a country, a person, a body, a place.
public struct GazetteerEntity: Sendable, Hashable {
  /// The row's id, or one made of its name.
  public let id: String
  public let type: EntityType
  public let subtype: String?
  public let name: String
  /// The entity it belongs to or lies in (column `in`).
  public let container: EntityIndex?
  /// Identifiers elsewhere by scheme: `iso`, `wd`, `geonames`.
  public let ids: [String: String]
  public let note: String?
  /// The cells of columns that the table format does not know.
  public let attributes: [String: String]
  /// Where it was first defined.
  public let origin: Origin
}

/// What decides most about an entity, without its strings.
public struct EntityKind: Sendable, Hashable {
  public let type: EntityType
  /// The entity it belongs to or lies in.
  public let container: EntityIndex?
}

/// Where a row stands.
public struct Origin: Sendable, Hashable {
  /// Relative to the gazetteer folder it was loaded from, `/`-separated.
  public let file: String
  /// From 1.
  public let line: Int
}
