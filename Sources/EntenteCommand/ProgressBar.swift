import Foundation

/// A line on a terminal that says how far a long run is; nothing in a pipe.
struct ProgressBar {
  private let total: Int
  private let isActive: Bool
  private let started = Self.now
  private var lastDrawn: TimeInterval = 0
  private var isShown = false

  init(total: Int, isActive: Bool) {
    self.total = total
    self.isActive = isActive && total > 1
  }

  private static var now: TimeInterval { ProcessInfo.processInfo.systemUptime }

  /// At most ten times a second, and not in the first half second, when a run may be over.
  mutating func update(done: Int, failures: Int) {
    guard isActive else { return }
    let now = Self.now
    guard now - started > 0.5, now - lastDrawn > 0.1 else { return }
    lastDrawn = now
    isShown = true
    draw(done, failures, elapsed: now - started)
  }

  /// Removes the line, for good or so that a message has a line of its own.
  mutating func clear() {
    guard isShown else { return }
    isShown = false
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }

  private func draw(_ done: Int, _ failures: Int, elapsed: TimeInterval) {
    let rate = Double(done) / elapsed
    let left = rate > 0 ? Int(Double(max(0, total - done)) / rate) : 0
    let width = 24
    let filled = total > 0 ? min(width, width * done / total) : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let failed = failures > 0 ? ", \(failures) failed" : ""
    // A file may hold many articles: how many there will be is not known then.
    let line =
      done > total
      ? "\r\(done) articles, \(Int(rate))/s\(failed)\u{1B}[K"
      : "\r\(bar) \(done)/\(total) articles, \(Int(rate))/s, \(duration(left)) left\(failed)\u{1B}[K"
    FileHandle.standardError.write(Data(line.utf8))
  }

  private func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
