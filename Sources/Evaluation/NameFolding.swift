import Foundation

/// Names as they are compared: without case, accents, kinds of quotation marks, surrounding
/// punctuation, a leading "the" and a closing "'s".
enum NameFolding {
  static func folded(_ name: String) -> String {
    let words = plainCharacters(of: name).split(whereSeparator: \.isWhitespace)
    return withoutFraming(words.joined(separator: " "))
  }

  /// Lower case, base letters only, ASCII quotation marks and dashes.
  private static func plainCharacters(of name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.canonicalCombiningClass == .notReordered {
      scalars.append(plainMarks[scalar] ?? scalar)
    }
    return caseFolded(String(scalars))
  }

  /// Full case folding differs from lower case in these letters of European names.
  private static func caseFolded(_ name: String) -> String {
    name.lowercased().replacingOccurrences(of: "ß", with: "ss")
      .replacingOccurrences(of: "ς", with: "σ")
  }

  private static func withoutFraming(_ name: String) -> String {
    var rest = Substring(name)
    while let first = rest.first, framing.contains(first) { rest.removeFirst() }
    while let last = rest.last, framing.contains(last) { rest.removeLast() }
    if rest.hasSuffix("'s") { rest.removeLast(2) }
    if rest.hasPrefix("the ") { rest.removeFirst(4) }
    return String(rest)
  }

  private static let framing: Set<Character> = [
    " ", "\"", "'", ",", ";", ":", "!", "?", "(", ")", "[", "]",
  ]
  private static let plainMarks: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
    "\u{2013}": "-", "\u{2014}": "-",
  ]
}
