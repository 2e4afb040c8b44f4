import Foundation

/// `wc -w` on the same text: what a machine does when it only looks at every byte.
struct WordCount {
  var words: Int
  var timings: Timings

  /// Counts the words of `file` in several rounds.
  init(of file: URL, rounds: Int) throws {
    let answer = file.appendingPathExtension("words")
    defer { try? FileManager.default.removeItem(at: answer) }
    let seconds = try (0...rounds).map { _ in
      try ChildProcess.run(
        "/usr/bin/wc", ["-w", file.path], output: answer.path,
        environment: ["LC_ALL": "C.UTF-8"]
      ).processorSeconds
    }
    timings = Timings(seconds: Array(seconds.dropFirst()))
    let line = try String(contentsOf: answer, encoding: .utf8)
    words = line.split(separator: " ").first.flatMap { Int($0) } ?? 0
  }
}
