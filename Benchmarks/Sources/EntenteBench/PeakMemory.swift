import Foundation

/// The most memory this process has held at once.
enum PeakMemory {
  static var bytes: Int {
    highWaterMark ?? maximumResidentSize
  }

  /// What Linux says in `/proc`.
  private static var highWaterMark: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { return nil }
    return Int(kilobytes).map { $0 * 1024 }
  }

  private static var maximumResidentSize: Int {
    let thisProcess: Int32 = 0  // RUSAGE_SELF, which glibc and Darwin give different types
    var usage = rusage()
    getrusage(thisProcess, &usage)
    return usage.peakBytes
  }
}

extension rusage {
  /// Darwin counts bytes, Linux kilobytes.
  var peakBytes: Int {
    #if canImport(Darwin)
      Int(ru_maxrss)
    #else
      Int(ru_maxrss) * 1024
    #endif
  }

  /// In user and kernel mode together.
  var processorSeconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}
