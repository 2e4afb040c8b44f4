import Synchronization

/// A wish that a run may end early, from any thread: what is in hand is finished, nothing is begun.
public final class StopRequest: Sendable {
  private struct State {
    var isRequested = false
    var next = 0
    var watchers: [Int: @Sendable () -> Void] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  public var isRequested: Bool { state.withLock { $0.isRequested } }

  public func request() {
    let watchers = state.withLock { state in
      state.isRequested = true
      return Array(state.watchers.values)
    }
    for watcher in watchers { watcher() }
  }

  /// Calls `body` when the stop is requested, at once if it was before; returns what `forget` takes.
  func whenRequested(_ body: @escaping @Sendable () -> Void) -> Int {
    let (key, isLate) = state.withLock { state in
      state.next += 1
      state.watchers[state.next] = body
      return (state.next, state.isRequested)
    }
    if isLate { body() }
    return key
  }

  func forget(_ key: Int) {
    state.withLock { $0.watchers[key] = nil }
  }
}
