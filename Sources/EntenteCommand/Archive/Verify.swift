import ArgumentParser
import Entente
import Foundation

/// `entente verify`: repeats a run and compares.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Repeat the run of a report and say what is not as it was.",
    discussion: """
      Articles are read again where they were, so run it in the folder of the run it repeats. Tables,
      model, options, articles and outputs are compared by their hashes; nothing that the run wrote is
      touched, and a store is left out. Exit code 0 when everything is the same, 1 when anything is not.

      EXAMPLES
        entente build articles/ -o graph.graphml --run-report run.json
        entente verify run.json
      """)

  @Argument(
    help: "A report of entente build --run-report.", completion: .file(extensions: ["json"]))
  var report: String

  @OptionGroup var log: LogOptions

  func run() async throws {
    let then = try Session.failing { try RunReport(contentsOf: report) }
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "entente-verify-\(UUID().uuidString)", directoryHint: .isDirectory)
    try Session.failing {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    let differences = try await repeated(then, in: folder).differences(from: then)
    for difference in differences { print(printable(difference)) }
    if !differences.isEmpty { throw ExitCode(1) }
    Console(log).say(
      "The same: \(then.articles.count) articles, \(then.nodes) nodes, \(then.edges) edges, "
        + "\(then.outputs.count) outputs byte for byte.")
  }

  /// The report of the same run, its outputs in `folder` but called as they were.
  private func repeated(_ then: RunReport, in folder: URL) async throws -> RunReport {
    var build = try Build.parse(then.arguments)
    let outputs = then.outputs.enumerated().map { index, output in
      folder.appending(path: "\(index)-\(URL(filePath: output.path).lastPathComponent)").path
    }
    build.export.output = outputs.isEmpty ? [folder.appending(path: "graph.jsonl").path] : outputs
    build.storage = try StoreArguments.parse([])
    build.log = try LogOptions.parse(["--quiet"])
    build.runReport = folder.appending(path: "run.json").path
    do {
      try await build.run()
    } catch let code as ExitCode where code.rawValue == 1 {
      // Some articles failed, as the report says.
    }
    var now = try Session.failing { try RunReport(contentsOf: build.runReport ?? "") }
    now.outputs = zip(then.outputs, now.outputs).map { then, now in
      RunReport.Output(path: then.path, hash: now.hash)
    }
    return now
  }
}
