/// How single words are written that name firms: capitals inside, or what such names end with.
enum FirmSpelling {
  static func fits(_ word: String) -> Bool {
    hasInnerCapital(word) || endings.contains { word.hasSuffix($0) }
  }

  /// "SpaceIL", "BioNTech", but not "McDonald" and "DeSantis".
  private static func hasInnerCapital(_ word: String) -> Bool {
    guard let inner = word.indices.dropFirst().first(where: { word[$0].isUppercase }) else {
      return false
    }
    let (before, behind) = (word[..<inner], word[inner...])
    return !prefixes.contains(before.lowercased()) && before.last?.isLetter == true
      && (before.count > 3 || behind.dropFirst().first?.isUppercase == true)
  }

  private static let prefixes: Set<String> = [
    "mc", "mac", "de", "di", "du", "la", "le", "van", "von", "fitz", "al", "el", "o", "d", "mhic",
  ]
  /// "Belgazprombank", "Safaricom".
  private static let endings = [
    "bank", "prom", "neft", "telecom", "pharma", "soft", "corp", "tech", "gaz", "com", "gas",
    "media",
  ]
}
