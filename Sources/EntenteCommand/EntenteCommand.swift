import ArgumentParser

@main
struct EntenteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Reads news articles and writes the graph of who did what to whom.",
    discussion: """
      EXAMPLES
        entente build articles/ -o graph.graphml -o graph.svg
        entente build - -o - --format dot < article.txt
        entente annotate article.txt
        entente evaluate articles/ --gold gold/

      Exit codes: 0 all done, 1 some articles failed, 2 the run failed, 64 wrong usage.
      Shell completions: entente --generate-completion-script bash
      """,
    version: Version.text,
    subcommands: [
      Build.self, Merge.self, Filter.self, Diff.self, Stats.self, Series.self, Annotate.self,
      Explain.self, Parse.self, GazetteerCommand.self, LexiconCommand.self, Cues.self,
      Suggest.self, Sample.self, Evaluate.self, Export.self, Status.self, Verify.self, Watch.self,
      Worker.self,
      Init.self, Paths.self,
    ])
}
