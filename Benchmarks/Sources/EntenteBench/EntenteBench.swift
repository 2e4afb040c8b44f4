import ArgumentParser

/// Measures Entente on generated articles, and checks its answers while it does.
@main
struct EntenteBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "entente-bench",
    abstract: "Measure Entente's speed and memory on generated articles.",
    discussion: "A benchmark whose answers are wrong fails, however fast it was.",
    subcommands: [
      StageBenchmarks.self, ParsingBenchmarks.self, EntityBenchmarks.self,
      PipelineBenchmarks.self, ArchiveBenchmarks.self,
    ],
    defaultSubcommand: StageBenchmarks.self)
}
