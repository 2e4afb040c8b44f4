/// A closed set of words in a JSON file; a word outside it is an error that lists the set.
protocol NamedChoice: RawRepresentable, CaseIterable, Codable where RawValue == String {}

extension NamedChoice {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let word = try container.decode(String.self)
    guard let choice = Self(rawValue: word) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: Self.advice(on: word))
    }
    self = choice
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  private static func advice(on word: String) -> String {
    "\"\(word)\" is none of \(allCases.map(\.rawValue).joined(separator: ", "))"
  }
}
