import DocumentModel
import Foundation
import GraphModel
public import Ingestion
public import RunStorage

/// Brings a store up to date with an archive: analyses what is new or changed, drops what is gone.
///
/// The store is then what a run from nothing would make of the same articles. Nothing shows in it
/// before the end; a run that ends early leaves its analyses for the next one.
public struct ArchiveUpdate {
  private let runner: BatchRunner
  private let reader: ArticleReader

  public init(runner: BatchRunner, reader: ArticleReader) {
    self.runner = runner
    self.reader = reader
  }

  /// What became of an article, as it happens, in the order of the files.
  public enum Event: Sendable {
    /// Known by its fingerprint.
    case unchanged
    case analysed(StoredAnalysis, ArticleFingerprint, [Diagnostic])
    case refused(Refusal)
    case failed(ArticleFailure)
  }

  /// Reads `files`, hands what is new to `run`, and tells of each article.
  ///
  /// - Returns: false when `stop` ended it early; then nothing is dropped and the archive is as it was.
  /// - Throws: `StoreError`.
  public func update(
    _ run: StoreRun, with files: [ArticleFile], stop: StopRequest, pins: ArticlePins? = nil,
    tell: (Event) -> Void
  ) throws -> Bool {
    let known = run.known
    let reader = reader
    try runner.run(
      stop: stop,
      feed: { hand in
        reader.read(files) { result in
          if let pins, case .success(let article) = result { pins.pin(article) }
          return hand(Self.piece(result, known: known))
        }
      },
      making: { .new(Self.event($0, $1)) },
      deliver: { made in
        switch made {
        case .known(let id, let fingerprint):
          run.keep(id: id, fingerprint)
          tell(.unchanged)
        case .new(let event):
          try Self.keep(event, in: run)
          tell(event)
        }
      })
    if stop.isRequested {
      try run.commit()
      return false
    }
    return true
  }

  private enum Made: Sendable {
    case known(id: String, ArticleFingerprint)
    case new(Event)
  }

  private static func piece(
    _ result: Result<IngestedArticle, Refusal>, known: Set<ArticleFingerprint>
  ) -> BatchRunner.Piece<Made> {
    switch result {
    case .failure(let refusal): return .done(.new(.refused(refusal)))
    case .success(let ingested):
      let fingerprint = ArticleFingerprint(ingested.article)
      guard known.contains(fingerprint) else { return .article(ingested) }
      return .done(.known(id: ingested.article.id, fingerprint))
    }
  }

  private static func event(_ ingested: IngestedArticle, _ outcome: BatchOutcome) -> Event {
    let fingerprint = ArticleFingerprint(ingested.article)
    switch outcome {
    case .analysed(let graph, let diagnostics):
      return .analysed(
        StoredAnalysis(PackedArticle(graph)), fingerprint, diagnostics + graph.diagnostics)
    case .skipped(let id, let reason):
      let record = ArticleRecord(
        id: id, contentHash: StableHash.base32(of: ingested.article.text),
        source: ingested.article.metadata.source)
      let packed = PackedArticle(ArticleGraph(article: record, diagnostics: [reason]))
      return .analysed(StoredAnalysis(packed, isSkipped: true), fingerprint, [reason])
    case .refused(let refusal): return .refused(refusal)
    case .failed(let failure): return .failed(failure)
    }
  }

  private static func keep(_ event: Event, in run: StoreRun) throws {
    switch event {
    case .unchanged: break
    case .analysed(let analysis, let fingerprint, _): try run.add(analysis, fingerprint)
    case .refused(let refusal): run.fail(StoredFailure(refusal))
    case .failed(let failure): run.fail(StoredFailure(failure))
    }
  }
}

extension ArticleReader {
  /// Every article of `files`, in order, until `receive` says that no more is wanted.
  func read(
    _ files: [ArticleFile], _ receive: (Result<IngestedArticle, Refusal>) -> Bool
  ) {
    for file in files {
      do throws(EnoughRead) {
        try read(file) { (result) throws(EnoughRead) in
          if !receive(result) { throw EnoughRead() }
        }
      } catch {
        return
      }
    }
  }
}

/// Ends the reading of a file of many articles.
private struct EnoughRead: Error {}

extension StoredFailure {
  public init(_ refusal: Refusal) {
    self.init(id: refusal.id, code: refusal.reason.code, message: refusal.message)
  }

  public init(_ failure: ArticleFailure) {
    self.init(id: failure.id, code: failure.code, message: failure.message)
  }
}
