public import DocumentModel

/// The four classes into which event data divides what actors do to one another: word or deed,
/// cooperation or conflict.
public enum QuadClass: Int, Sendable, Codable, CaseIterable {
  case verbalCooperation = 1
  case materialCooperation = 2
  case verbalConflict = 3
  case materialConflict = 4
}

extension Category {
  /// Nil for standing ties, communication and what has no event type.
  public var quadClass: QuadClass? {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    case .office, .affiliation, .partOf, .location, .kinship, .communication, .other: nil
    }
  }
}
