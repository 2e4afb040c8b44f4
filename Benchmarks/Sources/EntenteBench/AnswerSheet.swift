import ArgumentParser

/// The answers that were not as expected; speed counts for nothing beside them.
struct AnswerSheet {
  private var wrong: [String] = []

  /// Notes the answer unless it is the expected one.
  mutating func expect<Value: Equatable>(
    _ benchmark: String, _ what: String, _ found: Value, is expected: Value
  ) {
    if found != expected { note(benchmark, what, "\(expected)", "\(found)") }
  }

  /// Notes the answer unless it lies within `tolerance` (a share) of the expected one.
  mutating func expect(
    _ benchmark: String, _ what: String, _ found: Int, isNear expected: Int, tolerance: Double
  ) {
    if abs(Double(found - expected)) > tolerance * Double(expected) {
      note(benchmark, what, "about \(expected)", "\(found)")
    }
  }

  /// Prints what is wrong and ends the program with status 1, or says that all is well.
  func hand(in command: String) throws {
    guard !wrong.isEmpty else {
      print("\n\(command): all answers are as expected")
      return
    }
    print("\n\(command): wrong answers\n" + wrong.joined(separator: "\n"))
    throw ExitCode.failure
  }

  private mutating func note(
    _ benchmark: String, _ what: String, _ expected: String, _ found: String
  ) {
    wrong.append("  \(benchmark): \(what) should be \(expected), but is \(found)")
  }
}
