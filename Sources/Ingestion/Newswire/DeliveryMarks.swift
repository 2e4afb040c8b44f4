/// The lines by which news databases part the articles of one file.
enum DeliveryMarks {
  /// Whether a text begins as a delivery: a count of documents, or the lines that stand above an
  /// article there.
  static func begin(_ head: String) -> Bool {
    guard head.containsASCII("length:") || head.containsASCII(" document") else { return false }
    let lines = head.split(whereSeparator: \.isNewline).map { $0.trimmed }
    if lines.prefix(40).contains(where: { isCount($0) }) { return true }
    let hasLength = lines.contains { isLength($0) }
    let hasField = lines.contains { line in
      ["copyright ", "section:", "byline:"].contains { line.lowercased().hasPrefix($0) }
    }
    return hasLength && hasField
  }

  /// `5 of 120 DOCUMENTS`.
  static func isCount(_ line: Substring) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 4 && Int(words[0]) != nil && words[1].lowercased() == "of"
      && Int(words[2]) != nil && words[3].uppercased().hasPrefix("DOCUMENT")
  }

  static func isEnd(_ line: Substring) -> Bool { line.lowercased() == "end of document" }

  /// `LENGTH: 812 words`.
  static func isLength(_ line: Substring) -> Bool {
    guard line.lowercased().hasPrefix("length:") else { return false }
    let words = line.dropFirst(7).split(separator: " ")
    return words.count == 2 && Int(words[0].filter { $0 != "," }) != nil
      && words[1].lowercased().hasPrefix("word")
  }
}
