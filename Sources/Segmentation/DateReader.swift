import DocumentModel

/// Reads calendar dates from tokens: "Friday, March 5, 2010", "5 March 2010", "2010-03-05".
struct DateReader {
  let source: TokenizedText

  /// The date of a line that holds nothing else but a weekday, a time and words such as
  /// "Updated".
  func wholeLine(_ range: Range<Int>, _ text: Span<UInt8>) -> CalendarDate? {
    guard range.count <= 30 else { return nil }
    var parts = DateParts()
    for token in range where !parts.take(token, of: source, text) && !isFiller(token, text) {
      if parts.whole == nil || !source.touches(token) { return nil }
    }
    return parts.date
  }

  /// The first full date among other words.
  func first(in range: Range<Int>, _ text: Span<UInt8>) -> CalendarDate? {
    var parts = DateParts()
    for token in range { _ = parts.take(token, of: source, text) }
    return parts.date
  }

  private func isFiller(_ token: Int, _ text: Span<UInt8>) -> Bool {
    let traits = source.traits(token, text)
    if traits.contains(.weekday) || traits.contains(.dateLine) { return true }
    let byte = source.firstByte(token, text)
    return byte.isDigit || !(byte.isASCIILetter || byte >= 0xC3 && byte < 0xE2)
  }
}

/// Year, month and day as they turn up.
private struct DateParts {
  var whole: CalendarDate?
  var year: Int?
  var month: Int?
  var day: Int?

  var date: CalendarDate? {
    if let whole { return whole }
    guard let year, let month else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether the token is part of a date. The first of each part counts.
  mutating func take(_ token: Int, of source: TokenizedText, _ text: Span<UInt8>) -> Bool {
    let span = source.tokens[token].span
    if source.isDigits(token, text) { return takeNumber(span, text) }
    guard source.traits(token, text).contains(.month) else { return false }
    if month == nil { month = DateNames.month(source.key(token, text)) }
    return true
  }

  private mutating func takeNumber(_ span: TextSpan, _ text: Span<UInt8>) -> Bool {
    if let date = NumericDate.date(text, at: span.start) {
      if self.date == nil { whole = date }
      return true
    }
    guard let number = NumericDate.number(text, span) else { return true }
    if (1500...2199).contains(number), span.count == 4 {
      year = year ?? number
    } else if (1...31).contains(number), date == nil {
      day = day ?? number
    }
    return true
  }
}

/// The names of the months.
enum DateNames {
  private static let keys: [WordKey] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// The month that a name or a short form begins with, 1 to 12.
  static func month(_ key: WordKey) -> Int? {
    keys.firstIndex { $0.low == key.low & 0xFF_FFFF }.map { $0 + 1 }
  }
}

/// Dates written in digits.
enum NumericDate {
  /// The date that begins at `index`: year first, or day and month first where only one order is
  /// possible ("05.03.2010" is European).
  static func date(_ text: Span<UInt8>, at index: Int) -> CalendarDate? {
    yearFirst(text, at: index) ?? yearLast(text, at: index)
  }

  /// "2022-03-11", "2022/03/11", "2022_03_11", "20220311", with no further digit around it.
  static func yearFirst(_ text: Span<UInt8>, at index: Int) -> CalendarDate? {
    guard index + 8 <= text.count, let year = digits(text, index, 4) else { return nil }
    let isSeparated = isSeparator(text[index + 4])
    let month = isSeparated ? index + 5 : index + 4
    let day = isSeparated ? index + 8 : index + 6
    guard day + 2 <= text.count, !isSeparated || text[index + 7] == text[index + 4],
      day + 2 == text.count || !text[day + 2].isDigit, index == 0 || !text[index - 1].isDigit,
      (1500...2199).contains(year), let monthNumber = digits(text, month, 2),
      let dayNumber = digits(text, day, 2)
    else { return nil }
    return CalendarDate(year: year, month: monthNumber, day: dayNumber)
  }

  private static func yearLast(_ text: Span<UInt8>, at index: Int) -> CalendarDate? {
    guard index + 10 <= text.count, let first = digits(text, index, 2),
      let second = digits(text, index + 3, 2), let year = digits(text, index + 6, 4)
    else { return nil }
    let mark = text[index + 2]
    guard mark == text[index + 5], mark == .dot || mark == .slash || mark == .hyphen else {
      return nil
    }
    if mark == .dot || first > 12 { return CalendarDate(year: year, month: second, day: first) }
    return second > 12 ? CalendarDate(year: year, month: first, day: second) : nil
  }

  /// The digits a token begins with, when there are at most four: "5th" is 5.
  static func number(_ text: Span<UInt8>, _ span: TextSpan) -> Int? {
    var value = 0
    var count = 0
    for index in span.range {
      guard text[index].isDigit else { return text[index].isASCIILetter ? value : nil }
      value = value * 10 + Int(text[index] &- 0x30)
      count += 1
      if count > 4 { return nil }
    }
    return value
  }

  private static func digits(_ text: Span<UInt8>, _ index: Int, _ count: Int) -> Int? {
    var value = 0
    for position in index..<index + count {
      guard text[position].isDigit else { return nil }
      value = value * 10 + Int(text[position] &- 0x30)
    }
    return value
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == .hyphen || byte == .slash || byte == .underscore || byte == .dot
  }
}
