import ArgumentParser
import Entente
import GraphAnalysis
import GraphExport
import GraphModel

/// `entente series`: what two did to each other over time.
struct Series: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Count what two entities did to each other over time.",
    discussion: """
      EXAMPLES
        entente series graph.jsonl --pair USA RUS --by month -o series.csv
        entente series graph.jsonl --pair "South Korea" Japan --by year -o series.svg

      Every period has a row, also those in which nothing happened, from --since to --until where
      they are given, with the number of articles of the period. Acts told as fact count, once for each day and independent article.
      """)

  @Argument(help: "A graph that entente wrote as .jsonl or .json, or -.", completion: .file())
  var graph: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Two entities, by name or id.", valueName: "name"))
  var pair: [String]

  @Option(help: "\(Period.allCases.map(\.rawValue).joined(separator: ", ")).")
  var by: Period = .month

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A .csv or .svg to write, or - for CSV; may be repeated.", valueName: "file"),
    completion: .file(extensions: ["csv", "svg"]))
  var output: [String] = ["-"]

  @Flag(help: "Count also what is negated, denied, planned, demanded or possible.")
  var allStances = false

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard pair.count == 2 else { throw ValidationError("--pair takes two entities") }
    for path in output where path != "-" && !path.hasSuffix(".csv") && !path.hasSuffix(".svg") {
      throw ValidationError("\(path): a series is written as .csv or .svg")
    }
  }

  func run() throws {
    let whole = try Session.failing { try GraphReader().graph(at: graph) }
    let part = try filter.applied(to: whole)
    let finder = NodeFinder(part)
    let ends = try pair.map { name in try Session.failing { try finder.node(named: name) } }
    guard ends[0].id != ends[1].id else {
      throw ValidationError("--pair takes two entities; both names mean \(ends[0].id)")
    }
    let series = PairSeries(
      of: part, first: ends[0], second: ends[1], by: by, since: filter.since,
      until: filter.until, allStances: allStances)
    for path in output {
      try Session.failing {
        try OutputDestination(path).write { output in
          path.hasSuffix(".svg")
            ? SeriesPicture(series).write(to: output) : SeriesTable(series).write(to: output)
        }
      }
    }
    if series.undated.events > 0 {
      Console(log).warning(
        "\(Int(series.undated.events)) acts whose date is not known to the \(by.rawValue) are in no row"
      )
    }
  }
}

extension Period: ExpressibleByArgument {}
