public import DocumentModel

/// A form by which an entity is called, and what is asked of a text that uses it.
public struct Alias: Sendable, Hashable {
  public let surface: String
  public let entity: EntityIndex
  public let marks: AliasMarks
  public let origin: Origin
}

/// Whose form an alias is and what is asked of a text that uses it, without its strings.
public struct AliasTarget: Sendable, Hashable {
  public let entity: EntityIndex
  public let marks: AliasMarks
}

/// The marks in square brackets behind an alias.
public struct AliasMarks: Sendable, Hashable {
  private var flags: Flags = []
  private var other: EntityIndex = -1
  /// When the form is or was in use; empty when that is not restricted.
  public var dates: [DateRange] = []

  public init() {}

  private struct Flags: OptionSet, Hashable {
    let rawValue: UInt8
    static let exactCase = Flags(rawValue: 1)
    static let needsEvidence = Flags(rawValue: 2)
    static let afterFullForm = Flags(rawValue: 4)
    static let adjective = Flags(rawValue: 8)
    static let demonym = Flags(rawValue: 16)
    static let metonym = Flags(rawValue: 32)
  }

  private subscript(flag: Flags) -> Bool {
    get { flags.contains(flag) }
    set { if newValue { flags.insert(flag) } else { flags.remove(flag) } }
  }

  /// `=`: each letter as it is written.
  public var exactCase: Bool {
    get { self[.exactCase] }
    set { self[.exactCase] = newValue }
  }

  /// `~`: something else must speak for the entity.
  public var needsEvidence: Bool {
    get { self[.needsEvidence] }
    set { self[.needsEvidence] = newValue }
  }

  /// `+`: only behind a full form in the same text.
  public var afterFullForm: Bool {
    get { self[.afterFullForm] }
    set { self[.afterFullForm] = newValue }
  }

  /// `adj`: "Russian".
  public var adjective: Bool {
    get { self[.adjective] }
    set { self[.adjective] = newValue }
  }

  /// `dem`: "Russians".
  public var demonym: Bool {
    get { self[.demonym] }
    set { self[.demonym] = newValue }
  }

  /// `met`: a place or seat that stands for the entity.
  public var metonym: Bool {
    get { self[.metonym] }
    set { self[.metonym] = newValue }
  }

  /// `@ID`: only where that entity appears too.
  public var onlyWith: EntityIndex? {
    get { other < 0 ? nil : other }
    set { other = newValue ?? -1 }
  }

  /// Whether the form was in use on `date`, as far as the dates say.
  public func isValid(on date: CalendarDate) -> Bool {
    dates.isEmpty || dates.contains { $0.contains(date) }
  }
}

extension AliasMarks {
  init(from fields: inout FieldReader) {
    flags = Flags(rawValue: UInt8(truncatingIfNeeded: fields.number()))
    other = fields.index()
    dates = (0..<fields.count()).map { _ in
      DateRange(from: fields.date(), to: fields.date())
    }
  }

  func write(to pack: inout PackWriter) {
    pack.add(UInt32(flags.rawValue))
    pack.add(other)
    pack.add(dates.count)
    for range in dates {
      pack.add(range.from)
      pack.add(range.to)
    }
  }
}

/// From a date to a date, each end included or open.
public struct DateRange: Sendable, Hashable {
  public let from: CalendarDate?
  public let to: CalendarDate?

  public init(from: CalendarDate?, to: CalendarDate?) {
    self.from = from
    self.to = to
  }

  /// Whether `date` can lie in it; a date known to the year may be any day of that year.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, from.firstDay > date.lastDay { return false }
    if let to, to.lastDay < date.firstDay { return false }
    return true
  }
}
