public import DocumentModel
public import GraphModel
public import Ingestion
import Synchronization
import SyntaxParsing

/// Runs a pipeline over many articles, the only place where there are tasks.
///
/// Workers take the next file when they are free; what they return is put in the order of the files,
/// so the result does not depend on their number. An article that cannot be read is reported and
/// never stops the others.
public struct BatchRunner: Sendable {
  private let pipeline: Pipeline
  private let reader: ArticleReader
  private let jobs: Int

  /// - Parameter jobs: how many articles are analysed at once; at least one.
  public init(pipeline: Pipeline, reader: ArticleReader, jobs: Int) {
    self.pipeline = pipeline
    self.reader = reader
    self.jobs = max(1, jobs)
  }

  /// What became of one article.
  public enum Outcome: Sendable {
    case analysed(ArticleGraph, [Diagnostic])
    case refused(Refusal)
    /// Not in English, or otherwise nothing to read.
    case skipped(id: String, Diagnostic)
  }

  /// Analyses `files`; `progress` is told after each file how many are done, from any worker.
  public func run(
    _ files: [ArticleFile], progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) async -> [Outcome] {
    let queue = WorkQueue(count: files.count)
    return await withTaskGroup(of: [(Int, [Outcome])].self) { group in
      for _ in 0..<min(jobs, max(1, files.count)) {
        group.addTask {
          var results: [(Int, [Outcome])] = []
          let workspace = pipeline.makeWorkspace()
          while let index = queue.next() {
            var outcomes: [Outcome] = []
            reader.read(files[index]) { outcomes.append(outcome(of: $0, using: workspace)) }
            results.append((index, outcomes))
            progress(queue.finish())
          }
          return results
        }
      }
      var outcomes: [(Int, [Outcome])] = []
      for await results in group { outcomes += results }
      return outcomes.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }

  private func outcome(
    of result: Result<IngestedArticle, Refusal>, using workspace: SyntaxWorkspace
  ) -> Outcome {
    switch result {
    case .failure(let refusal): return .refused(refusal)
    case .success(let ingested):
      let analysis = pipeline.analysis(of: ingested.article, using: workspace)
      if let reason = analysis.document.diagnostics.first(where: { $0.code == "not-english" }) {
        return .skipped(id: ingested.article.id, reason)
      }
      return .analysed(analysis.articleGraph(gazetteer: pipeline.gazetteer), ingested.diagnostics)
    }
  }
}

/// Hands out indices to workers, each once, and counts those that are done.
private final class WorkQueue: Sendable {
  private let count: Int
  private let taken = Mutex(0)
  private let done = Mutex(0)

  init(count: Int) { self.count = count }

  /// The next index; nil when all are taken.
  func next() -> Int? {
    taken.withLock { taken in
      guard taken < count else { return nil }
      taken += 1
      return taken - 1
    }
  }

  /// Counts one more as done and returns how many are.
  func finish() -> Int {
    done.withLock { done in
      done += 1
      return done
    }
  }
}
