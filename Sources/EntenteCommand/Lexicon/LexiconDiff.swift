import ArgumentParser
import Curation
import GraphModel

/// `entente lexicon diff`: what an edit of the lexicon does to the graph.
struct LexiconDiff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say which patterns two lexicons differ in, and which edges come of it.",
    discussion: """
      A set is a folder with tables of relations and patterns, loaded after the shipped ones, or the
      word "shipped" for these alone. With no set the shipped tables are compared with all tables of a
      run here: those of the project and of --gazetteers; with one set it is compared with these.

      EXAMPLES
        entente lexicon diff --on articles/
        entente lexicon diff lexicon-yesterday lexicon --on articles/
        entente lexicon diff old/Gazetteers new/Gazetteers --alone --on articles/ --json
      """)

  @OptionGroup var sets: TableSets

  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (old, new) = try sets.results()
    let tables = LexiconDifference(from: old.lexicon, to: new.lexicon)
    let graphs = GraphDifference(from: old.graph, to: new.graph)
    if json { return try printJSON(Answer(tables, graphs)) }
    show("relation", tables.relations)
    show("pattern", tables.patterns)
    sets.print(graphs, old, new)
  }

  private static let shown = 40

  private func show(_ kind: String, _ rows: [LexiconDifference.Row]) {
    for row in rows.prefix(Self.shown) {
      print(printable("\(row.mark.rawValue) \(kind)  \(row.text)"))
    }
    if rows.count > Self.shown {
      print("  \(rows.count - Self.shown) more \(kind)s; --json has all")
    }
  }

  private struct Answer: Encodable {
    var relations: [String]
    var patterns: [String]
    var graph: GraphDifference

    init(_ tables: LexiconDifference, _ graph: GraphDifference) {
      relations = tables.relations.map { "\($0.mark.rawValue) \($0.text)" }
      patterns = tables.patterns.map { "\($0.mark.rawValue) \($0.text)" }
      self.graph = graph
    }
  }
}
