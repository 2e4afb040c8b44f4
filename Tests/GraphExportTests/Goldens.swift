import Foundation
import Testing

/// Expected outputs as files beside the tests; `ENTENTE_RECORD=1` writes them anew.
enum Goldens {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Goldens")
  private static let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"

  static func expect(
    _ bytes: [UInt8], equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appending(path: name)
    if isRecording {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
      return
    }
    let expected = [UInt8](try Data(contentsOf: file))
    guard bytes != expected else { return }
    let line = zip(
      bytes.split(separator: 10, omittingEmptySubsequences: false),
      expected.split(separator: 10, omittingEmptySubsequences: false)
    )
    .enumerated().first { $1.0 != $1.1 }
    let shown = line.map {
      "line \($0.offset + 1): \(String(decoding: $0.element.0.prefix(300), as: UTF8.self))"
    }
    Issue.record(
      "\(name) differs from its golden, \(shown ?? "in length")", sourceLocation: sourceLocation)
  }
}
