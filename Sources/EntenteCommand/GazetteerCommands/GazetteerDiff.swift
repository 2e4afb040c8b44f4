import ArgumentParser
import DocumentModel
import Entente
import Foundation
import GraphBuilding
import GraphModel

/// `entente gazetteer diff`: what an edit of the tables does to the graph.
struct GazetteerDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which nodes and edges appear, vanish and change between two sets of tables.",
    discussion: """
      A set is a folder of tables, loaded after the shipped ones, or the word "shipped" for these
      alone. With no set the shipped tables are compared with all tables of a run here: those of the
      project and of --gazetteers; with one set it is compared with these.

      EXAMPLES
        entente gazetteer diff --on articles/
        entente gazetteer diff gazetteers-yesterday gazetteers --on articles/ --json
        entente gazetteer diff old/Gazetteers new/Gazetteers --alone --on articles/
      """)

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

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var data: DataOptions
  @OptionGroup var job: JobOptions
  @OptionGroup var log: LogOptions

  func run() async throws {
    let input = try InputOptions.parse(on)
    let old = try await graph(of: input, folders: folders(before ?? "shipped"))
    let new = try await graph(of: input, folders: after.map { try folders($0) })
    let difference = GraphDifference(from: old, to: new)
    if json { return try printJSON(difference) }
    let text = GraphDifferenceText(difference, of: old, new)
    for line in text.lines { print(printable(line)) }
    Console(log).say(text.summary)
  }

  private func folders(_ set: String) throws -> [URL] {
    let shipped = try data.folders().shipped
    guard set != "shipped" else { return [shipped] }
    let folder = URL(filePath: set, directoryHint: .isDirectory)
    return alone ? [folder] : [shipped, folder]
  }

  /// The graph with the tables of `folders`; nil stands for what a run here loads.
  private func graph(of input: InputOptions, folders: [URL]?) async throws -> Graph {
    let session = try Session(data: data, input: input, log: log, folders: folders)
    let batch = await Batch(session: session, jobs: job.jobs)
    if batch.graphs.isEmpty { throw ExitCode(2) }
    return GraphBuilder().graph(of: batch.graphs).graph
  }
}
