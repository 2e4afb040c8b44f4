import Foundation

/// Where a table's content is from and under which licence, as its comments say.
public struct TableCredits: Sendable, Codable {
  public let path: String
  public let rows: Int
  /// The comments that name sources and licences; empty when none does.
  public let statements: [String]

  public init(_ sheet: Sheet) {
    path = sheet.path
    rows = sheet.rows.reduce(0) { count, _ in count + 1 }
    statements = Self.statements(in: sheet.head)
  }

  /// A line that names a source or licence, and those that go on with it up to the next sentence of
  /// another matter.
  private static func statements(in comments: [String]) -> [String] {
    var statements: [String] = []
    for comment in comments {
      let text = comment.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces)
      if isCredit(text) {
        statements.append(text)
      } else if let last = statements.last, let end = last.last, !".;:".contains(end),
        text.first?.isLowercase == true, !text.hasPrefix("as-of:"), !text.hasPrefix("allow:")
      {
        statements[statements.count - 1] = "\(last) \(text)"
      }
    }
    return statements
  }

  private static func isCredit(_ text: String) -> Bool {
    let text = text.lowercased()
    return words.contains { text.contains($0) }
  }

  private static let words = [
    "source:", "sources:", "licence", "license", "written by hand", "public domain", "cc0", "cc by",
    "(mit", "pddl", "apache", "©", "github.com", "hand;",
  ]
}
