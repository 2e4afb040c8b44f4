public import DocumentModel

/// A stretch of the calendar that counts are added up by.
public enum Period: String, Sendable, CaseIterable {
  case day, week, month, quarter, year

  /// The first day of the period that `date` falls into; nil when the date is not known that
  /// precisely.
  public func start(of date: CalendarDate) -> CalendarDate? {
    switch self {
    case .day: return date.day == nil ? nil : date
    case .week: return date.weekday.map { date.adding(days: -$0) }
    case .month: return date.month.flatMap { CalendarDate(year: date.year, month: $0, day: 1) }
    case .quarter:
      return date.month.flatMap {
        CalendarDate(year: date.year, month: ($0 - 1) / 3 * 3 + 1, day: 1)
      }
    case .year: return CalendarDate(year: date.year, month: 1, day: 1)
    }
  }

  /// The first day of the period after the one that begins with `start`.
  public func next(after start: CalendarDate) -> CalendarDate? {
    switch self {
    case .day: return start.adding(days: 1)
    case .week: return start.adding(days: 7)
    case .month: return Self.adding(months: 1, to: start)
    case .quarter: return Self.adding(months: 3, to: start)
    case .year: return Self.adding(months: 12, to: start)
    }
  }

  /// `2023-11-09`, for a week its Monday; `2023-11`, `2023-Q4`, `2023`.
  public func label(_ start: CalendarDate) -> String {
    switch self {
    case .day, .week: "\(start)"
    case .month: "\(start)".split(separator: "-").prefix(2).joined(separator: "-")
    case .quarter:
      "\(start)".prefix(4) + "-Q\(((start.month ?? 1) - 1) / 3 + 1)"
    case .year: String("\(start)".prefix(4))
    }
  }

  /// The starts of all periods from that of `first` to that of `last`.
  public func starts(from first: CalendarDate, to last: CalendarDate) -> [CalendarDate] {
    var starts: [CalendarDate] = []
    var start = self.start(of: first)
    while let current = start, current <= last {
      starts.append(current)
      start = next(after: current)
    }
    return starts
  }

  private static func adding(months: Int, to date: CalendarDate) -> CalendarDate? {
    let month = (date.month ?? 1) - 1 + months
    return CalendarDate(year: date.year + month / 12, month: month % 12 + 1, day: 1)
  }
}
