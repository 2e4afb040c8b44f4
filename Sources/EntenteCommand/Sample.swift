import ArgumentParser
import Entente
import GraphAnalysis
import GraphExport
import GraphModel

/// `entente sample`: relations to judge by hand.
struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw relations of a graph to judge by hand in a spreadsheet.",
    discussion: """
      Write y (right), n (wrong) or ? into the column verdict, save the sheet as CSV, and run
      entente evaluate --sheet. The same seed draws the same relations.

      EXAMPLES
        entente sample graph.jsonl -n 200 --by category,grade -o sheet.csv
        entente evaluate --sheet sheet.csv                 precision with intervals
        entente evaluate --sheet mine.csv yours.csv        and how far two people agree
      """)

  @Argument(
    help: "A graph that entente wrote as .jsonl or .json with its evidence, or -.",
    completion: .file())
  var graph: String

  @Option(name: [.customShort("n"), .long], help: "How many relations.")
  var number: Int = 200

  @Option(
    help: ArgumentHelp(
      "What strata are told apart by, joined by commas: "
        + RelationSample.Key.allCases.map(\.rawValue).joined(separator: ", ")
        + ". Each gives as many as the others, or all it has.",
      valueName: "keys"),
    transform: Self.keys)
  var by: [[RelationSample.Key]] = []

  @Option(help: "Another number draws other relations.")
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The sheet to write, or -.", valueName: "file"),
    completion: .file(extensions: ["csv"]))
  var output: String = "-"

  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup var log: LogOptions

  func validate() throws {
    guard number > 0 else { throw ValidationError("-n takes a number from 1") }
  }

  func run() throws {
    let whole = try Session.failing { try GraphReader().graph(at: graph) }
    let part = try filter.applied(to: whole)
    let sample = RelationSample(of: part, size: number, by: by.flatMap { $0 }, seed: seed)
    let console = Console(log)
    guard !sample.items.isEmpty else {
      console.error("\(graph): nothing to judge: the graph has no relations with their evidence")
      throw ExitCode(2)
    }
    try Session.failing {
      try OutputDestination(output).write { output in
        try JudgementSheet(sample, of: part).write(to: output)
      }
    }
    console.say(
      "Drew \(sample.items.count) of \(sample.population) relations. Write y, n or ? into the column verdict, then run entente evaluate --sheet."
    )
  }

  private static func keys(_ text: String) throws -> [RelationSample.Key] {
    try text.split(separator: ",").map { word in
      guard let key = RelationSample.Key(rawValue: String(word)) else {
        let all = RelationSample.Key.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("\"\(word)\" is none of \(all)")
      }
      return key
    }
  }
}
