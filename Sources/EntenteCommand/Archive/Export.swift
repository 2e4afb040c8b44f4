import ArgumentParser
import Entente
import GraphBuilding
import GraphModel
import RunStorage

/// `entente export`: graph files from a store.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the graph of a store, without reading its articles again.",
    discussion: """
      EXAMPLES
        entente export --store news.sqlite -o graph.graphml
        entente export --store news.sqlite -o iran.jsonl --ego Iran --since 2024

      A store that is being brought up to date gives the graph of the last run that came to its end.
      """)

  @Option(help: ArgumentHelp("A store of entente build --store.", valueName: "file"))
  var store: String

  @OptionGroup var data: DataOptions
  @OptionGroup var corrections: CorrectionOptions
  @OptionGroup var copies: CopyArguments
  @OptionGroup var log: LogOptions
  @OptionGroup(title: "What to keep") var filter: FilterArguments
  @OptionGroup(title: "Output") var export: ExportArguments

  func run() throws {
    _ = try export.exporters()
    let console = Console(log)
    let table = try corrections.corrections(data, console)
    let graph = try Session.failing {
      let store = try ArticleStore.reading(self.store)
      let status = try store.status()
      guard status.runs > 0 else {
        throw StoreError(path: self.store, kind: .unfinished(waiting: status.waiting))
      }
      if status.waiting > 0 {
        console.warning("a run has not come to its end: this is the archive as it was before it")
      }
      return try self.graph(of: store, table, console)
    }
    try export.write(try filter.applied(to: graph))
  }

  private func graph(of store: ArticleStore, _ table: Corrections, _ console: Console) throws
    -> Graph
  {
    console.saying(try ArchiveGraph(copies: copies.options, corrections: table).graph(of: store))
  }
}
