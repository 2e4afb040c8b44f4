import Entente
import Foundation
import GraphBuilding
import GraphModel
import RunStorage
import Testing

/// A store that follows an archive, against runs from nothing.
@Suite struct ArchiveUpdateTests {
  private static let setup = AnalysisSetup(
    version: "1", program: "p", gazetteers: "g", model: "m", names: "n")

  /// Articles are added, edited and withdrawn at random, and some runs stopped; after each run that
  /// comes to its end the graph is that of a run from nothing, after each other one as before.
  @Test(arguments: [1, 2] as [UInt64])
  func everyStepIsARunFromNothing(seed: UInt64) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let archive = folder.appending(path: "archive")
    try FileManager.default.createDirectory(at: archive, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try ArticleStore.writing(folder.appending(path: "s.sqlite").path)
    var random = Numbers(seed: seed)
    var before = Graph()
    for step in 0..<12 {
      for _ in 0..<3 {
        let file = archive.appending(path: "\(random.below(8)).txt")
        if random.below(4) == 0 {
          try? FileManager.default.removeItem(at: file)
        } else {
          try Data(random.article().utf8).write(to: file)
        }
      }
      let stop = StopRequest()
      if step % 4 == 2 { stop.request() }
      try update(store, archive, stop)
      let stored = try ArchiveGraph().graph(of: store).graph
      if !stop.isRequested { before = try graph(of: archive) }
      #expect(stored == before, "step \(step)")
    }
    #expect(!before.edges.isEmpty)
    #expect(try store.findings().isEmpty)
  }

  private var runner: BatchRunner {
    get throws {
      BatchRunner(
        pipeline: try Shipped.pipeline.get(), reader: ArticleReader(),
        options: BatchOptions(jobs: 2))
    }
  }

  private func update(_ store: ArticleStore, _ archive: URL, _ stop: StopRequest) throws {
    let run = try StoreRun(store, setup: Self.setup)
    let files = ArticleSource(paths: [archive.path]).inventory().files
    let isWhole = try ArchiveUpdate(runner: runner, reader: ArticleReader())
      .update(run, with: files, stop: stop) { _ in }
    if isWhole { _ = try run.finish() }
  }

  private func graph(of archive: URL) throws -> Graph {
    var graphs: [ArticleGraph] = []
    try runner.run(ArticleSource(paths: [archive.path]).inventory().files) { outcome in
      if case .analysed(let graph, _) = outcome { graphs.append(graph) }
    }
    return GraphBuilder().graph(of: graphs).graph
  }
}

/// Numbers and short articles of seeded chance.
private struct Numbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

  mutating func below(_ limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Int(StableHash.mixed(state) % UInt64(limit))
  }

  mutating func article() -> String {
    let countries = ["Iran", "Iraq", "Norway", "Sweden", "Oman", "Vladimir Putin", "Jane Miller"]
    let acts = ["criticised", "praised", "met", "denied that it attacked", "signed a treaty with"]
    // Some articles are long enough to be copies of one another.
    let count = below(3) == 0 ? 10 : 2
    let sentences = (0..<count).map { index in
      let place = count == 10 ? index : below(100)
      return "\(countries[place % 7]) \(acts[place % 5]) \(countries[(place + 3) % 7])."
    }
    return "GENEVA, May \(1 + below(28)), 2024 - " + sentences.joined(separator: " ") + "\n"
  }
}
