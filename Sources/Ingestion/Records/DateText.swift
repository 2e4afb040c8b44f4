import DocumentModel

/// Reads the dates that records, pages and feeds give, as they stand there: no change of time zone.
enum DateText {
  /// The date in `text`; nil where there is none or it could be two (`5/3/2010`).
  static func date(in text: String) -> CalendarDate? {
    let text = text.trimmed
    return timestamp(text) ?? yearFirst(text) ?? withMonthName(text) ?? inNumbers(text)
  }

  /// Seconds or thousandths of them since 1970.
  private static func timestamp(_ text: Substring) -> CalendarDate? {
    let digits = text.prefix { $0 != "." }
    guard let number = Int(digits), let start = CalendarDate(year: 1970, month: 1, day: 1) else {
      return nil
    }
    switch digits.utf8.count {
    case 9, 10: return start.adding(days: number / 86_400)
    case 12, 13: return start.adding(days: number / 86_400_000)
    default: return nil
    }
  }

  /// `2023`, `2023-11`, `2023-11-09…`, `2023/11/09`, `20231109…`.
  private static func yearFirst(_ text: Substring) -> CalendarDate? {
    let numbers = text.split { !$0.isASCIIDigit }
    guard let first = numbers.first, text.hasPrefix(first) else { return nil }
    if first.count == 8 {
      return CalendarDate("\(first.prefix(4))-\(first.dropFirst(4).prefix(2))-\(first.suffix(2))")
    }
    guard first.count == 4 else { return nil }
    let rest = text.dropFirst(4)
    guard let joint = rest.first else { return CalendarDate(first) }
    guard "-/.".contains(joint), numbers.count > 1, let year = Int(first),
      let month = Int(numbers[1])
    else { return nil }
    let hasDay = rest.dropFirst(1 + numbers[1].count).first == joint && numbers.count > 2
    return CalendarDate(year: year, month: month, day: hasDay ? Int(numbers[2]) : nil)
  }

  /// `Thu, 09 Nov 2023 08:00`, `November 9th, 2023`, `Nov. 2023`.
  private static func withMonthName(_ text: Substring) -> CalendarDate? {
    let words = text.split { !$0.isLetter && !$0.isASCIIDigit }.map { $0.lowercased() }
    guard let index = words.firstIndex(where: { month($0) != nil }),
      let month = month(words[index]),
      let year = words.compactMap({ $0.count == 4 ? Int($0) : nil }).first
    else { return nil }
    let before = index > 0 ? day(words[index - 1]) : nil
    let after = index + 1 < words.count ? day(words[index + 1]) : nil
    return CalendarDate(year: year, month: month, day: before ?? after)
  }

  /// `13/11/2023`, `11/13/2023`, `9.11.2023`.
  private static func inNumbers(_ text: Substring) -> CalendarDate? {
    let date = text.prefix { $0.isASCIIDigit || "/.-".contains($0) }
    let numbers = date.split { !$0.isASCIIDigit }.compactMap { Int($0) }
    guard numbers.count == 3, numbers[2] > 999 else { return nil }
    let (first, second, year) = (numbers[0], numbers[1], numbers[2])
    if first > 12 || first == second || date.contains(".") {
      return CalendarDate(year: year, month: second, day: first)
    }
    return second > 12 ? CalendarDate(year: year, month: first, day: second) : nil
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    if word == "sept" { return 9 }
    return months.firstIndex { $0 == word || word.count == 3 && $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isASCIIDigit }
    guard let day = Int(digits), day <= 31,
      ["", "st", "nd", "rd", "th"].contains(word[digits.endIndex...])
    else { return nil }
    return day
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
