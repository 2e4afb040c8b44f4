import Entente
import Foundation
import GraphBuilding
import GraphExport
import GraphModel
import Testing

/// The worker, from lines to lines.
@Suite struct ArticleWorkerTests {
  /// What the worker writes for `input`.
  private func output(of input: String, jobs: Int = 2, limit: Int = 100_000) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "in.jsonl")
    try Data(input.utf8).write(to: file)
    let handle = try FileHandle(forReadingFrom: file)
    let runner = BatchRunner(
      pipeline: try Shipped.pipeline.get(), reader: ArticleReader(),
      options: BatchOptions(jobs: jobs))
    let sink = MemorySink()
    _ = try ArticleWorker(runner: runner, limit: limit).run(
      reading: handle.fileDescriptor, writing: sink)
    return sink.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      .dropLast()
  }

  @Test func oneBadLineNeverStopsIt() throws {
    let lines = try output(
      of: """
        {"id":"a","text":"Iran met Iraq in Geneva.","date":"2024-01-05T10:00:00Z","page":7}
        not json
        {"id":"b"}

        {"id":"c","text":"  \\n "}
        [1,2]
        {"id":"d","text":"\(String(repeating: "long ", count: 2000))"}
        {"id":9,"text":"Iran met Iraq in Geneva."}
        {"text":"Iran met Iraq in Geneva."}
        {"id":"e","text":"Iran met\\u0000 Iraq."}
        """, limit: 5000)
    let starts = [
      #"{"analysis":{"version":1,"article":{"id":"a","#, #"{"failed":{"code":"not-json","line":2,"#,
      #"{"failed":{"code":"no-text","id":"b","line":3,"#,
      #"{"failed":{"code":"empty","id":"c","line":5,"#,
      #"{"failed":{"code":"not-json","line":6,"#, #"{"failed":{"code":"too-long","line":7,"#,
      #"{"analysis":{"version":1,"article":{"id":"9","#,
      #"{"analysis":{"version":1,"article":{"id":"text-"#,
      #"{"failed":{"code":"nul-bytes","id":"e","line":10,"#,
    ]
    #expect(lines.count == starts.count)
    for (line, start) in zip(lines, starts) {
      #expect(line.hasPrefix(start), "\(line.prefix(120))")
    }
    #expect(lines[0].contains(#""date":"2024-01-05""#))
    #expect(lines[0].contains(#""attributes":{"page":"7"}"#))
  }

  /// Workers' lines, in whatever order and twice, are the graph of one run over the files.
  @Test func linesOfSeveralWorkersAreTheGraphOfOneRun() throws {
    let files = ArticleSource(paths: [Shipped.root.appending(path: "Examples/articles").path])
      .inventory().files
    let reader = ArticleReader()
    var lines: [String] = []
    for file in files {
      reader.read(file) { result in
        guard let article = try? result.get().article,
          let line = try? JSONSerialization.data(withJSONObject: [
            "id": article.id, "text": article.text,
          ])
        else { return }
        lines.append(String(decoding: line, as: UTF8.self))
      }
    }
    #expect(lines.count == files.count)
    let one = try output(of: lines.joined(separator: "\n"), jobs: 1)
    #expect(try output(of: lines.joined(separator: "\n"), jobs: 4) == one)
    var set = AnalysisSet()
    for part in [Array(one.reversed().prefix(7)), Array(one.prefix(8))] {
      try set.add(Data(part.joined(separator: "\n").utf8), path: "part")
    }
    set.settle()
    #expect(set.articles.count == files.count)
    var graphs: [ArticleGraph] = []
    try BatchRunner(pipeline: try Shipped.pipeline.get(), reader: reader).run(files) { outcome in
      if case .analysed(let graph, _) = outcome { graphs.append(graph) }
    }
    #expect(GraphBuilder().graph(of: set.articles).graph == GraphBuilder().graph(of: graphs).graph)
  }

  /// One id with two texts is two articles, and said to be.
  @Test func articlesOfOneIDAreToldApart() throws {
    let lines = try output(
      of: """
        {"id":"a","text":"Iran met Iraq in Geneva."}
        {"id":"a","text":"Iran met Oman in Geneva."}
        """)
    var set = AnalysisSet()
    try set.add(Data(lines.joined(separator: "\n").utf8), path: "part")
    set.settle()
    #expect(set.articles.map { $0.article.id.hasPrefix("a~") } == [true, true])
    #expect(set.diagnostics.map(\.code) == ["article-conflict"])
  }
}
