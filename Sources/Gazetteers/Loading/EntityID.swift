/// The rules for ids, and the ids of rows that have none.
package enum EntityID {
  /// What is wrong with an id, nil if nothing is.
  package static func fault(of id: String) -> GazetteerError.Kind? {
    if !isWellFormed(id) { return .malformedID(id) }
    return isReserved(id) ? .reservedID(id) : nil
  }

  /// `[A-Za-z_][A-Za-z0-9_.-]*`
  private static func isWellFormed(_ id: String) -> Bool {
    guard let first = id.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else {
      return false
    }
    return id.utf8.allSatisfy {
      isLetter($0) || (0x30...0x39).contains($0) || "_.-".utf8.contains($0)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Graph files keep these for themselves.
  private static func isReserved(_ id: String) -> Bool {
    if ["x-", "e-", "n_", "e_"].contains(where: id.hasPrefix) || id == "G" { return true }
    return words.contains(id.lowercased())
  }

  private static let words: Set<String> = [
    "node", "edge", "graph", "digraph", "subgraph", "strict",
  ]

  /// The id of a row without one: its name in small ASCII letters, parted by hyphens.
  package static func slug(of name: String) -> String {
    var slug: [UInt8] = []
    for scalar in name.unicodeScalars {
      switch FoldedScalar(scalar) {
      case .ascii(var letters, _):
        while letters > 0 {
          slug.append(UInt8(truncatingIfNeeded: letters))
          letters >>= 8
        }
      case .wide(let letter, _): slug += Array("u\(String(letter.value, radix: 16))".utf8)
      case .apostrophe, .fullStop, .nothing: break
      case .hyphen, .space, .mark:
        if slug.last != UInt8(ascii: "-"), !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    let id = String(decoding: slug, as: UTF8.self)
    return fault(of: id) == nil ? id : "_" + id
  }
}
