import DocumentModel

/// How a token is written.
enum TokenShape: UInt8 {
  /// No letters: punctuation, symbols.
  case other
  case lower
  /// One capital letter, with or without a full stop: `J.`
  case initial
  /// `Merkel`, `McDonald`, `iPhone`
  case capitalised
  /// `UN`, `U.S.`, `COVID`
  case allCaps
  /// `2023`, `1,200`, `3rd`
  case number

  /// Whether a name can hold it.
  var isUpper: Bool { self == .initial || self == .capitalised || self == .allCaps }

  /// The shape of a token given as UTF-8.
  init(_ bytes: some Sequence<UInt8>) {
    var (upper, lower, digits) = (0, 0, 0)
    var beginsUpper = false
    var beginsDigit: Bool?
    var isFirst = true
    var characters = CharacterKinds(bytes)
    while let kind = characters.next() {
      switch kind {
      case .upper: upper += 1
      case .lower: lower += 1
      case .digit: digits += 1
      case .mark: break
      }
      if beginsDigit == nil { beginsDigit = digits > 0 }
      if isFirst, upper + lower > 0 { (beginsUpper, isFirst) = (upper > 0, false) }
    }
    // "M23" is a name, "23M" a number.
    self =
      beginsUpper && beginsDigit == false && lower == 0 && digits > 0
      ? .allCaps : Self.shape(upper: upper, lower: lower, digits: digits, beginsUpper: beginsUpper)
  }

  private static func shape(upper: Int, lower: Int, digits: Int, beginsUpper: Bool) -> TokenShape {
    if upper + lower == 0 { return digits > 0 ? .number : .other }
    if digits > upper + lower { return .number }
    if upper == 1, lower == 0 { return digits == 0 ? .initial : .allCaps }
    if upper > 0, lower == 0 { return .allCaps }
    return beginsUpper || upper > 0 ? .capitalised : .lower
  }
}
