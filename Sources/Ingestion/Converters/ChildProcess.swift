#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A program that reads one text and writes another.
struct ChildProcess {
  private let program: String
  private let arguments: [String]

  init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  struct Result {
    /// What it exited with; 128 and more for a signal.
    var status: Int32
    var output: [UInt8] = []
    var errors: [UInt8] = []
  }

  enum Failure: Error {
    case notFound
    case notStarted(Int32)
    /// It wrote more than was allowed.
    case tooMuch
    case tooSlow
  }

  /// Runs it with `input` as its standard input. It has no environment but a path and a language, and
  /// is killed when it takes too long or writes too much.
  func run(input: [UInt8], outputLimit: Int, seconds: Int) throws(Failure) -> Result {
    let channels = [Channel(), Channel(), Channel()]
    defer { for channel in channels { channel.closeBoth() } }
    let child = try start(channels)
    for channel in channels { channel.closeTheirs() }
    var transfer = Transfer(input: input, channels: channels.map(\.ours), limit: outputLimit)
    do throws(Failure) {
      try transfer.run(seconds: seconds)
    } catch {
      kill(child, SIGKILL)
      _ = Self.wait(for: child)
      throw error
    }
    return Result(
      status: Self.wait(for: child), output: transfer.output, errors: transfer.errors)
  }

  private func start(_ channels: [Channel]) throws(Failure) -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, channel) in channels.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, channel.theirs, Int32(number))
    }
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    let environment = ["PATH=\(path)", "LANG=C.UTF-8", "HOME=/"]
    var child: pid_t = 0
    let code = Self.withCStrings([program] + arguments) { arguments in
      Self.withCStrings(environment) { posix_spawnp(&child, program, &actions, nil, arguments, $0) }
    }
    if code == ENOENT { throw .notFound }
    guard code == 0 else { throw .notStarted(code) }
    return child
  }

  private static func withCStrings<Value>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
  ) -> Value {
    let pointers = strings.map { strdup($0) }
    defer { for pointer in pointers { free(pointer) } }
    return body(pointers + [nil])
  }

  private static func wait(for child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}

/// Two connected sockets, one for us and one for the child: unlike a pipe, writing to one that nobody
/// reads any more is an error and no signal.
private final class Channel {
  let ours: Int32
  let theirs: Int32
  private var theirsIsOpen = true

  init() {
    var pair: [Int32] = [-1, -1]
    #if canImport(Darwin)
      socketpair(AF_UNIX, SOCK_STREAM, 0, &pair)
      var on: Int32 = 1
      setsockopt(pair[0], SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
    #else
      socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair)
    #endif
    (ours, theirs) = (pair[0], pair[1])
    for file in pair {
      _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    }
    _ = fcntl(ours, F_SETFL, O_NONBLOCK)
  }

  func closeTheirs() {
    if theirsIsOpen { close(theirs) }
    theirsIsOpen = false
  }

  func closeBoth() {
    closeTheirs()
    close(ours)
  }
}

#if canImport(Darwin)
  private let noSignal: Int32 = 0
#else
  private let noSignal = Int32(MSG_NOSIGNAL)
#endif

/// Writes to a child and reads from it at the same time, so that neither waits for the other.
private struct Transfer {
  private(set) var output: [UInt8] = []
  private(set) var errors: [UInt8] = []
  private let input: [UInt8]
  private var sent = 0
  private var files: [pollfd]
  private let limit: Int

  /// - Parameter channels: its standard input, output and error.
  init(input: [UInt8], channels: [Int32], limit: Int) {
    self.input = input
    self.limit = limit
    let events = [Int16(POLLOUT), Int16(POLLIN), Int16(POLLIN)]
    files = zip(channels, events).map { pollfd(fd: $0, events: $1, revents: 0) }
  }

  /// Goes on until the child has closed its output.
  mutating func run(seconds: Int) throws(ChildProcess.Failure) {
    var end = timespec()
    clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_sec += seconds
    if input.isEmpty { closeInput() }
    while files[1].fd >= 0 || files[2].fd >= 0 {
      var now = timespec()
      clock_gettime(CLOCK_MONOTONIC, &now)
      if now.tv_sec >= end.tv_sec { throw .tooSlow }
      guard poll(&files, nfds_t(files.count), 1_000) > 0 else { continue }
      if files[0].revents != 0 { sendMore() }
      if files[1].revents != 0 { receive(1, \.output) }
      if files[2].revents != 0 { receive(2, \.errors) }
      if output.count > limit || errors.count > limit { throw .tooMuch }
    }
  }

  private mutating func sendMore() {
    let count = input.withUnsafeBytes { bytes in
      send(
        files[0].fd, bytes.baseAddress.map { $0 + sent }, min(65_536, input.count - sent), noSignal)
    }
    if count > 0 { sent += count }
    let isGone = count < 0 && errno != EAGAIN && errno != EINTR
    if sent == input.count || isGone { closeInput() }
  }

  private mutating func closeInput() {
    shutdown(files[0].fd, Int32(SHUT_WR))
    files[0].fd = -1
  }

  private mutating func receive(_ index: Int, _ bytes: WritableKeyPath<Transfer, [UInt8]>) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(files[index].fd, &buffer, buffer.count, 0)
    if count > 0 { self[keyPath: bytes] += buffer[..<count] }
    let isOver = count == 0 || count < 0 && errno != EAGAIN && errno != EINTR
    if isOver { files[index].fd = -1 }
  }
}
