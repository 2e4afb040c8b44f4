import DocumentModel

/// What the name model tells apart. The raw value is the column of its weights.
package enum NameLabel: Int, Sendable, CaseIterable {
  case person, organisation, place
  /// Demonyms, groups, events, works: names, but of none of the three.
  case other
  /// No name.
  case none

  package static let count = 5
  /// Made once: `allCases` makes an array each time.
  static let all = allCases

  /// As reasons call it.
  var name: String {
    switch self {
    case .person: "person"
    case .organisation: "organisation"
    case .place: "place"
    case .other: "other"
    case .none: "none"
    }
  }

  /// What entities of a type are labelled as in running text.
  init(_ type: EntityType, isAdjective: Bool) {
    self =
      switch type {
      case _ where isAdjective: .other
      case .person, .official: .person
      case .organisation: .organisation
      case .country, .place: .place
      case .group, .event: .other
      }
  }
}

/// Scores by `NameLabel`.
package typealias LabelScores = SIMD8<Float>
