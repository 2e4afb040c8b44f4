import DocumentModel
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
  @Test(arguments: ["2023", "2023-11", "2023-11-09", "2024-02-29", "0001-01-01", "9999-12-31"])
  func textRoundTrip(_ text: String) {
    #expect(CalendarDate(text)?.description == text)
  }

  @Test(arguments: [
    "", "23", "2023-", "2023-1", "2023-13", "2023-00", "2023-11-00", "2023-11-31", "2023-02-29",
    "1900-02-29", "0000", "10000", "+202", "2023-11-9", "2023/11/09", "2023-11-09-01", "２０２３",
    " 2023", "2023-+1",
  ])
  func refusedText(_ text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func refusedParts() {
    #expect(CalendarDate(year: 2023, day: 9) == nil)
    #expect(CalendarDate(year: 0) == nil)
    #expect(CalendarDate(year: 2023, month: 4, day: 31) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", 3), ("2000-02-29", 1), ("2023-11-09", 3), ("1600-01-01", 5), ("2010-03-05", 4),
  ])
  func weekday(_ text: String, _ expected: Int) {
    #expect(CalendarDate(text)?.weekday == expected)
  }

  @Test func weekdayNeedsADay() {
    #expect(CalendarDate("2023-11")?.weekday == nil)
  }

  /// Every day of a whole cycle of 400 years, and some of each end of the range.
  @Test(arguments: [(1, 1), (1600, 400), (1899, 4), (9999, 1)])
  func countsDaysLikeANaiveCalendar(_ start: Int, _ years: Int) throws {
    let first = try #require(CalendarDate(year: start, month: 1, day: 1))
    var naive = NaiveCalendar(year: start)
    for day in 0..<naive.days(inYears: years) {
      let date = try #require(
        CalendarDate(year: naive.year, month: naive.month, day: naive.day))
      guard first.adding(days: day) == date, date.adding(days: -day) == first,
        date.firstDay == first.firstDay + day, date.lastDay == date.firstDay,
        date.weekday == ((first.weekday ?? 0) + day) % 7
      else {
        Issue.record("day \(day) after \(first) should be \(date)")
        return
      }
      naive.advance()
    }
  }

  @Test(arguments: [
    ("2023", "2023-01-01", "2023-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("2023-11-09", "2023-11-09", "2023-11-09"),
  ])
  func firstAndLastDay(_ text: String, _ first: String, _ last: String) {
    #expect(CalendarDate(text)?.firstDay == CalendarDate(first)?.firstDay)
    #expect(CalendarDate(text)?.lastDay == CalendarDate(last)?.firstDay)
  }

  @Test func vagueDatesStayWhenDaysAreAdded() {
    #expect(CalendarDate("2023-11")?.adding(days: 40).description == "2023-11")
  }

  @Test func sortsByFirstDayThenByPrecision() {
    let sorted = ["2022-12-31", "2023-01-01", "2023-01", "2023", "2023-01-02"]
    #expect(sorted.reversed().compactMap { CalendarDate($0) }.sorted().map(\.description) == sorted)
  }
}

/// Counts on its fingers.
private struct NaiveCalendar {
  var year: Int
  var month = 1
  var day = 1

  init(year: Int) {
    self.year = year
  }

  func days(inYears count: Int) -> Int {
    (year..<year + count).reduce(0) { $0 + (Self.isLeap($1) ? 366 : 365) }
  }

  mutating func advance() {
    day += 1
    if day > Self.lengths[month - 1] + (month == 2 && Self.isLeap(year) ? 1 : 0) {
      day = 1
      month += 1
    }
    if month == 13 {
      month = 1
      year += 1
    }
  }

  private static let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 400) || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
  }
}
