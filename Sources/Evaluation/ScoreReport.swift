public import Foundation

/// Scores of many articles, put into words for a terminal or into JSON for a program.
public struct ScoreReport: Sendable {
  /// What a text report shows beyond the totals.
  public struct Details: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// A row for every article.
    public static let documents = Details(rawValue: 1)
    /// Every disagreement, by article.
    public static let findings = Details(rawValue: 2)
  }

  public var documents: [DocumentScore]

  public init(_ documents: [DocumentScore]) {
    self.documents = documents
  }

  /// All articles added up.
  public var total: GraphScores { documents.reduce(GraphScores()) { $0 + $1.scores } }

  /// Lines of plain text, the last one ended.
  public func text(_ details: Details = []) -> String {
    var parts: [String] = []
    if details.contains(.findings) { parts += findingLines }
    if details.contains(.documents) { parts += ScoreTable.rows(of: documents) + [""] }
    parts.append("\(documents.count) articles, micro-average")
    parts += ScoreTable.lines(of: total)
    return parts.joined(separator: "\n") + "\n"
  }

  /// Totals, and with `.documents` each article's figures, with `.findings` its disagreements.
  public func json(_ details: Details = [.documents]) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let shown = details.isEmpty ? nil : documents.map { ScoreFigures.Document($0, details) }
    return try encoder.encode(ScoreFigures.Report(total: ScoreFigures(total), documents: shown))
  }

  private var findingLines: [String] {
    documents.flatMap { document in
      [document.doc] + document.findings.map { "  \($0)" } + [""]
    }
  }
}
