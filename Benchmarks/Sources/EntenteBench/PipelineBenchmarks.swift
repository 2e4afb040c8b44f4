import ArgumentParser
import ArticleGenerator
import Foundation

/// The built program on folders of articles, as a user runs it.
struct PipelineBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipeline", abstract: "The whole program: memory as articles grow, and workers.")

  @Option(help: "The entente program, built for release.")
  var binary: String

  @Option(help: "How many articles the largest folder has.")
  var articles = 10_000

  @Option(help: "How often each run is timed; the median counts.")
  var rounds = 3

  @Option(help: "The same seed gives the same articles.")
  var seed: UInt64 = 1

  @Option(parsing: .singleValue, help: "An argument for every run of the program; repeatable.")
  var argument: [String] = []

  func validate() throws {
    guard articles >= 8, rounds > 0 else {
      throw ValidationError("--articles must be at least 8, --rounds above 0")
    }
  }

  func run() throws {
    var answers = AnswerSheet()
    try withTemporaryFolder { folder in
      let program = BuiltProgram(path: binary, arguments: argument, folder: folder)
      // A quarter first: this process must not grow before children are measured.
      let quarter = try ArticleFolder(
        count: articles / 4, seed: seed, at: folder.appendingPathComponent("quarter"))
      let all = try ArticleFolder(
        count: articles, seed: seed, at: folder.appendingPathComponent("all"))
      print(try memoryTable(program, quarter, all, &answers).text)
      print("")
      print(try workerTable(program, all, &answers).text)
    }
    try answers.hand(in: "pipeline")
  }

  private func memoryTable(
    _ program: BuiltProgram, _ quarter: ArticleFolder, _ all: ArticleFolder,
    _ answers: inout AnswerSheet
  ) throws -> ResultTable {
    var table = ResultTable(["articles", "text", "graph", "peak memory"])
    for folder in [quarter, all] {
      let run = try program.build(folder, jobs: 1)
      try verify(run, of: folder, &answers)
      table.add([
        "\(folder.count)", Figure.megabytes(folder.bytes), Figure.megabytes(run.graphBytes),
        Figure.megabytes(run.child.peakBytes),
      ])
    }
    return table
  }

  private func workerTable(
    _ program: BuiltProgram, _ folder: ArticleFolder, _ answers: inout AnswerSheet
  ) throws -> ResultTable {
    var table = ResultTable(["workers", "speed", "wall clock", "processor", "times one worker"])
    var graphs: [Data] = []
    var oneWorker = 0.0
    for jobs in [1, 2] {
      let runs = try (0..<rounds).map { _ in try program.build(folder, jobs: jobs) }
      let wall = Timings(seconds: runs.map(\.child.wallSeconds)).median
      let processor = Timings(seconds: runs.map(\.child.processorSeconds)).median
      if jobs == 1 { oneWorker = wall }
      graphs.append(try Data(contentsOf: program.graph))
      table.add([
        "\(jobs)", Figure.speed(folder.bytes, in: wall), Figure.seconds(wall),
        Figure.seconds(processor), Figure.ratio(oneWorker / wall),
      ])
    }
    answers.expect(
      "pipeline", "whether two workers give the same graph", graphs[1] == graphs[0], is: true)
    return table
  }

  /// Every country that the articles name must be a node.
  private func verify(
    _ run: BuiltProgram.Run, of folder: ArticleFolder, _ answers: inout AnswerSheet
  ) throws {
    let graph = try String(contentsOf: run.graph, encoding: .utf8)
    let missing = folder.countries.filter { !graph.contains(">\($0)<") }
    answers.expect("pipeline", "the list of countries without a node", missing.sorted(), is: [])
  }
}
