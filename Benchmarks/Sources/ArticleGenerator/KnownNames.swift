/// Invented people, organisations and places under many aliases: what a generated gazetteer holds
/// and generated articles mention.
///
/// Aliases differ from each other, and none lies within another.
public struct KnownNames: Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case person, organisation, place
  }

  public struct Entity: Sendable {
    public var id: String
    public var kind: Kind
    /// The first one is its name.
    public var aliases: [String]
  }

  public let entities: [Entity]
  private let positions: [Kind: [Int]]

  /// Names with `aliasCount` aliases altogether.
  public init(aliasCount: Int) {
    var entities: [Entity] = []
    var left = aliasCount
    while left > 0 {
      let entity = Self.entity(number: entities.count, most: left)
      left -= entity.aliases.count
      entities.append(entity)
    }
    self.entities = entities
    positions = Dictionary(grouping: entities.indices) { entities[$0].kind }
  }

  public var aliasCount: Int { entities.reduce(0) { $0 + $1.aliases.count } }

  /// Some alias of some entity of that kind, the first ones far oftener than the last, as in news.
  public func alias(of kind: Kind, using random: inout SplitMix64) -> String {
    guard let choices = positions[kind] else { return "" }
    let skewed = random.unit() * random.unit() * random.unit()
    return random.pick(entities[choices[Int(skewed * Double(choices.count))]].aliases)
  }

  /// Half are people, the others organisations and places in turn.
  private static func entity(number: Int, most: Int) -> Entity {
    let kind: Kind =
      number.isMultiple(of: 2) ? .person : number % 4 == 1 ? .organisation : .place
    let aliases =
      switch kind {
      case .person: people(number / 2)
      case .organisation: organisations(number / 4)
      case .place: places(number / 4)
      }
    return Entity(id: "gen-\(number)", kind: kind, aliases: Array(aliases.prefix(most)))
  }

  /// Given names are shared by many people, surnames by few.
  private static func people(_ number: Int) -> [String] {
    let given = InventedWord.given(number % 400)
    let surname = InventedWord.surname(number / 3)
    let initial = Character(UnicodeScalar(UInt8(65 + number % 26)))
    return ["\(given) \(surname)", "\(given) \(initial). \(surname)"]
  }

  private static func organisations(_ number: Int) -> [String] {
    let surname = InventedWord.surname(number)
    let (body, field) = (bodies[number % bodies.count], fields[number / 7 % fields.count])
    return [
      "\(surname) \(body)", "\(body) for \(surname) \(field)", "\(surname) and \(field) \(body)",
      "United \(surname) \(field)",
    ]
  }

  private static func places(_ number: Int) -> [String] {
    [InventedWord.place(number)]
  }

  private static let bodies = [
    "Institute", "Holdings", "Foundation", "Authority", "Council", "Bank", "Group", "Agency",
    "Union", "Federation", "Commission", "Airlines", "Chemicals", "Petroleum", "Laboratories",
    "Partners", "Committee", "Observatory", "Shipyards", "Motors",
  ]
  private static let fields = [
    "Energy", "Health", "Trade", "Rights", "Transport", "Fisheries", "Finance", "Defence",
    "Agriculture", "Justice", "Culture", "Mining", "Water", "Labour", "Housing", "Forestry",
    "Electronics", "Education", "Insurance", "Logistics", "Steel", "Media", "Relief",
  ]
}
