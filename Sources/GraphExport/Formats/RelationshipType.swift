import GraphModel

extension Edge {
  /// The relation with its stance as the type of a Neo4j relationship: `SUPPLY`, `DENIED_SUPPLY`,
  /// `PLANNED_NOT_SUPPORT`. Only `A`–`Z`, digits and `_`.
  var relationshipType: String {
    var type = ""
    for byte in kind.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"):
        type.unicodeScalars.append(Unicode.Scalar(byte - 32))
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        type.unicodeScalars.append(Unicode.Scalar(byte))
      default: if !type.isEmpty, !type.hasSuffix("_") { type += "_" }
      }
    }
    if type.hasSuffix("_") { type.removeLast() }
    guard let first = type.utf8.first else { return "RELATES_TO" }
    return first < UInt8(ascii: "A") ? "R_" + type : type
  }
}
