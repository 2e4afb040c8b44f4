/// A picture could not be drawn.
public struct PictureError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    /// No such program on the search path.
    case notInstalled
    case timedOut(seconds: Double)
    /// It ended with this status and wrote this.
    case failed(status: Int32, message: String)
    /// It could not be started.
    case notStarted(String)
  }

  public var engine: LayoutEngine
  public var kind: Kind

  public init(engine: LayoutEngine, kind: Kind) {
    self.engine = engine
    self.kind = kind
  }
}

extension PictureError: CustomStringConvertible {
  public var description: String {
    let program = engine.rawValue
    switch kind {
    case .notInstalled:
      return """
        pictures need Graphviz, whose program \(program) is not on the search path; install it \
        (apt-get install graphviz, brew install graphviz) or write .dot instead
        """
    case .timedOut(let seconds):
      return
        """
        Graphviz's \(program) did not finish within \(Int(seconds)) seconds; draw less (without --all, \
        --top 100, --min-weight 2, --ego NAME), or write .dot and lay it out yourself
        """
    case .failed(let status, let message):
      return "Graphviz's \(program) failed with status \(status): \(message)"
    case .notStarted(let reason):
      return "Graphviz's \(program) could not be started: \(reason)"
    }
  }
}
