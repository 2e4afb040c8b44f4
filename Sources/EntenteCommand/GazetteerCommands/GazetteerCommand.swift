import ArgumentParser

/// `entente gazetteer`: what people do with tables.
struct GazetteerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gazetteer",
    abstract: "Check, extend and look through the tables of names.",
    discussion: """
      The tables are those that a run would load: the shipped ones, those of the project around the
      working directory, and the folders given with --gazetteers.

      EXAMPLES
        entente gazetteer check
        entente gazetteer find "foreign minister of Turkey" --on 2024-05-01
        entente gazetteer grammar entities
      """,
    subcommands: [
      GazetteerCheckCommand.self, GazetteerFind.self, GazetteerStats.self, GazetteerGrammar.self,
      GazetteerCredits.self, GazetteerFormat.self,
      GazetteerDiff.self, GazetteerAdd.self, GazetteerImport.self,
      GazetteerCompile.self,
    ])
}
