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
}
