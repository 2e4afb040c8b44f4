import DocumentModel
import Foundation
import GraphBuilding
public import GraphExport
import GraphModel
import Ingestion

/// Reads articles as JSON lines and writes their analyses as JSON lines: a unit of any engine.
///
/// Each line that is not blank gives one line, in order, written as soon as it and those before it
/// are done. A line that is no article, or whose analysis is given up, gives an object that says so.
public struct ArticleWorker: Sendable {
  private let runner: BatchRunner
  private let limit: Int

  /// - Parameter limit: the bytes that a line may have.
  public init(runner: BatchRunner, limit: Int) {
    self.runner = runner
    self.limit = limit
  }

  /// How many lines there were of each kind.
  public struct Counts: Sendable {
    public var analysed = 0
    public var skipped = 0
    public var failed = 0
  }

  /// Runs until `descriptor` ends or `stop` is requested.
  /// - Throws: `OutputError`.
  public func run(
    reading descriptor: Int32, writing sink: any OutputSink, stop: StopRequest = StopRequest()
  ) throws -> Counts {
    var counts = Counts()
    let input = LineInput(descriptor: descriptor, limit: limit)
    try runner.run(
      stop: stop, feed: { hand in feed(input, hand) }, making: { Made(outcome: $1) },
      deliver: { made in
        counts.add(made.kind)
        try made.bytes.withUnsafeBytes { try sink.write($0) }
      })
    return counts
  }

  private func feed(_ input: LineInput, _ hand: (BatchRunner.Piece<Made>) -> Bool) {
    let decoder = JSONDecoder()
    var number = 0
    input.forEach { line in
      number += 1
      switch line {
      case .tooLong: return hand(.done(Made(.tooLong(limit: limit), line: number)))
      case .text(let bytes):
        guard bytes.contains(where: { $0 > 0x20 }) else { return true }
        do throws(ArticleLineError) {
          let line = try ArticleLine(bytes, decoder: decoder)
          return hand(
            .article(
              IngestedArticle(
                article: line.article, encoding: .utf8, diagnostics: line.diagnostics)))
        } catch {
          return hand(.done(Made(error, line: number)))
        }
      }
    }
  }
}

extension ArticleWorker.Counts {
  fileprivate mutating func add(_ kind: AnalysisGap.Kind?) {
    switch kind {
    case nil: analysed += 1
    case .skipped: skipped += 1
    case .failed: failed += 1
    }
  }
}

/// A line to write; `kind` is nil for an analysis.
private struct Made: Sendable {
  var kind: AnalysisGap.Kind?
  var bytes: [UInt8]

  init(outcome: BatchOutcome) {
    switch outcome {
    case .analysed(var graph, let diagnostics):
      graph.diagnostics = diagnostics + graph.diagnostics
      let analysed = graph
      self.init(
        kind: nil,
        bytes: Self.bytes { $0.write(analysed, nodes: analysed.entities.map(\.nodeID)) })
    case .skipped(let id, let reason):
      self.init(.skipped, line: nil, id: id, code: reason.code, message: reason.message)
    case .refused(let refusal):
      self.init(
        .failed, line: nil, id: refusal.id, code: refusal.reason.code, message: refusal.message)
    case .failed(let failure):
      self.init(.failed, line: nil, id: failure.id, code: failure.code, message: failure.message)
    }
  }

  init(_ error: ArticleLineError, line: Int) {
    self.init(.failed, line: line, id: error.id, code: error.code, message: error.message)
  }

  private init(kind: AnalysisGap.Kind?, bytes: [UInt8]) {
    self.kind = kind
    self.bytes = bytes
  }

  private init(
    _ kind: AnalysisGap.Kind, line: Int?, id: String?, code: String, message: String
  ) {
    self.kind = kind
    bytes = Self.bytes { $0.write(kind, line: line, id: id, code: code, message: message) }
  }

  private static func bytes(_ body: (AnalysisLines) -> Void) -> [UInt8] {
    let sink = MemorySink()
    let output = OutputBuffer(sink, capacity: 1 << 14)
    body(AnalysisLines(to: output))
    // Memory takes everything.
    try? output.flush()
    return sink.bytes
  }
}
