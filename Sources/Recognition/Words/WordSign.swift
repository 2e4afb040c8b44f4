/// The small words and marks that rules of names ask for, as they are written.
enum WordSign: String {
  case comma = ","
  case semicolon = ";"
  case closingBracket = ")"
  case hyphen = "-"
  case dash = "–"
  case longDash = "—"
  case firmHyphen = "‑"
  case ampersand = "&"
  case possessive = "'s"
  case curlyPossessive = "’s"
  case quote = "\""
  case openingQuote = "“"
  case closingQuote = "”"
  case lowQuote = "„"
  case apostrophe = "'"
  case openingApostrophe = "‘"
  case curlyApostrophe = "’"
  case graves = "``"
  case apostrophes = "''"
  case of, `for`, `in`, on, and, or, the
  case capitalThe = "The"
  case capitalA = "A"
  case capitalAn = "An"
  case other = ""

  init(_ word: String) {
    self = word.utf8.count > Self.longest ? .other : Self(rawValue: word) ?? .other
  }

  /// In bytes.
  private static let longest = 4

  var isQuotationMark: Bool {
    switch self {
    case .quote, .openingQuote, .closingQuote, .lowQuote, .apostrophe, .openingApostrophe,
      .curlyApostrophe, .graves, .apostrophes:
      true
    default: false
    }
  }

  var isHyphen: Bool { self == .hyphen || self == .dash || self == .firmHyphen }

  var isApostrophe: Bool { self == .apostrophe || self == .curlyApostrophe }

  var isPossessive: Bool { self == .possessive || self == .curlyPossessive }

  /// "The" at the start of a name.
  var isCapitalArticle: Bool { self == .capitalThe || self == .capitalA || self == .capitalAn }
}
