import DocumentModel

/// A date as a phrase gives it: "9 November 2023", "March", "last Thursday", "two years ago".
struct DateExpression {
  let date: CalendarDate

  /// The first date in the words; nil when there is none, or none that can be resolved.
  init?(_ words: DateWords, from origin: CalendarDate?, isAhead: Bool) {
    let reader = Reader(words: words, origin: origin, isAhead: isAhead)
    for index in words.words.indices {
      if let date = reader.date(at: index) {
        self.date = date
        return
      }
    }
    return nil
  }
}

/// Reads one date at a position of a phrase.
private struct Reader {
  let words: DateWords
  let origin: CalendarDate?
  let isAhead: Bool

  func date(at index: Int) -> CalendarDate? {
    guard let word = words[index] else { return nil }
    if let date = CalendarDate(word), date.day != nil { return date }
    return monthDate(at: index) ?? year(at: index) ?? relativeDay(word) ?? weekday(at: index)
      ?? calendarUnit(at: index) ?? ago(at: index)
  }

  // MARK: Months and years

  /// "November 9, 2023", "9 November", "March 2023", "in March".
  private func monthDate(at index: Int) -> CalendarDate? {
    guard words.isCapital[index], let month = Self.month(words[index] ?? "") else { return nil }
    let before = index > 0 ? day(words[index - 1]) : nil
    let after = day(words[index + 1])
    var next = index + (after == nil ? 1 : 2)
    if words[next] == "," { next += 1 }
    let year = words[next].flatMap(Self.year)
    return complete(month: month, day: before ?? after, year: year)
  }

  /// The year that is not said is that of the nearest such month, behind or ahead.
  private func complete(month: Int, day: Int?, year: Int?) -> CalendarDate? {
    if let year { return CalendarDate(year: year, month: month, day: day) }
    guard let origin, let own = CalendarDate(year: origin.year, month: month, day: day) else {
      return nil
    }
    let shift =
      isAhead ? (own.lastDay < origin.firstDay ? 1 : 0) : (own.firstDay > origin.lastDay ? -1 : 0)
    return CalendarDate(year: origin.year + shift, month: month, day: day)
  }

  private func day(_ word: String?) -> Int? {
    guard var word, word.utf8.count <= 4 else { return nil }
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) { word.removeLast(2) }
    guard let day = Int(word), (1...31).contains(day) else { return nil }
    return day
  }

  /// "in 2019", "since 2019", "early 2019"; a bare number is no year.
  private func year(at index: Int) -> CalendarDate? {
    guard let year = words[index].flatMap(Self.year), index > 0,
      Self.beforeYears.contains(words[index - 1] ?? "")
    else { return nil }
    return CalendarDate(year: year)
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1500...2100).contains(year) else {
      return nil
    }
    return year
  }

  private static let beforeYears: Set<String> = [
    "in", "since", "until", "till", "by", "before", "after", "from", "during", "early", "late",
    "mid", "of", "around", "throughout",
  ]

  private static func month(_ word: String) -> Int? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard word.utf8.count >= 3 else { return nil }
    return months.firstIndex {
      $0 == word || $0.prefix(3) == word || word == "sept" && $0 == "september"
    }
    .map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  // MARK: Days

  private func relativeDay(_ word: String) -> CalendarDate? {
    guard let origin, origin.day != nil else { return nil }
    switch word {
    case "today", "tonight": return origin
    case "yesterday": return origin.adding(days: -1)
    case "tomorrow": return origin.adding(days: 1)
    default: return nil
    }
  }

  /// "on Thursday", "last Thursday", "next Thursday".
  private func weekday(at index: Int) -> CalendarDate? {
    guard words.isCapital[index], let word = words[index],
      let day = Self.weekdays.firstIndex(where: { $0 == word || word == $0 + "s" }),
      let origin, let today = origin.weekday
    else { return nil }
    let behind = (today - day + 7) % 7
    switch index > 0 ? words[index - 1] : nil {
    case "last": return origin.adding(days: behind == 0 ? -7 : -behind)
    case "next": return origin.adding(days: 7 - behind)
    default: return origin.adding(days: isAhead && behind > 0 ? 7 - behind : -behind)
    }
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  // MARK: Counting

  /// "last month", "this year", "next week".
  private func calendarUnit(at index: Int) -> CalendarDate? {
    guard let unit = Unit(words[index]), index > 0, let step = Self.steps[words[index - 1] ?? ""]
    else { return nil }
    return shifted(by: step, unit)
  }

  private static let steps = [
    "last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "following": 1,
  ]

  /// "two years ago", "a month earlier".
  private func ago(at index: Int) -> CalendarDate? {
    guard let unit = Unit(words[index]), index > 0,
      words[index + 1] == "ago" || words[index + 1] == "earlier",
      let count = words[index - 1].flatMap(Self.number)
    else { return nil }
    return shifted(by: -count, unit)
  }

  private static func number(_ word: String) -> Int? {
    if let number = Int(word) { return (1...1000).contains(number) ? number : nil }
    return numbers.firstIndex(of: word).map { $0 + 1 } ?? (word == "a" || word == "an" ? 1 : nil)
  }

  private static let numbers = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  private enum Unit {
    case day, week, month, year

    init?(_ word: String?) {
      switch word {
      case "day", "days": self = .day
      case "week", "weeks": self = .week
      case "month", "months": self = .month
      case "year", "years": self = .year
      default: return nil
      }
    }
  }

  private func shifted(by count: Int, _ unit: Unit) -> CalendarDate? {
    guard let origin else { return nil }
    switch unit {
    case .day: return origin.day == nil ? nil : origin.adding(days: count)
    case .week:
      guard origin.day != nil else { return nil }
      let day = origin.adding(days: 7 * count)
      return CalendarDate(year: day.year, month: day.month)
    case .month:
      guard let month = origin.month else { return nil }
      let months = origin.year * 12 + month - 1 + count
      return CalendarDate(year: months / 12, month: months % 12 + 1)
    case .year: return CalendarDate(year: origin.year + count)
    }
  }
}
