import ArgumentParser

/// `entente lexicon`: the workbench of verbs and event nouns.
struct LexiconCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check, compare, import and search the patterns of verbs and event nouns.",
    discussion: """
      EXAMPLES
        entente lexicon check                          run every pattern's example as a test
        entente lexicon check --gazetteers mine/       with patterns of your own
        entente lexicon check supply                   the patterns of one head
        entente lexicon stats
        entente lexicon find supply
        entente lexicon diff --on articles/            what your patterns change in the graph
        entente lexicon import CAMEO.2.0.txt -o cameo  verb patterns of PETRARCH
        entente lexicon codebook > codebook.md
      """,
    subcommands: [
      LexiconChecking.self, LexiconStatistics.self, LexiconFinding.self, LexiconDiff.self,
      LexiconImport.self, CodebookCommand.self,
    ])
}
