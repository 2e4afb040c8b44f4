import DocumentModel

/// A CAMEO actor code and when it is good.
struct PetrarchCode {
  let code: String
  /// `YYYY-MM-DD`, `?` where it is open or unknown.
  var from = "?"
  var to = "?"
  /// Whether dates are written with it, sound ones or not.
  private(set) var isDated = false

  /// Why a code could not be kept as it stands.
  enum Fault: String {
    case malformedDate = "a malformed date: kept as unknown"
    case reversedRange = "a range that ends before it begins: kept as unknown"
    case noDirection = "a date without < > or -: kept as unknown"
    case malformedCode = "a malformed code"
    case noCode = "the null code ---: no actor"
  }

  /// Reads `USAGOV`, `USAGOV >930120`, `USAGOV <19930120`, `USAGOV 890120-930120`.
  static func read(_ text: String) -> (code: PetrarchCode?, fault: Fault?) {
    let parts = text.split { $0.isWhitespace }
    guard let first = parts.first else { return (nil, .malformedCode) }
    guard first != "---" else { return (nil, .noCode) }
    guard first.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }),
      first.utf8.count % 3 == 0
    else { return (nil, .malformedCode) }
    var code = PetrarchCode(code: String(first))
    let fault = code.setDates(parts.dropFirst().joined())
    return (code, fault)
  }

  private mutating func setDates(_ text: String) -> Fault? {
    guard let mark = text.first else { return nil }
    isDated = true
    if mark == ">" || mark == "<" {
      guard let date = Self.date(text.dropFirst()) else { return .malformedDate }
      if mark == ">" { from = "\(date)" } else { to = "\(date)" }
      return nil
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return parts.count == 1 ? .noDirection : .malformedDate }
    guard let first = Self.date(parts[0]), let last = Self.date(parts[1]) else {
      return .malformedDate
    }
    guard first.firstDay <= last.lastDay else { return .reversedRange }
    (from, to) = ("\(first)", "\(last)")
    return nil
  }

  /// `YYMMDD`, of 1931 to 2030, or `YYYYMMDD`.
  private static func date(_ text: Substring) -> CalendarDate? {
    let digits = text.utf8.map { Int($0) - 0x30 }
    guard digits.count == 6 || digits.count == 8, digits.allSatisfy((0...9).contains) else {
      return nil
    }
    let number = { (range: Range<Int>) in digits[range].reduce(0) { $0 * 10 + $1 } }
    let width = digits.count - 4
    let short = number(0..<2)
    let year = width == 4 ? number(0..<4) : short > 30 ? 1900 + short : 2000 + short
    return CalendarDate(
      year: year, month: number(width..<width + 2), day: number(width + 2..<width + 4))
  }

  // MARK: Meaning

  /// The first three letters: a country, or the kind of an international actor.
  var head: String { String(code.prefix(3)) }

  /// What follows them, three letters a piece; a code without a country begins with a role.
  var roles: [String] {
    var rest = Self.roleNames[head] == nil ? code.dropFirst(3) : code[...]
    var roles: [String] = []
    while !rest.isEmpty {
      roles.append(String(rest.prefix(3)))
      rest = rest.dropFirst(3)
    }
    return roles
  }

  /// The subtype of an international actor; nil for a country.
  var internationalKind: String? { Self.internationalKinds[head] }

  /// The id that our tables have for the country; nil for an international actor.
  var country: String? {
    guard internationalKind == nil else {
      return roles.first.flatMap { Self.internationalRoles.contains($0) ? nil : Self.countryID($0) }
    }
    return Self.countryID(head)
  }

  /// What a person with the code is called.
  var role: String {
    roles.lazy.compactMap { Self.roleNames[$0] }.first
      ?? (internationalKind == "igo" ? "international official" : "actor")
  }

  private static func countryID(_ code: String) -> String? {
    if roleNames[code] != nil || internationalKinds[code] != nil { return nil }
    return isoCodes[code] ?? code
  }

  /// Where CAMEO differs from ISO 3166.
  private static let isoCodes = [
    "KSV": "XKX", "ROM": "ROU", "TMP": "TLS", "ZAR": "COD", "GZA": "PSE", "WSB": "PSE",
    "BYS": "BLR", "SUD": "SDN", "GER": "DEU",
  ]

  private static let internationalKinds = [
    "IGO": "igo", "NGO": "ngo", "NGM": "ngo", "MNC": "company", "IMG": "armed-group",
    "INT": "international",
  ]

  private static let internationalRoles: Set<String> = ["UNO"]

  private static let roleNames = [
    "GOV": "government official", "MIL": "military officer", "LEG": "legislator", "JUD": "judge",
    "ELI": "member of the elite", "OPP": "opposition politician", "REB": "rebel",
    "SPY":
      "intelligence officer", "COP": "police officer", "BUS": "business person",
    "MED": "journalist",
    "EDU": "academic", "REL": "cleric", "CVL": "civilian", "LAB": "labour leader",
    "PTY": "party member",
    "HRI": "human rights activist", "DEV": "development worker", "HLH": "health worker",
    "AGR": "farmer",
    "REF": "refugee", "ENV": "environmentalist", "SEP": "separatist", "INS": "insurgent",
    "UAF": "fighter", "RAD": "radical", "CRM": "criminal", "SET": "settler", "MOD": "moderate",
    "STU": "student", "PRM": "fighter", "HIN": "Hindu", "MUS": "Muslim", "CHR": "Christian",
    "JEW": "Jew", "BUD": "Buddhist", "SIK": "Sikh",
  ]

  /// Roles that groups with arms have.
  static let armed: Set<String> = ["REB", "SEP", "INS", "UAF", "PRM", "RAD"]
  /// Roles of a public office.
  static let offices: Set<String> = ["GOV", "MIL", "LEG", "JUD", "SPY", "COP", "ELI"]

  /// What a body with the code is.
  var bodySubtype: String? {
    if let internationalKind, internationalKind != "international" { return internationalKind }
    let names = [
      "GOV": "agency", "MIL": "armed-force", "LEG": "parliament", "JUD": "court",
      "SPY": "intelligence-service", "COP": "police", "PTY": "party", "OPP": "party",
      "BUS": "company", "MED": "media", "EDU": "university", "LAB": "union",
    ]
    if !Self.armed.isDisjoint(with: roles) { return "armed-group" }
    return roles.lazy.compactMap { names[$0] }.first
  }
}
