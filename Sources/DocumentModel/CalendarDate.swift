/// A Gregorian date known to the year, the month or the day (ISO 8601: `2023`, `2023-11`,
/// `2023-11-09`). No time zone, no clock.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  public let month: Int?
  public let day: Int?

  /// Nil when the parts are no date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard (1...Self.days(inMonth: month, of: year)).contains(day) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var (digits, count) = (0, 0)
    for byte in text.utf8 {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        guard byte &- 0x30 < 10, count < 10 else { return nil }
        digits = digits * 10 + Int(byte &- 0x30)
      }
      count += 1
    }
    switch count {
    case 4: self.init(year: digits)
    case 7: self.init(year: digits / 100, month: digits % 100)
    case 10: self.init(year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
    default: return nil
    }
  }

  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// The first day it can mean, as days since 0000-03-01 (civil calendar).
  public var firstDay: Int { Self.dayNumber(year, month ?? 1, day ?? 1) }

  /// The last day it can mean, as days since 0000-03-01.
  public var lastDay: Int {
    let lastMonth = month ?? 12
    return Self.dayNumber(year, lastMonth, day ?? Self.days(inMonth: lastMonth, of: year))
  }

  /// Monday is 0; nil unless known to the day.
  public var weekday: Int? { day == nil ? nil : (firstDay + 2) % 7 }

  /// The date `days` later; a date not known to the day stays as it is.
  public func adding(days: Int) -> CalendarDate {
    day == nil ? self : CalendarDate(dayNumber: firstDay + days)
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
  }

  /// The inverse of `firstDay`.
  private init(dayNumber: Int) {
    var y = (10_000 * dayNumber + 14_780) / 3_652_425
    func start(_ y: Int) -> Int { 365 * y + y / 4 - y / 100 + y / 400 }
    if dayNumber < start(y) { y -= 1 }
    let rest = dayNumber - start(y)
    let m = (100 * rest + 52) / 3060
    year = y + (m + 2) / 12
    month = (m + 2) % 12 + 1
    day = rest - (m * 306 + 5) / 10 + 1
  }
}

extension CalendarDate: Comparable {
  /// By the first day each can mean; of two that begin together the more precise comes first.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.firstDay, left.lastDay) < (right.firstDay, right.lastDay)
  }
}

extension CalendarDate: CustomStringConvertible, Codable {
  public var description: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return [padded(year, 4), month.map { padded($0, 2) }, day.map { padded($0, 2) }]
      .compactMap { $0 }.joined(separator: "-")
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let date = CalendarDate(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "expected YYYY, YYYY-MM or YYYY-MM-DD")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
