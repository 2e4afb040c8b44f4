import Foundation

/// Programs that read what we write, when they are installed.
enum Readers {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  static func path(of program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(program)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  static func isInstalled(_ program: String) -> Bool { path(of: program) != nil }

  /// Whether `python3` can import `module`.
  static func hasPython(_ module: String) -> Bool {
    guard isInstalled("python3") else { return false }
    return (try? run("python3", ["-c", "import \(module)"]))?.status == 0
  }

  static let hasNetworkX = hasPython("networkx")
  static let hasIGraph = hasPython("igraph")

  /// Runs a program; its output goes through files, so that no pipe can fill up.
  static func run(_ program: String, _ arguments: [String]) throws -> Outcome {
    try TemporaryFolder.with { folder in
      let process = Process()
      process.executableURL = URL(filePath: path(of: program) ?? program)
      process.arguments = arguments
      let files = ["out", "err"].map { "\(folder)/\($0)" }
      let handles = files.compactMap { file -> FileHandle? in
        _ = FileManager.default.createFile(atPath: file, contents: nil)
        return FileHandle(forWritingAtPath: file)
      }
      process.standardOutput = handles[0]
      process.standardError = handles[1]
      process.standardInput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      let texts = try files.map { try String(contentsOfFile: $0, encoding: .utf8) }
      return Outcome(status: process.terminationStatus, output: texts[0], errors: texts[1])
    }
  }

  /// Runs a Python program on a file and returns its lines.
  static func python(_ program: String, _ file: String) throws -> Outcome {
    try run("python3", ["-c", program, file])
  }
}

/// A folder that exists while a test runs.
enum TemporaryFolder {
  static func with<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "export-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.path)
  }

  /// Runs `body` on a file with these bytes.
  static func withFile<Result>(_ name: String, _ bytes: [UInt8], _ body: (String) throws -> Result)
    throws -> Result
  {
    try with { folder in
      let file = "\(folder)/\(name)"
      try Data(bytes).write(to: URL(filePath: file))
      return try body(file)
    }
  }
}
