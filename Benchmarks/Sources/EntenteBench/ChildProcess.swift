import Foundation

/// Another program run to its end, and what it used.
struct ChildProcess {
  var wallSeconds: Double
  var processorSeconds: Double
  /// Linux counts the parent's peak before the child's program is loaded as the child's: keep the
  /// parent small.
  var peakBytes: Int

  /// Runs `path`; its standard output goes to `output`. Throws when it does not end with status 0.
  static func run(
    _ path: String, _ arguments: [String], output: String = "/dev/null",
    environment: [String: String] = [:]
  ) throws -> ChildProcess {
    let start = ContinuousClock.now
    let child = try spawn(path, arguments, output: output, environment: environment)
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    guard status == 0 else {
      throw ChildFailure.failed(
        command: ([path] + arguments).joined(separator: " "), status: status >> 8)
    }
    return ChildProcess(
      wallSeconds: (ContinuousClock.now - start) / .seconds(1),
      processorSeconds: usage.processorSeconds, peakBytes: usage.peakBytes)
  }

  private static func spawn(
    _ path: String, _ arguments: [String], output: String, environment: [String: String]
  ) throws -> pid_t {
    let variables = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
    var argumentPointers = ([path] + arguments).map { strdup($0) } + [nil]
    var variablePointers = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argumentPointers + variablePointers).forEach { free($0) } }

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(
      &actions, STDOUT_FILENO, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)

    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, nil, &argumentPointers, &variablePointers)
    guard code == 0 else { throw ChildFailure.cannotStart(command: path, code: code) }
    return child
  }
}
