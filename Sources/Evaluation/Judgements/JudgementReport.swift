public import Foundation

/// Sheets of judgements put into words for a terminal or into JSON for a program.
public struct JudgementReport: Sendable {
  /// A sheet with its name.
  public struct Sheet: Sendable {
    public var name: String
    public var judgements: [Judgement]

    public init(name: String, judgements: [Judgement]) {
      self.name = name
      self.judgements = judgements
    }
  }

  private let scores: [(name: String, scores: JudgementScores)]
  private let agreements: [(names: [String], agreement: Agreement)]

  public init(_ sheets: [Sheet]) {
    scores = sheets.map { ($0.name, JudgementScores($0.judgements)) }
    agreements = sheets.indices.flatMap { first in
      sheets[(first + 1)...].map { second in
        (
          [sheets[first].name, second.name],
          Agreement(sheets[first].judgements, second.judgements)
        )
      }
    }
  }

  /// Lines of plain text, the last one ended.
  ///
  /// - Parameter lists: also what two people judge differently.
  public func text(lists: Bool = false) -> String {
    var lines: [String] = []
    for (name, scores) in scores { lines += [name] + Self.lines(of: scores) + [""] }
    for (names, agreement) in agreements {
      lines += ["\(names[0]) and \(names[1])"] + Self.lines(of: agreement)
      if lists { lines += agreement.disagreements.map { "    " + $0 } }
      lines.append("")
    }
    return lines.dropLast().joined(separator: "\n") + "\n"
  }

  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(
      File(
        sheets: scores.map { File.Sheet(name: $0.name, scores: $0.scores) },
        agreements: agreements.map { File.Pair(sheets: $0.names, agreement: $0.agreement) }))
  }

  private struct File: Encodable {
    struct Sheet: Encodable {
      var name: String
      var scores: JudgementScores
    }

    struct Pair: Encodable {
      var sheets: [String]
      var agreement: Agreement
    }

    var sheets: [Sheet]
    var agreements: [Pair]
  }

  private static func lines(of scores: JudgementScores) -> [String] {
    let rows = [scores.total] + scores.parts + scores.strata
    let width = (rows.map(\.name.count).max() ?? 0) + 2
    let total = scores.total
    var lines = [
      "  \(total.right + total.wrong) judged, \(total.undecided) undecided, "
        + "\(total.unjudged) not judged; they stand for \(total.size) relations",
      "  " + padded("", to: width) + "precision  95 % interval  right  wrong  in graph",
    ]
    for row in rows where row.precision != nil || row.name == "total" {
      lines.append("  " + padded(row.name, to: width) + figures(of: row))
    }
    return lines
  }

  private static func figures(of row: JudgementScores.Row) -> String {
    guard let precision = row.precision else { return "    none judged" }
    let interval = "\(decimal(precision.low)) to \(decimal(precision.high))"
    let counts = String(format: "%7d%7d%10d", row.right, row.wrong, row.size)
    return "     \(decimal(precision.value))  " + padded(interval, to: 13) + counts
  }

  private static func lines(of agreement: Agreement) -> [String] {
    guard let observed = agreement.observed else { return ["  nothing that both have judged"] }
    let kappa = agreement.kappa.map { "Cohen's kappa \(decimal($0))" }
    return [
      "  \(agreement.count) judged by both, \(decimal(observed)) alike, "
        + (kappa ?? "no kappa: both say the same of everything"),
      "  right for both \(agreement.bothRight), wrong for both \(agreement.bothWrong), "
        + "right for the first only \(agreement.onlyFirst), for the second only "
        + "\(agreement.onlySecond); undecided \(agreement.undecided)",
    ]
  }

  private static func decimal(_ value: Double) -> String { String(format: "%.3f", value) }

  private static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
