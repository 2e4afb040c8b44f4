import ArgumentParser
import Dispatch
import Entente
import Foundation
import Synchronization

/// SIGINT and SIGTERM as a wish to end early: the first lets what is in hand be finished, the second
/// ends the program at once.
final class StopSignals: Sendable {
  let stop = StopRequest()
  private let received = Mutex<Int32?>(nil)
  /// Kept alive; nobody touches them after `init`.
  nonisolated(unsafe) private let sources: [any DispatchSourceSignal]

  init() {
    let queue = DispatchQueue(label: "signals")
    let numbers = [SIGINT, SIGTERM]
    sources = numbers.map { DispatchSource.makeSignalSource(signal: $0, queue: queue) }
    for (number, source) in zip(numbers, sources) {
      signal(number, SIG_IGN)
      source.setEventHandler { [weak self] in self?.receive(number) }
      source.resume()
    }
  }

  private func receive(_ number: Int32) {
    let isFirst = received.withLock { received in
      defer { received = received ?? number }
      return received == nil
    }
    guard isFirst else { _exit(128 + number) }
    stop.request()
  }

  /// The signal that came, if one did.
  var signalReceived: Int32? { received.withLock { $0 } }

  /// Ends the program with the exit code of the signal that came, if one did.
  func check() throws {
    if let number = signalReceived { throw ExitCode(128 + number) }
  }
}
