public import DocumentModel

/// The three kinds of names that annotations agree on; whatever else they label is no name here.
public enum NameKind: String, Sendable, Codable, CaseIterable {
  case person, organisation, place

  /// The kind that an annotation scheme calls `label`; nil for demonyms, events, works and the rest.
  public init?(label: String) {
    guard let kind = Self.labels[label.lowercased()] else { return nil }
    self = kind
  }

  /// What annotations call entities of `type`, when it is a name and no adjective of it.
  public init?(_ type: EntityType) {
    switch type {
    case .person, .official: self = .person
    case .country, .place: self = .place
    case .organisation: self = .organisation
    case .group, .event: return nil
    }
  }

  private static let labels: [String: NameKind] = [
    "per": .person, "person": .person, "politician": .person,
    "org": .organisation, "organisation": .organisation, "organization": .organisation,
    "politicalparty": .organisation,
    "loc": .place, "gpe": .place, "location": .place, "country": .place, "place": .place,
  ]
}
