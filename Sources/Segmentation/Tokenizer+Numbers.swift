import DocumentModel

extension Tokenizer {
  /// "1,200.50", "10:30", "11/28/2000", "713-853-3989", "1990s", "5|km"; begins at a digit.
  mutating func number(_ text: Span<UInt8>, from first: Int) -> Int {
    var index = digitsEnd(text, first)
    while index + 1 < end, text[index + 1].isDigit, joinsDigits(text, first, index) {
      index = digitsEnd(text, index + 1)
    }
    if let last = hyphenatedEnd(text, first, index) {
      emit(first, last)
      return last
    }
    guard index < end else {
      emit(first, index)
      return index
    }
    return text[index].isASCIILetter
      ? lettersAfter(text, first, index) : word(text, from: first, at: index)
  }

  private func digitsEnd(_ text: Span<UInt8>, _ index: Int) -> Int {
    var last = index
    while last < end, text[last].isDigit { last += 1 }
    return last
  }

  /// Whether the mark at `index`, which a digit follows, belongs to the number.
  private func joinsDigits(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    switch text[index] {
    case .dot, .colon: true
    case .comma: isThousands(text, index + 1)
    case .slash: isDate(text, first, index)
    default: false
    }
  }

  /// Exactly three digits after a comma.
  private func isThousands(_ text: Span<UInt8>, _ index: Int) -> Bool {
    guard index + 3 <= end, text[index + 1].isDigit, text[index + 2].isDigit else { return false }
    return index + 3 == end || !text[index + 3].isDigit
  }

  /// "9/11", "11/28/2000", but not "1/2", "24/7", "2015/16".
  private func isDate(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Bool {
    guard index - first <= 5 else { return false }
    let isSecondSlash = index - first >= 3 && !text[first + 1].isDigit || index - first >= 4
    if isSecondSlash { return true }
    let month = value(text, first, index)
    let last = digitsEnd(text, index + 1)
    let day = value(text, index + 1, min(last, index + 3))
    guard last - index <= 3, (1...31).contains(month), (1...31).contains(day) else { return false }
    if last + 1 < end, text[last] == .slash, text[last + 1].isDigit { return true }
    return month <= 12 && day > 4
  }

  private func value(_ text: Span<UInt8>, _ first: Int, _ last: Int) -> Int {
    var result = 0
    for index in first..<min(last, first + 4) where text[index].isDigit {
      result = result * 10 + Int(text[index] &- 0x30)
    }
    return result
  }

  /// The end of a telephone number, docket number or date whose groups are joined by hyphens; nil
  /// for a range such as "1984-1985" or a score.
  private func hyphenatedEnd(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Int? {
    guard index - first <= 8 else { return nil }
    var last = index
    var groups = 1
    while last + 1 < end, text[last] == .hyphen, text[last + 1].isDigit {
      last = digitsEnd(text, last + 1)
      groups += 1
    }
    if groups >= 3 { return last }
    if groups == 2 { return isTelephone(first, index, last) ? last : nil }
    return monthDateEnd(text, first, index)
  }

  private func isTelephone(_ first: Int, _ index: Int, _ last: Int) -> Bool {
    let head = index - first
    let tail = last - index - 1
    return (head == 3 || head == 5) && tail == 4
  }

  /// "01-Feb-02".
  private func monthDateEnd(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Int? {
    guard index - first <= 2, index + 6 < end, text[index] == .hyphen, text[index + 4] == .hyphen,
      words[text, index + 1..<index + 4].contains(.month), text[index + 5].isDigit
    else { return nil }
    return digitsEnd(text, index + 5)
  }

  /// Letters that touch a number: a unit is a token of its own, anything else belongs to it.
  private mutating func lettersAfter(_ text: Span<UInt8>, _ first: Int, _ index: Int) -> Int {
    var last = index
    while last < min(end, index + 5), text[last].isASCIILetter { last += 1 }
    let isClock =
      last - index == 1 && last + 1 < end && text[last] == .dot
      && text[last + 1].lowercased == UInt8(ascii: "m")
    let isWhole = last == end || !text[last].isAlphanumeric
    if isClock || (isWhole && words[text, index..<last].contains(.unit)) {
      emit(first, index)
      return index
    }
    return word(text, from: first, at: index)
  }
}
