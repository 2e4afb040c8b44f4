import ArgumentParser

/// `entente lexicon`: the workbench of verbs and event nouns.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Check, count and search the patterns of verbs and event nouns.",
    discussion: """
      EXAMPLES
        entente lexicon check                          run every pattern's example as a test
        entente lexicon check --gazetteers mine/       with patterns of your own
        entente lexicon check supply                   the patterns of one head
        entente lexicon stats
        entente lexicon find supply
        entente lexicon codebook > codebook.md
      """,
    subcommands: [
      LexiconChecking.self, LexiconStatistics.self, LexiconFinding.self, CodebookCommand.self,
    ])
}
