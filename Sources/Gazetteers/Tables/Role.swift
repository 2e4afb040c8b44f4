public import DocumentModel

/// An office or function of a person, with its dates and where that was found.
@dynamicMemberLookup
public struct Role: Sendable, Hashable {
  public let tenure: Tenure
  public let source: String?
  public let origin: Origin

  public subscript<Value>(dynamicMember path: KeyPath<Tenure, Value>) -> Value {
    tenure[keyPath: path]
  }
}

/// Who held an office or function of what, and when.
public struct Tenure: Sendable, Hashable {
  public let person: EntityIndex
  /// Lower case: "foreign minister".
  public let role: String
  /// The body or country it is held in.
  public let of: EntityIndex?
  public let from: RoleBound
  public let to: RoleBound

  /// Whether it is certain that the role was held on `date`: an unknown bound decides nothing.
  public func isHeld(on date: CalendarDate) -> Bool {
    from.allows(from: date) && to.allows(to: date)
  }
}

/// A relation between two entities that stands for a time: `capital-of`, `member-of`.
public struct Tie: Sendable, Hashable {
  public let subject: EntityIndex
  public let predicate: String
  public let object: EntityIndex
  public let from: RoleBound
  public let to: RoleBound
  public let source: String?
  public let origin: Origin

  /// Whether it is certain that the tie stood on `date`.
  public func holds(on date: CalendarDate) -> Bool {
    from.allows(from: date) && to.allows(to: date)
  }
}

/// One end of the time a role or tie lasts.
public enum RoleBound: Sendable, Hashable {
  case known(CalendarDate)
  /// An empty cell: since ever, or until now.
  case open
  /// A question mark: never used to decide.
  case unknown

  fileprivate func allows(from date: CalendarDate) -> Bool {
    switch self {
    case .known(let bound): bound.firstDay <= date.lastDay
    case .open: true
    case .unknown: false
    }
  }

  fileprivate func allows(to date: CalendarDate) -> Bool {
    switch self {
    case .known(let bound): date.firstDay <= bound.lastDay
    case .open: true
    case .unknown: false
    }
  }
}
