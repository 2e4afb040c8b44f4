import Foundation

/// What this process uses, as Linux tells it; zero where it does not.
enum Memory {
  /// Seconds of processor time so far.
  static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Forgets the peak; returns the bytes in use now.
  static func restart() -> Int {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    return bytes("VmRSS:")
  }

  /// The most bytes in use since `restart`.
  static var peak: Int { bytes("VmHWM:") }

  private static func bytes(_ name: String) -> Int {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }),
      let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first
    else { return 0 }
    return (Int(kilobytes) ?? 0) * 1024
  }
}
