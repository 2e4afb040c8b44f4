extension GraphGold {
  /// One entity of the world that the article names.
  public struct Entity: Sendable, Codable, Equatable {
    /// Names the entity in this file's relations.
    public var id: String
    public var type: EntityKind
    /// The fullest proper name.
    public var name: String
    /// Every form the text uses: parts, abbreviations, titled forms, demonyms, metonyms.
    public var surface: [String]
    public var roles: [String]
    /// Further right answers to `type`.
    public var acceptType: [EntityKind]
    /// Neither rewarded nor punished, nor any edge that touches it.
    public var isOptional: Bool

    public init(
      id: String, type: EntityKind, name: String, surface: [String] = [], roles: [String] = [],
      acceptType: [EntityKind] = [], isOptional: Bool = false
    ) {
      self.id = id
      self.type = type
      self.name = name
      self.surface = surface
      self.roles = roles
      self.acceptType = acceptType
      self.isOptional = isOptional
    }

    enum CodingKeys: String, CodingKey {
      case id, type, name, surface, roles
      case acceptType = "accept_type"
      case isOptional = "optional"
    }

    public init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      id = try fields.decode(String.self, forKey: .id)
      type = try fields.decode(EntityKind.self, forKey: .type)
      name = try fields.decode(String.self, forKey: .name)
      surface = try fields.value(forKey: .surface, default: [])
      roles = try fields.value(forKey: .roles, default: [])
      acceptType = try fields.value(forKey: .acceptType, default: [])
      isOptional = try fields.value(forKey: .isOptional, default: false)
    }
  }

  /// What an annotator can call an entity. Officials are persons here: an office is a relation.
  public enum EntityKind: String, Sendable, CaseIterable {
    case person, country, organisation, place, group, event, other
  }
}

extension GraphGold.EntityKind: NamedChoice {}
