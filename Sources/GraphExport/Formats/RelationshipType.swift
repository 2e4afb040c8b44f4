import GraphModel

extension Edge {
  /// The relation with its stance as the type of a Neo4j relationship: `SUPPLY`, `DENIED_SUPPLY`,
  /// `PLANNED_NOT_SUPPORT`. Only `A`–`Z`, digits and `_`.
  var relationshipType: String {
    var type: [UInt8] = []
    type.reserveCapacity(32)
    for byte in kind.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"): type.append(byte - 32)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        type.append(byte)
      default: if !type.isEmpty, type.last != Self.low { type.append(Self.low) }
      }
    }
    if type.last == Self.low { type.removeLast() }
    guard let first = type.first else { return "RELATES_TO" }
    let name = String(decoding: type, as: UTF8.self)
    return first < UInt8(ascii: "A") ? "R_" + name : name
  }

  private static var low: UInt8 { UInt8(ascii: "_") }
}
