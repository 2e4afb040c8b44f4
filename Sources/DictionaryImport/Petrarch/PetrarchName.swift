/// Names of PETRARCH files: capitals, with underscores for blanks and at the end.
enum PetrarchName {
  /// The name as news writes it; its capitals are guessed.
  ///
  /// - Parameter acronyms: a single word of so many letters at most is taken for an acronym.
  static func readable(_ text: String, acronyms: Int = 0) -> String {
    let words = text.split { $0 == "_" || $0 == " " }.map(String.init)
    if words.count == 1, acronyms > 0, words[0].contains(".") || words[0].utf8.count <= acronyms {
      return words[0]
    }
    return words.enumerated().map { index, word in
      index > 0 && small.contains(word.lowercased()) ? word.lowercased() : capitalised(word)
    }.joined(separator: " ")
  }

  /// Whether a form is in capitals because it is an acronym.
  static func isAcronym(_ name: String) -> Bool {
    let letters = name.filter(\.isLetter)
    return letters.count > 1 && letters.allSatisfy(\.isUppercase)
  }

  /// Each part of a word with hyphens or an apostrophe begins with a capital; words that are not in
  /// capitals stay as they are.
  private static func capitalised(_ word: String) -> String {
    if word.contains(where: \.isLowercase) || isInitials(word) { return word }
    var result = ""
    var beginsPart = true
    for character in word {
      result += beginsPart ? character.uppercased() : character.lowercased()
      beginsPart = character == "-" || character == "(" || character == "/"
    }
    return result
  }

  private static func isInitials(_ word: String) -> Bool {
    word.contains(".") && word.split(separator: ".").allSatisfy { $0.count == 1 }
  }

  private static let small: Set<String> = [
    "of", "the", "and", "for", "in", "on", "to", "de", "du", "des", "la", "le", "del", "van", "von",
    "der", "bin", "al", "el", "e", "y", "et",
  ]
}
