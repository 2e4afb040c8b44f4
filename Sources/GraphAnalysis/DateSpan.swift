import DocumentModel

/// The days from one date to another; nil for no bound.
struct DateSpan {
  var since: CalendarDate?
  var until: CalendarDate?

  /// Whether one of the days that `date` can mean is in it.
  func mayHold(_ date: CalendarDate) -> Bool { mayHold(date, date) }

  /// Whether one of the days from the first of `first` to the last of `last` is in it.
  func mayHold(_ first: CalendarDate, _ last: CalendarDate) -> Bool {
    if let since, last.lastDay < since.firstDay { return false }
    if let until, first.firstDay > until.lastDay { return false }
    return true
  }
}
