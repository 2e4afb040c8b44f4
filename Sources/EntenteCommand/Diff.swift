import ArgumentParser
import Entente
import GraphExport
import GraphModel

/// `entente diff`: what one graph has that another has not.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Say which entities and relations one graph gained, lost and changed against another.",
    discussion: """
      EXAMPLES
        entente diff yesterday.jsonl today.jsonl
        entente diff old.jsonl new.jsonl --category SANCTION --json

      A line begins with + for what only the second has, - for what only the first has, ~ for what
      both have with another weight, stance, type or name.
      """)

  @Argument(help: "The older graph, as .jsonl or .json.", completion: .file())
  var before: String

  @Argument(help: "The newer graph.", completion: .file())
  var after: String

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup(title: "What to compare") var filter: FilterArguments
  @OptionGroup var log: LogOptions

  func run() throws {
    let graphs = try [before, after].map { path in
      try filter.applied(to: Session.failing { try GraphReader().graph(at: path) })
    }
    let difference = GraphDifference(from: graphs[0], to: graphs[1])
    if json { return try printJSON(difference) }
    let text = GraphDifferenceText(difference, of: graphs[0], graphs[1])
    for line in text.lines { print(printable(line)) }
    Console(log).say(text.summary)
  }
}
