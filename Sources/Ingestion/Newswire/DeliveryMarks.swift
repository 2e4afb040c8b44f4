/// The lines by which news databases part the articles of one file.
enum DeliveryMarks {
  /// Whether a text begins as a delivery: a count of documents, or the lines that stand above an
  /// article there.
  static func begin(_ head: String) -> Bool {
    guard head.containsASCII("length:") || head.containsASCII(" document") else { return false }
    let lines = linesInQuestion(of: head)
    if lines.contains(where: { $0.number < 40 && isCount($0.text) }) { return true }
    guard lines.contains(where: { isLength($0.text) }) else { return false }
    return lines.contains { line in
      ["copyright ", "section:", "byline:"].contains { line.text.lowercased().hasPrefix($0) }
    }
  }

  /// The lines that may be marks or fields by their first letter, with their numbers: this is asked of
  /// every text, and most of its lines need not become strings.
  private static func linesInQuestion(of head: String) -> [(number: Int, text: Substring)] {
    var head = head
    return head.withUTF8 { bytes in
      bytes.split { $0 == 0x0A || $0 == 0x0D }.enumerated().compactMap { number, line in
        guard let first = line.first(where: { $0 > 0x20 }), firstLetters.contains(first) else {
          return nil
        }
        return (number, String(decoding: line, as: UTF8.self).trimmed)
      }
    }
  }

  private static let firstLetters = Array("0123456789BCLSbcls".utf8)

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
