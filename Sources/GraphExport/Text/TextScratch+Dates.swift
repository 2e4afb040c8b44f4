import DocumentModel

extension TextScratch {
  /// The first day that `date` can mean, for readers that know only days.
  func append(firstDayOf date: CalendarDate) {
    append(year: date.year, month: date.month ?? 1, day: date.day ?? 1)
  }

  /// The last day that `date` can mean.
  func append(lastDayOf date: CalendarDate) {
    let month = date.month ?? 12
    append(
      year: date.year, month: month,
      day: date.day ?? CalendarDate.days(inMonth: month, of: date.year))
  }

  private func append(year: Int, month: Int, day: Int) {
    appendPadded(year, width: 4)
    append(byte: UInt8(ascii: "-"))
    appendPadded(month, width: 2)
    append(byte: UInt8(ascii: "-"))
    appendPadded(day, width: 2)
  }
}
