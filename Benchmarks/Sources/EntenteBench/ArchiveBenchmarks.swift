import ArgumentParser
import ArticleGenerator
import Foundation

/// The built program with a store, as a user with a growing archive runs it.
struct ArchiveBenchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Stores: speed beside a run without one, updates, size, memory.")

  @Option(help: "The entente program, built for release.")
  var binary: String

  @Option(help: "How many articles the archive has.")
  var articles = 10_000

  @Option(help: "How often each run is timed; the median counts.")
  var rounds = 3

  @Option(help: "How many articles are analysed at once.")
  var jobs = 2

  @Option(help: "The same seed gives the same articles.")
  var seed: UInt64 = 1

  func validate() throws {
    guard articles >= 100, rounds > 0, jobs > 0 else {
      throw ValidationError("--articles must be at least 100, --rounds and --jobs above 0")
    }
  }

  func run() throws {
    var answers = AnswerSheet()
    try withTemporaryFolder { folder in
      let archive = try ArticleFolder(
        count: articles, seed: seed, at: folder.appendingPathComponent("articles"))
      let bench = StoreBench(
        binary: binary, jobs: jobs, rounds: rounds, archive: archive, folder: folder)
      print(try bench.table(&answers).text)
    }
    try answers.hand(in: "archive")
  }
}

/// Runs over one archive, with and without its store.
private struct StoreBench {
  let binary: String
  let jobs: Int
  let rounds: Int
  let archive: ArticleFolder
  let folder: URL

  private var store: String { folder.appendingPathComponent("s.sqlite").path }

  func table(_ answers: inout AnswerSheet) throws -> ResultTable {
    var table = ResultTable([
      "run", "articles a second", "wall clock", "processor", "peak memory", "beside no store",
    ])
    let (plain, kept) = try alternating()
    let size = try bytes(of: store)
    let nothing = try repeated { try build(["--store", store]) }
    let current = try repeated { try build(["--store", store, "-o", output("store")]) }
    try expect(&answers, "an output left alone", "store", is: "plain")
    let export = try repeated {
      try run(["export", "--store", store, "-o", output("export"), "--quiet"])
    }
    try expect(&answers, "an export", "export", is: "plain")
    try changeSome()
    let some = try [build(["--store", store, "-o", output("store")])]
    _ = try build(["-o", output("plain")])
    try expect(&answers, "an update", "store", is: "plain")
    for (name, runs) in [
      ("no store", plain), ("a new store", kept), ("nothing changed", nothing),
      ("nothing changed, with the graph", current),
      ("one in 100 changed, with the graph", some), ("export", export),
    ] {
      table.add(row(name, runs, beside: plain))
    }
    table.add([
      "size of the store", Figure.megabytes(size), "text", Figure.megabytes(archive.bytes), "ratio",
      Figure.ratio(Double(size) / Double(archive.bytes)),
    ])
    return table
  }

  /// Runs without and with a store in turn, so that both meet the same weather.
  private func alternating() throws -> ([ChildProcess], [ChildProcess]) {
    var (plain, kept): ([ChildProcess], [ChildProcess]) = ([], [])
    for _ in 0..<rounds {
      plain.append(try build(["-o", output("plain")]))
      for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: store + end) }
      kept.append(try build(["--store", store, "-o", output("store")]))
    }
    return (plain, kept)
  }

  /// Adds a sentence to one article in a hundred.
  private func changeSome() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: archive.url.path).sorted()
    for index in stride(from: 0, to: files.count, by: 100) {
      let file = archive.url.appendingPathComponent(files[index])
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data((text + "\n\nNorway criticised Sweden on Friday.\n").utf8).write(to: file)
    }
  }

  private func row(_ name: String, _ runs: [ChildProcess], beside plain: [ChildProcess]) -> [String]
  {
    let wall = Timings(seconds: runs.map(\.wallSeconds)).median
    let processor = Timings(seconds: runs.map(\.processorSeconds)).median
    return [
      name, Figure.rate(archive.count, in: wall), Figure.seconds(wall), Figure.seconds(processor),
      Figure.megabytes(runs.map(\.peakBytes).max() ?? 0),
      Figure.ratio(Timings(seconds: plain.map(\.processorSeconds)).median / processor),
    ]
  }

  private func repeated(_ body: () throws -> ChildProcess) throws -> [ChildProcess] {
    try (0..<rounds).map { _ in try body() }
  }

  private func build(_ arguments: [String]) throws -> ChildProcess {
    try run(["build", archive.url.path, "--jobs", "\(jobs)", "--quiet"] + arguments)
  }

  private func run(_ arguments: [String]) throws -> ChildProcess {
    try ChildProcess.run(binary, arguments)
  }

  private func output(_ name: String) -> String {
    folder.appendingPathComponent("\(name).jsonl").path
  }

  private func bytes(of path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private func expect(
    _ answers: inout AnswerSheet, _ what: String, _ name: String, is expected: String
  ) throws {
    let found = try Data(contentsOf: URL(fileURLWithPath: output(name)))
    let wanted = try Data(contentsOf: URL(fileURLWithPath: output(expected)))
    answers.expect(
      "archive", "whether \(what) gives the graph of a run from nothing", found == wanted, is: true)
  }
}
