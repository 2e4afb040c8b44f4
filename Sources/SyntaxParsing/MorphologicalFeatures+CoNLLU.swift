import DocumentModel

extension MorphologicalFeatures {
  /// As the column FEATS writes them: `Number=Sing|Tense=Past`, `_` for none.
  public var conllu: String {
    let pairs = [
      ("Mood", mood == .none ? nil : String(describing: mood)),
      ("Number", number == .none ? nil : String(describing: number)),
      ("Person", person == .none ? nil : String(person.rawValue)),
      ("PronType", pronType == .none ? nil : String(describing: pronType)),
      ("Tense", tense == .none ? nil : String(describing: tense)),
      ("VerbForm", verbForm == .none ? nil : String(describing: verbForm)),
      ("Voice", voice == .none ? nil : String(describing: voice)),
    ]
    let written = pairs.compactMap { name, value in
      value.map { "\(name)=\($0.prefix(1).uppercased())\($0.dropFirst())" }
    }
    return written.isEmpty ? "_" : written.joined(separator: "|")
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
