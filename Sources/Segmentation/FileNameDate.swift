import DocumentModel

/// Reads the date in an article's name: "2022-03-11", "20220311", "2022/03/11".
enum FileNameDate {
  static func date(in id: String) -> CalendarDate? {
    let bytes = Array(id.utf8)
    let text = bytes.span
    let name = (bytes.lastIndex(of: .slash) ?? -1) + 1
    return first(text, name..<text.count) ?? first(text, 0..<text.count)
  }

  private static func first(_ text: Span<UInt8>, _ range: Range<Int>) -> CalendarDate? {
    for index in range where text[index].isDigit {
      if let date = NumericDate.yearFirst(text, at: index) { return date }
    }
    return nil
  }
}
