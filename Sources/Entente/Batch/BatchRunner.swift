import DocumentModel
public import Foundation
import GraphModel
public import Ingestion

/// Runs a pipeline over many articles, the only place where there are threads.
///
/// Files are read one after the other, articles analysed by several threads at once, and what became
/// of them is delivered in the order of the files, so nothing shows how many threads there were. Only
/// a window of articles is in memory. An article that cannot be read, takes longer than the time
/// limit, or crashes the program, is reported and never stops the others.
public struct BatchRunner: Sendable {
  private let pipeline: Pipeline
  private let reader: ArticleReader
  private let options: BatchOptions

  public init(
    pipeline: Pipeline, reader: ArticleReader, options: BatchOptions = BatchOptions()
  ) {
    self.pipeline = pipeline
    self.reader = reader
    self.options = options
  }

  /// What a feed hands over.
  public enum Piece<Output: Sendable>: Sendable {
    case article(IngestedArticle)
    /// Something that needs no analysis.
    case done(Output)
  }

  /// Analyses `files` and delivers the outcomes in order, on the calling thread; `pins` takes the
  /// hash of each article that is read.
  public func run(
    _ files: [ArticleFile], stop: StopRequest = StopRequest(), pins: ArticlePins? = nil,
    deliver: (BatchOutcome) throws -> Void
  ) throws {
    try run(
      stop: stop,
      feed: { hand in
        reader.read(files) { result in
          switch result {
          case .success(let article):
            pins?.pin(article)
            return hand(.article(article))
          case .failure(let refusal): return hand(.done(.refused(refusal)))
          }
        }
      },
      making: { $1 }, deliver: deliver)
  }

  /// Analyses what `feed` hands over, until there is no more or `hand` says that no more is wanted.
  ///
  /// - Parameters:
  ///   - making: what to make of an article and its outcome, on the thread that analysed it.
  ///   - deliver: takes what was made, in the order of the feed, on the calling thread.
  public func run<Output: Sendable>(
    stop: StopRequest = StopRequest(),
    feed: @escaping @Sendable (_ hand: (Piece<Output>) -> Bool) -> Void,
    making: @escaping @Sendable (IngestedArticle, BatchOutcome) -> Output,
    deliver: (Output) throws -> Void
  ) throws {
    let work = OrderedWork<IngestedArticle, Output>(
      threads: options.jobs, window: max(64, 16 * options.jobs), budget: options.memory,
      timeLimit: options.timeLimit)
    try work.run(
      stop: stop,
      make: { hand in feed { hand(Self.piece($0)) } },
      makeWorker: {
        let workspace = pipeline.makeWorkspace()
        return { making($0, outcome(of: $0) { pipeline.analysis(of: $0, using: workspace) }) }
      },
      standIn: { article, reason in
        let reason: ArticleFailure.Reason =
          switch reason {
          case .overdue: .timeLimit(seconds: options.timeLimit ?? 0)
          case .crash(let signal): .crash(signal: signal)
          }
        return making(article, .failed(ArticleFailure(id: article.article.id, reason: reason)))
      },
      take: deliver)
  }

  /// An analysis takes some thirty times the memory of its text.
  private static func piece<Output>(
    _ piece: Piece<Output>
  ) -> OrderedWork<IngestedArticle, Output>.Piece {
    switch piece {
    case .article(let article): .item(article, cost: 30 * article.article.text.utf8.count + 4096)
    case .done(let output): .output(output)
    }
  }

  private func outcome(
    of ingested: IngestedArticle, analysis: (Article) -> DocumentAnalysis
  ) -> BatchOutcome {
    let analysis = analysis(ingested.article)
    if let reason = analysis.document.diagnostics.first(where: { $0.code == "not-english" }) {
      return .skipped(id: ingested.article.id, reason)
    }
    return .analysed(
      analysis.articleGraph(gazetteer: pipeline.gazetteer), ingested.diagnostics)
  }
}

/// How much of the machine a batch takes.
public struct BatchOptions: Sendable {
  /// How many articles are analysed at once; at least one.
  public var jobs: Int
  /// Bytes that articles under way may take together; one article may be larger.
  public var memory: Int
  /// Seconds that one article may take; nil is for ever.
  public var timeLimit: TimeInterval?

  public init(
    jobs: Int = ProcessInfo.processInfo.activeProcessorCount, memory: Int = 256_000_000,
    timeLimit: TimeInterval? = 60
  ) {
    self.jobs = max(1, jobs)
    self.memory = memory
    self.timeLimit = timeLimit
  }
}
