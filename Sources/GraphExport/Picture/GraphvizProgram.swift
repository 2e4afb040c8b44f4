import Dispatch
import Foundation

/// A program of Graphviz, found on the search path.
struct GraphvizProgram {
  private let engine: LayoutEngine
  private let executable: URL

  /// - Parameter searchPath: nil for that of the process.
  init(_ engine: LayoutEngine, searchPath: String? = nil) throws(PictureError) {
    let searchPath =
      searchPath ?? ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    let found = searchPath.split(separator: ":").map { "\($0)/\(engine.rawValue)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    guard let found else { throw PictureError(engine: engine, kind: .notInstalled) }
    self.engine = engine
    executable = URL(filePath: found)
  }

  /// The picture's bytes.
  func draw(_ dot: [UInt8], as kind: Picture.Kind, timeout: Double) throws -> Data {
    let picture = try output(for: dot, ["-T\(kind.rawValue)"] + resolution(kind), timeout: timeout)
    return kind == .pdf ? PDFDate.erased(picture) : picture
  }

  /// What the program makes of `dot`. Everything passes through files: a pipe that fills up would
  /// block both.
  func output(for dot: [UInt8], _ arguments: [String], timeout: Double) throws -> Data {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "entente-picture-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let input = folder.appending(path: "graph.dot")
    let output = folder.appending(path: "picture")
    let errors = folder.appending(path: "errors")
    try Data(dot).write(to: input)
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = executable
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SOURCE_DATE_EPOCH": "946684800"]) { $1 }
    process.arguments = arguments + ["-o", output.path, input.path]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try run(process, timeout: timeout)
    guard process.terminationStatus == 0, let picture = try? Data(contentsOf: output),
      !picture.isEmpty
    else {
      let message = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
      throw failure(process.terminationStatus, message)
    }
    return picture
  }

  /// Sharp for what is read closely, small for what is looked at from afar; of no effect on vectors
  /// except through their unit, so only pixels get it.
  private func resolution(_ kind: Picture.Kind) -> [String] {
    kind == .png ? ["-Gdpi=\(engine == .dot ? 144 : 72)"] : []
  }

  private func run(_ process: Process, timeout: Double) throws(PictureError) {
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    do {
      try process.run()
    } catch {
      throw PictureError(engine: engine, kind: .notStarted(error.localizedDescription))
    }
    guard ended.wait(timeout: .now() + timeout) == .timedOut else { return }
    process.terminate()
    if ended.wait(timeout: .now() + 2) == .timedOut { kill(process.processIdentifier, SIGKILL) }
    throw PictureError(engine: engine, kind: .timedOut(seconds: timeout))
  }

  private func failure(_ status: Int32, _ message: String) -> PictureError {
    let line = message.split(whereSeparator: \.isNewline).first.map(String.init) ?? "no message"
    return PictureError(
      engine: engine, kind: .failed(status: status, message: TextCleaning.cleaned(line)))
  }
}
