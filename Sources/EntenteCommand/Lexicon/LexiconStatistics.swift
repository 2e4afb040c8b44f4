import ArgumentParser
import DocumentModel
import Gazetteers

/// `entente lexicon stats`: how many relations, heads and patterns each category has.
struct LexiconStatistics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Count relations, heads and patterns by category.")

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let lexicon = try Session.gazetteer(data, console: Console(log)).lexicon
    print(LexiconTable(lexicon).text, terminator: "")
    print("irregular forms  \(lexicon.irregularForms.count)")
  }
}
