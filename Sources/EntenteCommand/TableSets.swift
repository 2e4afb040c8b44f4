import ArgumentParser
import Entente
import Foundation
import Gazetteers
import GraphBuilding
import GraphModel

/// Two sets of tables, and the articles to compare them on.
struct TableSets: ParsableArguments {
  @Argument(help: "The set before the edit (default: shipped).", completion: .directory)
  var before: String?

  @Argument(help: "The set after it (default: what a run here loads).", completion: .directory)
  var after: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Articles to make the graphs of: files or folders (default: those of the project).",
      valueName: "path"))
  var on: [String] = []

  @Flag(help: "The sets are whole: load nothing before them.")
  var alone = false

  @OptionGroup var data: DataOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  /// What one set makes of the articles.
  struct Result {
    var graph: Graph
    var lexicon: Lexicon
  }

  func results() throws -> (old: Result, new: Result) {
    let input = try InputOptions.parse(on)
    let old = try result(of: input, folders: folders(before ?? "shipped"))
    let new = try result(of: input, folders: after.map { try folders($0) })
    return (old, new)
  }

  private func folders(_ set: String) throws -> [URL] {
    let shipped = try data.folders().shipped
    guard set != "shipped" else { return [shipped] }
    let folder = URL(filePath: set, directoryHint: .isDirectory)
    return alone ? [folder] : [shipped, folder]
  }

  /// With the tables of `folders`; nil stands for what a run here loads.
  private func result(of input: InputOptions, folders: [URL]?) throws -> Result {
    let session = try Session(data: data, input: input, log: log, folders: folders)
    let batch = try Batch(session: session, job: job)
    if batch.graphs.isEmpty { throw ExitCode(2) }
    return Result(
      graph: GraphBuilder().graph(of: batch.graphs).graph,
      lexicon: session.pipeline.gazetteer.lexicon)
  }

  /// Prints what the second graph gained, lost and changed.
  func print(_ difference: GraphDifference, _ old: Result, _ new: Result) {
    let text = GraphDifferenceText(difference, of: old.graph, new.graph)
    for line in text.lines { Swift.print(printable(line)) }
    Console(log).say(text.summary)
  }
}
