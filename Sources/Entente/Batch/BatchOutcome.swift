public import DocumentModel
public import GraphModel
public import Ingestion

/// What became of one article.
public enum BatchOutcome: Sendable {
  /// The graph, and what its decoding had to say.
  case analysed(ArticleGraph, [Diagnostic])
  /// Not in English, or otherwise nothing to read.
  case skipped(id: String, Diagnostic)
  /// A file or a part of one that is no article.
  case refused(Refusal)
  case failed(ArticleFailure)
}

/// An article whose analysis was given up.
public struct ArticleFailure: Error, Sendable, Hashable, CustomStringConvertible {
  public enum Reason: Sendable, Hashable {
    case timeLimit(seconds: Double)
    /// A fault of this program.
    case crash(signal: Int32)
  }

  public var id: String
  public var reason: Reason

  public init(id: String, reason: Reason) {
    self.id = id
    self.reason = reason
  }

  /// A short, stable name, for reports.
  public var code: String {
    switch reason {
    case .timeLimit: "time-limit"
    case .crash: "crash"
    }
  }

  public var message: String {
    switch reason {
    case .timeLimit(let seconds):
      "not done after \(Self.text(seconds)) s and left out; --time-limit gives it longer"
    case .crash(let signal):
      "entente crashed on it (signal \(signal)) and left it out; please report it with the article"
    }
  }

  private static func text(_ seconds: Double) -> String {
    Int(exactly: seconds).map(String.init) ?? "\(seconds)"
  }

  public var description: String { "\(id): \(message)" }
}
