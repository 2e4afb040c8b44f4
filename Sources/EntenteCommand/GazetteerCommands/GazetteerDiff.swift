import ArgumentParser
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

  @OptionGroup var sets: TableSets

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (old, new) = try sets.results()
    let difference = GraphDifference(from: old.graph, to: new.graph)
    if json { return try printJSON(difference) }
    sets.print(difference, old, new)
  }
}
