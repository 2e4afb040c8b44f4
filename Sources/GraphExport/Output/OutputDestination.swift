/// Where one output goes.
public enum OutputDestination: Sendable, Equatable {
  case standardOutput
  /// A file that appears whole or not at all.
  case file(String)

  /// `-` is standard output.
  public init(_ path: String) {
    self = path == "-" ? .standardOutput : .file(path)
  }

  public func write(_ body: (OutputBuffer) throws -> Void) throws {
    switch self {
    case .file(let path):
      try AtomicFile(path).write(body)
    case .standardOutput:
      let output = OutputBuffer(DescriptorSink.standardOutput())
      try body(output)
      try output.flush()
    }
  }
}
