import ArgumentParser
import Entente
import Gazetteers

/// `entente lexicon check`: the examples of all patterns, run as tests.
struct LexiconChecking: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Run the example of every pattern as a test.",
    discussion: """
      For each example that fails: the file and line of its pattern, the slot, what the example marks
      and what was found. Exit code 1 when one fails.
      """)

  @Argument(help: "Only the patterns of these heads or relations.")
  var words: [String] = []

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  func run() async throws {
    let (gazetteer, parser) = try Session.resources(data, console: Console(log))
    let wanted = Set(words)
    let outcomes = LexiconCheck(pipeline: Pipeline(gazetteer: gazetteer, parser: parser))
      .outcomes {
        wanted.isEmpty || wanted.contains($0.head) || wanted.contains($0.relation)
      }
    let failed = outcomes.filter { !$0.failures.isEmpty }
    for outcome in failed { print(printable(report(outcome))) }
    print("\(outcomes.count - failed.count) of \(outcomes.count) examples pass")
    print(LexiconTable(gazetteer.lexicon, outcomes: outcomes).text, terminator: "")
    if !failed.isEmpty { throw ExitCode(1) }
  }

  private func report(_ outcome: LexiconCheck.Outcome) -> String {
    let pattern = outcome.pattern
    let place = "\(pattern.origin.file):\(pattern.origin.line)"
    let lines = outcome.failures.map { "\(place): \(words(of: $0))" }
    return (lines + ["    \(pattern.relation): \(pattern.text)", "    \(pattern.example)"])
      .joined(separator: "\n")
  }

  private func words(of failure: LexiconCheck.Failure) -> String {
    switch failure {
    case .malformedPattern(let column, let message): "pattern, character \(column): \(message)"
    case .noExample: "no example: write a sentence with its arguments in brackets"
    case .malformedExample(let column, let message): "example, character \(column): \(message)"
    case .otherRelation(let found):
      "no pattern of the relation fits; found \(found.isEmpty ? "none" : list(found))"
    case .wrongSlot(let role, let expected, let found):
      "\(role): expected \"\(expected)\", found \(found.map { "\"\($0)\"" } ?? "nothing")"
    case .noEdge(let found):
      "the slots are right, but no edge joins them; found \(found.isEmpty ? "none" : list(found))"
    }
  }

  private func list(_ words: [String]) -> String {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }.joined(separator: ", ")
  }
}
