import ArgumentParser
import Entente
import Foundation
import GraphAnalysis
import GraphExport
import GraphModel

/// `entente stats`: a graph in figures.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Describe a graph in figures.",
    discussion: """
      EXAMPLES
        entente stats graph.jsonl
        entente stats graph.jsonl --json --leaders 50
        entente stats graph.jsonl --since 2024 --type country
      """)

  @Argument(help: "A graph that entente wrote as .jsonl or .json, or -.", completion: .file())
  var graph: String

  @Flag(help: "Print JSON.")
  var json = false

  @Option(help: ArgumentHelp("How many entities, relations and pairs are listed.", valueName: "n"))
  var leaders: Int = 10

  @OptionGroup(title: "What to keep") var filter: FilterArguments

  func run() throws {
    let whole = try Session.failing { try GraphReader().graph(at: graph) }
    let part = try filter.applied(to: whole)
    let statistics = GraphStatistics(
      part, leaders: max(leaders, 0), since: filter.since, until: filter.until)
    let text =
      json
      ? printable(json: Data(try StatisticsText.json(statistics).utf8))
      : printable(StatisticsText(statistics, of: part).text)
    print(text, terminator: "")
  }
}
