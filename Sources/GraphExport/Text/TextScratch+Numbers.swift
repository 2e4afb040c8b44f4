import DocumentModel

extension TextScratch {
  func append(_ number: Int) {
    if number < 0 { append(byte: UInt8(ascii: "-")) }
    appendDigits(number.magnitude)
  }

  /// The shortest form that reads back as the same number: `2.5`, `1.0`.
  func append(_ number: Double) {
    if let whole = Int(exactly: number), abs(whole) < 1_000_000_000 {
      append(whole)
      append(".0")
    } else {
      append(number.description)
    }
  }

  /// `number` rounded to `places` decimals, at least one digit before the point.
  func append(_ number: Double, places: Int) {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    if scaled < 0 { append(byte: UInt8(ascii: "-")) }
    appendDigits((scaled / scale).magnitude)
    append(byte: UInt8(ascii: "."))
    appendPadded(Int((scaled % scale).magnitude), width: places)
  }

  /// ISO 8601, as precise as the date is known.
  func append(_ date: CalendarDate) {
    appendPadded(date.year, width: 4)
    guard let month = date.month else { return }
    append(byte: UInt8(ascii: "-"))
    appendPadded(month, width: 2)
    guard let day = date.day else { return }
    append(byte: UInt8(ascii: "-"))
    appendPadded(day, width: 2)
  }

  func appendPadded(_ number: Int, width: Int) {
    appendDigits(number.magnitude, width: width)
  }

  private func appendDigits(_ number: UInt, width: Int = 1) {
    let digits = DecimalDigits(number, width: width)
    append(count: digits.count) { digits.write(to: $0) }
  }
}
