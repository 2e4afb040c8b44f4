#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of an open file as they arrive, each no longer than a limit.
struct LineInput {
  enum Line {
    case text([UInt8])
    /// Passed over to its end.
    case tooLong
  }

  let descriptor: Int32
  let limit: Int

  /// Calls `body` with every line, without its line end, until it says false or the input ends; a
  /// last line needs no line end.
  func forEach(_ body: (Line) -> Bool) {
    var line: [UInt8] = []
    var isTooLong = false
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      var rest = chunk[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += rest[..<end]
        rest = rest[(end + 1)...]
        guard body(isTooLong || line.count > limit ? .tooLong : .text(line)) else { return }
        line.removeAll(keepingCapacity: line.capacity < 1 << 20)
        isTooLong = false
      }
      if !isTooLong { line += rest }
      if line.count > limit { isTooLong = true }
      if isTooLong { line.removeAll() }
    }
    if isTooLong || !line.isEmpty { _ = body(isTooLong ? .tooLong : .text(line)) }
  }
}
