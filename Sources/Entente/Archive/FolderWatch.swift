import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Waits until something changes in some folders: told by the system where it can (inotify), else by
/// looking every few seconds.
///
/// It says that something has changed, not what: whoever asks looks at everything, and finds by
/// fingerprints what it was.
public final class FolderWatch {
  private let paths: [String]
  /// Seconds of quiet that end a wait, so that a file is not read while it is written.
  private let quiet: TimeInterval
  /// Seconds between two looks where the system does not tell.
  private let interval: TimeInterval
  private let descriptor: Int32

  /// - Parameter paths: files and folders; folders with all that lies in them.
  public init(paths: [String], quiet: TimeInterval, interval: TimeInterval = 10) {
    self.paths = paths
    self.quiet = quiet
    self.interval = interval
    descriptor = Self.open()
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Begins to listen; changes from here on end the next wait. To be called before looking.
  public func listen() {
    guard descriptor >= 0 else { return }
    for folder in folders { Self.watch(folder, with: descriptor) }
  }

  /// Returns when something has changed and it is quiet again, or `stop` is requested.
  public func wait(stop: StopRequest) {
    guard descriptor >= 0 else {
      let end = Date(timeIntervalSinceNow: interval)
      while !stop.isRequested, Date() < end { Thread.sleep(forTimeInterval: 0.2) }
      return
    }
    while !stop.isRequested, !hasEvents(within: 0.5) {}
    while !stop.isRequested, hasEvents(within: quiet) {}
  }

  /// The folders to listen to: a file is replaced through the folder that it lies in.
  private var folders: [String] {
    paths.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
      else { return [URL(filePath: path).deletingLastPathComponent().path] }
      let entries = FileManager.default.enumerator(
        at: URL(filePath: path), includingPropertiesForKeys: [.isDirectoryKey])
      let inner = (entries?.compactMap { $0 as? URL } ?? []).filter {
        (try? $0.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
      }
      return [path] + inner.map(\.path)
    }
  }
}

#if canImport(Glibc) || canImport(Musl)
  extension FolderWatch {
    private static func open() -> Int32 { inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK)) }

    /// Listening twice to one folder is listening once.
    private static func watch(_ folder: String, with descriptor: Int32) {
      let events = IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_CREATE | IN_DELETE | IN_ATTRIB
      _ = inotify_add_watch(descriptor, folder, UInt32(events))
    }

    /// Whether anything was told in the next seconds; takes it.
    private func hasEvents(within seconds: TimeInterval) -> Bool {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, Int32(seconds * 1000)) > 0 else { return false }
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while read(descriptor, &buffer, buffer.count) > 0 {}
      return true
    }
  }
#else
  extension FolderWatch {
    private static func open() -> Int32 { -1 }
    private static func watch(_ folder: String, with descriptor: Int32) {}
    private func hasEvents(within seconds: TimeInterval) -> Bool { false }
  }
#endif
