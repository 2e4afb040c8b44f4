/// The encoding that a page names at its beginning.
enum DeclaredEncoding {
  private static let headCount = 4_096

  /// `<meta charset="…">` or `content="text/html; charset=…"`; nil for none that is known.
  static func ofPage(_ bytes: [UInt8]) -> TextEncoding? {
    let head = String(decoding: bytes.prefix(headCount), as: UTF8.self).lowercased()
    var rest = head[...]
    while let mark = rest.firstRange(of: "charset") {
      rest = rest[mark.upperBound...].drop { $0 == " " }
      guard rest.first == "=" else { continue }
      let value = rest.dropFirst().drop { $0 == " " || $0 == "\"" || $0 == "'" }
      let label = value.prefix { $0.isLetter || $0.isNumber || "-_:".contains($0) }
      return TextEncoding(label: label)
    }
    return nil
  }
}
