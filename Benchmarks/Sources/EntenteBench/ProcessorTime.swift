import Foundation

/// Seconds of work, by the processor's clock: other programs on the machine disturb them least.
enum ProcessorTime {
  /// Of this process so far.
  static var ofThisProcess: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// What each of `rounds` runs of `body` took, after one that does not count.
  static func measure(rounds: Int, _ body: () throws -> Void) rethrows -> Timings {
    try body()
    let seconds = try (0..<rounds).map { _ in
      let start = ofThisProcess
      try body()
      return ofThisProcess - start
    }
    return Timings(seconds: seconds)
  }
}

/// The same work measured several times.
struct Timings {
  /// Sorted; never empty.
  let seconds: [Double]

  init(seconds: [Double]) {
    precondition(!seconds.isEmpty, "something was measured")
    self.seconds = seconds.sorted()
  }

  var median: Double { seconds[seconds.count / 2] }
  var fastest: Double { seconds[0] }
  var slowest: Double { seconds[seconds.count - 1] }
}
