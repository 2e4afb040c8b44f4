import DocumentModel

extension MorphologicalFeatures {
  /// As the column FEATS writes them: `Number=Sing|Tense=Past`, `_` for none.
  public var conllu: String {
    var column = ""
    for feature in Self.written {
      let value = Int(bits >> feature.shift & 0xF)
      guard value > 0 else { continue }
      if !column.isEmpty { column += "|" }
      column += feature.values[value]
    }
    return column.isEmpty ? "_" : column
  }

  /// Each feature as it is written, by where its nibble begins, in the order of the column.
  private static let written: [(shift: UInt32, values: [String])] = [
    (12, Mood.allCases.map { "Mood=\(capitalized($0))" }),
    (16, Number.allCases.map { "Number=\(capitalized($0))" }),
    (20, Person.allCases.map { "Person=\($0.rawValue)" }),
    (24, PronType.allCases.map { "PronType=\(capitalized($0))" }),
    (0, Tense.allCases.map { "Tense=\(capitalized($0))" }),
    (4, VerbForm.allCases.map { "VerbForm=\(capitalized($0))" }),
    (8, Voice.allCases.map { "Voice=\(capitalized($0))" }),
  ]

  private static func capitalized(_ value: some Any) -> String {
    let name = String(describing: value)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// Reads the column FEATS; features and values that are not modelled are left out.
  public init(conllu column: some StringProtocol) {
    self.init()
    for pair in column.split(separator: "|") {
      let parts = pair.split(separator: "=")
      guard parts.count == 2 else { continue }
      // Of several values ("Int,Rel") the first counts.
      let value = String(parts[1].split(separator: ",").first ?? "").lowercased()
      switch parts[0] {
      case "Mood": mood = Self.named(value) ?? .none
      case "Number": number = Self.named(value) ?? .none
      case "Person": person = UInt8(value).flatMap(Person.init(rawValue:)) ?? .none
      case "PronType": pronType = Self.named(value) ?? .none
      case "Tense": tense = Self.named(value) ?? .none
      case "VerbForm": verbForm = Self.named(value) ?? .none
      case "Voice": voice = Self.named(value) ?? .none
      default: continue
      }
    }
  }

  private static func named<Value: CaseIterable>(_ name: String) -> Value? {
    Value.allCases.first { String(describing: $0) == name }
  }
}
