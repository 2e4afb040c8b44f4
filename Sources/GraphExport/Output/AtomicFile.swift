#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that appears whole or not at all.
///
/// The bytes go to a temporary file in the folder of the target, which is synced and then renamed
/// over it. Whatever fails, the temporary file is removed and an old file is left as it was. A link
/// is followed. A device or a pipe cannot be replaced and is written to directly.
public struct AtomicFile: Sendable {
  public let path: String
  private let writeCall: DescriptorSink.WriteCall

  public init(_ path: String) {
    self.init(path, writeCall: systemWrite)
  }

  init(_ path: String, writeCall: @escaping DescriptorSink.WriteCall) {
    self.path = path
    self.writeCall = writeCall
  }

  /// Writes what `body` appends; an error of `body` or of the system leaves the old file.
  public func write(_ body: (OutputBuffer) throws -> Void) throws {
    switch kind {
    case .folder: throw failure(.create, EISDIR)
    case .device: try writeDirectly(body)
    case .file(let mode): try replace(keeping: mode, body)
    case .absent: try replace(keeping: nil, body)
    }
  }

  private enum Kind {
    case absent, device, folder
    case file(mode: mode_t)
  }

  private var kind: Kind {
    var status = stat()
    if path.hasSuffix("/") { return .folder }
    guard stat(path, &status) == 0 else { return .absent }
    return switch status.st_mode & S_IFMT {
    case S_IFDIR: .folder
    case S_IFREG: .file(mode: status.st_mode & 0o7777)
    default: .device
    }
  }

  private func failure(_ step: OutputError.Step, _ code: Int32 = errno) -> OutputError {
    OutputError(path: path, step: step, code: code)
  }
}

extension AtomicFile {
  private func writeDirectly(_ body: (OutputBuffer) throws -> Void) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(.create) }
    defer { close(descriptor) }
    try fill(descriptor, body)
  }

  private func replace(keeping mode: mode_t?, _ body: (OutputBuffer) throws -> Void) throws {
    let target = resolvedPath
    let temporary = try TemporaryFile(beside: target, for: path)
    do {
      try fill(temporary.descriptor, body)
      if let mode { fchmod(temporary.descriptor, mode) }
      try temporary.commit(over: target)
    } catch {
      temporary.discard()
      throw error
    }
  }

  private func fill(_ descriptor: Int32, _ body: (OutputBuffer) throws -> Void) throws {
    let sink = DescriptorSink(descriptor: descriptor, path: path, writeCall: writeCall)
    let output = OutputBuffer(sink)
    try body(output)
    try output.flush()
  }

  /// Where a link leads; the path itself when it is none or leads nowhere.
  private var resolvedPath: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// A file under a name of its own until it takes the target's.
private final class TemporaryFile {
  let descriptor: Int32
  private let name: String
  private let folder: String
  private let shownPath: String
  private var isOpen = true

  init(beside target: String, for shownPath: String) throws(OutputError) {
    folder = Self.folder(of: target)
    self.shownPath = shownPath
    var attempt = 0
    while true {
      let name = "\(folder)/.entente-\(getpid())-\(attempt).tmp"
      let opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if opened >= 0 {
        (descriptor, self.name) = (opened, name)
        return
      }
      guard errno == EEXIST, attempt < 10_000 else {
        throw OutputError(path: shownPath, step: .create, code: errno)
      }
      attempt += 1
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  func commit(over target: String) throws(OutputError) {
    // Some file systems cannot sync; that is no reason to refuse the file.
    if fsync(descriptor) != 0, errno != EINVAL, errno != ENOTSUP { throw failure(.sync) }
    isOpen = false
    if close(descriptor) != 0 { throw failure(.close) }
    if rename(name, target) != 0 { throw failure(.rename) }
    syncFolder()
  }

  func discard() {
    if isOpen { close(descriptor) }
    unlink(name)
  }

  /// So that the new name, too, survives a loss of power; best effort.
  private func syncFolder() {
    let handle = open(folder, O_RDONLY | O_CLOEXEC)
    guard handle >= 0 else { return }
    fsync(handle)
    close(handle)
  }

  private func failure(_ step: OutputError.Step) -> OutputError {
    OutputError(path: shownPath, step: step, code: errno)
  }
}
