#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to write to a store: a lock on the file beside it, which the system lets go when the
/// process ends, however it ends.
final class StoreLock {
  private let descriptor: Int32

  /// - Throws: `StoreError` when another process has it.
  init(of path: String) throws(StoreError) {
    let file = path + "-lock"
    let descriptor = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw StoreError(path: path, kind: .noPermission(String(cString: strerror(errno))))
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw StoreError(path: path, kind: .inUse)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
