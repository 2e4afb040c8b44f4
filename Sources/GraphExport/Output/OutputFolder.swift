#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that takes several files of one output.
public struct OutputFolder: Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// Makes the folder unless it is there; the one above it must be.
  public func create() throws(OutputError) {
    guard mkdir(path, 0o777) != 0 else { return }
    var status = stat()
    let code = errno
    if code == EEXIST, stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { return }
    throw OutputError(path: path, step: .create, code: code)
  }
}
