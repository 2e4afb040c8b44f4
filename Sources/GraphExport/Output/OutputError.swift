/// An output could not be written: which one, at which step, and what the system said.
public struct OutputError: Error, Equatable, Sendable {
  /// What was being done when it failed.
  public enum Step: String, Sendable {
    case create, write, sync, close, rename
    /// libxml2 refused a call; `code` is its return code.
    case markup
  }

  /// The path as the user gave it; `-` for standard output.
  public var path: String
  public var step: Step
  /// The system's `errno`.
  public var code: Int32

  public init(path: String, step: Step, code: Int32) {
    self.path = path
    self.step = step
    self.code = code
  }
}
