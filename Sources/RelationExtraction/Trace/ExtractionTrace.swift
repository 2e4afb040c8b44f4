/// Takes in what extraction does, step by step.
///
/// Extraction is generic over its trace and specialised for `NoTrace`, where every call vanishes and
/// no step is made.
public protocol ExtractionTrace {
  mutating func record(_ step: @autoclosure () -> ExtractionStep)
}

/// Takes in nothing.
public struct NoTrace: ExtractionTrace {
  public init() {}
  @inline(__always)
  public mutating func record(_ step: @autoclosure () -> ExtractionStep) {}
}

/// Keeps every step, in the order of the text; ties come after acts.
public struct ExtractionLog: ExtractionTrace {
  public private(set) var steps: [ExtractionStep] = []

  public init() {}

  public mutating func record(_ step: @autoclosure () -> ExtractionStep) { steps.append(step()) }
}
