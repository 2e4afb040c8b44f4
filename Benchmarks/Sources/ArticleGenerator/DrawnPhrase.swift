/// Words that no list could hold: numbers, dates, names of people nobody knows.
enum DrawnPhrase: String, Sendable {
  case number, small, money, percent, year, day
  case unknownSurname = "unknown-surname"

  func text(using random: inout SplitMix64) -> String {
    switch self {
    case .number: Self.grouped(100 + random.below(random.chance(0.5) ? 900 : 900_000))
    case .small: String(2 + random.below(11))
    case .money: Self.money(using: &random)
    case .percent: "\(random.below(90)).\(random.below(10)) percent"
    case .year: String(1950 + random.below(76))
    case .day: String(1 + random.below(28))
    case .unknownSurname: InventedWord.stranger(random.below(InventedWord.strangers))
    }
  }

  private static func money(using random: inout SplitMix64) -> String {
    let scale = random.pick(["million", "billion"])
    switch random.below(3) {
    case 0: return "$\(1 + random.below(900)).\(1 + random.below(9)) \(scale)"
    case 1: return "€\(1 + random.below(900)) \(scale)"
    default: return "$" + grouped(1000 + random.below(900_000))
    }
  }

  /// With commas between the thousands.
  private static func grouped(_ number: Int) -> String {
    let digits = String(number)
    guard digits.count > 3 else { return digits }
    return digits.dropLast(3) + "," + digits.suffix(3)
  }
}
