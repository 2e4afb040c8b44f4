import DocumentModel

extension EntityType {
  /// As a class name: `Person`.
  var className: StaticString {
    switch self {
    case .person: "Person"
    case .official: "Official"
    case .country: "Country"
    case .organisation: "Organisation"
    case .place: "Place"
    case .group: "Group"
    case .event: "Event"
    }
  }

  /// As GraphML's label extension has it: `:Person`.
  var typeLabel: StaticString {
    switch self {
    case .person: ":Person"
    case .official: ":Official"
    case .country: ":Country"
    case .organisation: ":Organisation"
    case .place: ":Place"
    case .group: ":Group"
    case .event: ":Event"
    }
  }
  /// As labels of a node in Neo4j's tables; whole literals, which cost no allocation a row.
  var neo4jLabels: String {
    switch self {
    case .person: "Entity;Person"
    case .official: "Entity;Official"
    case .country: "Entity;Country"
    case .organisation: "Entity;Organisation"
    case .place: "Entity;Place"
    case .group: "Entity;Group"
    case .event: "Entity;Event"
    }
  }
}
