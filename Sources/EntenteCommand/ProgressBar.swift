import Foundation
import Synchronization

/// A line on a terminal that says how far a long run is; nothing in a pipe.
final class ProgressBar: Sendable {
  private struct State {
    var done = 0
    var lastDrawn: TimeInterval = 0
    var isShown = false
  }

  private let total: Int
  private let isActive: Bool
  private let started: TimeInterval
  private let state = Mutex(State())

  init(total: Int, isActive: Bool) {
    self.total = total
    self.isActive = isActive && total > 1
    started = Self.now
  }

  private static var now: TimeInterval { ProcessInfo.processInfo.systemUptime }

  /// At most ten times a second, and not in the first half second, when a run may be over.
  func update(done: Int) {
    guard isActive else { return }
    let now = Self.now
    state.withLock { state in
      state.done = max(state.done, done)
      guard now - started > 0.5, now - state.lastDrawn > 0.1 else { return }
      state.lastDrawn = now
      state.isShown = true
      draw(state.done, elapsed: now - started)
    }
  }

  /// Removes the line.
  func finish() {
    state.withLock { state in
      if state.isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      state.isShown = false
    }
  }

  private func draw(_ done: Int, elapsed: TimeInterval) {
    let rate = Double(done) / elapsed
    let left = rate > 0 ? Int(Double(total - done) / rate) : 0
    let width = 24
    let filled = total > 0 ? width * done / total : width
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    let line = "\r\(bar) \(done)/\(total) articles, \(Int(rate))/s, \(duration(left)) left\u{1B}[K"
    FileHandle.standardError.write(Data(line.utf8))
  }

  private func duration(_ seconds: Int) -> String {
    seconds < 60 ? "\(seconds) s" : "\(seconds / 60) min \(seconds % 60) s"
  }
}
