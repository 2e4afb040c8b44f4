import DocumentModel
import Foundation
public import GraphAnalysis
public import GraphModel

/// Statistics for people, as plain tables, and for programs, as JSON.
public struct StatisticsText {
  private let statistics: GraphStatistics
  private let labels: [String: String]

  public init(_ statistics: GraphStatistics, of graph: Graph) {
    self.statistics = statistics
    labels = Dictionary(graph.nodes.map { ($0.id, TextCleaning.cleaned($0.shownLabel)) }) {
      first, _ in first
    }
  }

  /// Members in fixed order; dates as `YYYY-MM-DD`.
  public static func json(_ statistics: GraphStatistics) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(statistics), as: UTF8.self) + "\n"
  }

  public var text: String {
    let sections = [
      ("", [overview]),
      ("entities", counts(statistics.types)), ("categories", counts(statistics.categories)),
      ("relations", counts(Array(statistics.relations.prefix(15)))),
      ("stance", counts(statistics.stances)), ("grades", counts(statistics.grades)),
      ("entities with most relations", degrees), ("relations told most", heaviest),
      ("balance of pairs, acts told as fact", balance),
      ("by month, acts told as fact", timeline), ("connected parts", components),
    ]
    return sections.filter { $0.1.count > 0 }.map { title, lines in
      (title.isEmpty ? [] : [title.uppercased()]) + lines
    }.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var overview: String {
    let s = statistics
    let dates = s.firstDate.flatMap { first in s.lastDate.map { "\(first) to \($0)" } }
    return
      "\(s.nodes) entities, \(s.edges) edges, \(s.articles) articles, \(s.evidence) pieces of evidence"
      + (dates.map { "; \($0)" } ?? "")
  }

  private func counts(_ counts: [GraphStatistics.Count]) -> [String] {
    TextTable(columns: [.left, .right]).lines(counts.map { [$0.name, "\($0.count)"] })
  }

  private var degrees: [String] {
    TextTable(columns: [.left, .left, .right, .right, .right, .right]).lines(
      statistics.degreeLeaders.map {
        [label($0.id), $0.type.rawValue, "\($0.degree)", "\($0.outgoing)", "\($0.incoming)"]
          + [number($0.weight)]
      }, header: ["", "", "edges", "out", "in", "weight"])
  }

  private var heaviest: [String] {
    TextTable(columns: [.right, .left]).lines(
      statistics.weightLeaders.map {
        [number($0.weight), "\(label($0.source)) — \($0.label) → \(label($0.target))"]
      })
  }

  private var balance: [String] {
    TextTable(columns: [.left, .right, .right, .right]).lines(
      statistics.balance.map {
        ["\(label($0.first)) – \(label($0.second))", number($0.cooperation), number($0.conflict)]
          + [signed($0.goldstein)]
      }, header: ["", "cooperation", "conflict", "goldstein"])
  }

  private var timeline: [String] {
    TextTable(columns: [.left, .right, .right, .right, .right]).lines(
      statistics.timeline.map {
        [$0.month, "\($0.articles)", number($0.cooperation), number($0.conflict)]
          + [signed($0.goldstein)]
      }, header: ["", "articles", "cooperation", "conflict", "goldstein"])
  }

  private var components: [String] {
    guard !statistics.components.isEmpty else { return [] }
    let sizes = statistics.components.prefix(10).map(String.init).joined(separator: ", ")
    let more = statistics.components.count > 10 ? ", …" : ""
    return ["  \(statistics.components.count): of \(sizes)\(more) entities"]
  }

  private func label(_ id: String) -> String { labels[id] ?? id }

  private func number(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : String(format: "%.1f", value)
  }

  private func signed(_ value: Double) -> String { String(format: "%+.1f", value) }
}
