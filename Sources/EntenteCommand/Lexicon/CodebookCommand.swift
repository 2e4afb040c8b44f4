import ArgumentParser
import Entente
import Gazetteers
import GraphExport

/// `entente lexicon codebook`: the meaning of the table of events.
struct CodebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codebook",
    abstract: "Print the codebook of the table of events, as Markdown.",
    discussion: """
      EXAMPLES
        entente lexicon codebook > codebook.md
        entente lexicon codebook --gazetteers my-field/
      """)

  @OptionGroup var data: DataOptions
  @OptionGroup var log: LogOptions

  func run() throws {
    let (gazetteer, _) = try Session.resources(data, console: Console(log))
    print(Codebook(Self.entries(gazetteer.lexicon)).markdown, terminator: "")
  }

  private static func entries(_ lexicon: Lexicon) -> [Codebook.Entry] {
    let heads = Dictionary(grouping: lexicon.patterns, by: \.relation).mapValues { patterns in
      Set(patterns.map(\.head)).sorted()
    }
    return lexicon.relations.compactMap { relation in
      relation.category.map { category in
        Codebook.Entry(
          relation: relation.id, category: category, mode: relation.mode, cameo: relation.cameo,
          goldstein: relation.goldstein, words: heads[relation.id] ?? [])
      }
    }
  }
}
