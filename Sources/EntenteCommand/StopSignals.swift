import ArgumentParser
import Dispatch
import Entente
import Foundation
import Synchronization

/// SIGINT and SIGTERM as a wish to end early: the first lets what is in hand be finished, the second
/// ends the program at once.
///
/// Unchecked because of `sources`, which nothing touches after `init`.
final class StopSignals: @unchecked Sendable {
  let stop = StopRequest()
  private let received = Mutex<Int32?>(nil)
  private var sources: [any DispatchSourceSignal] = []

  init() {
    let queue = DispatchQueue(label: "signals")
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler { [weak self] in self?.receive(number) }
      source.resume()
      sources.append(source)
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
