#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the system is asked about files; the only place that calls it.
enum FileSystem {
  enum Kind: Sendable {
    case file(bytes: Int)
    case folder, link
    case special(Refusal.SpecialFile)
  }

  /// What lies at `path`; a link is not followed.
  static func kind(of path: NativePath) throws(SystemError) -> Kind {
    var status = stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { throw SystemError(code: errno) }
    return Kind(status)
  }

  static func isFolder(_ path: NativePath) -> Bool {
    guard case .folder? = try? kind(of: path) else { return false }
    return true
  }

  /// The absolute path with every link in it followed.
  static func canonical(_ path: NativePath) throws(SystemError) -> NativePath {
    guard let resolved = path.withCString({ realpath($0, nil) }) else {
      throw SystemError(code: errno)
    }
    defer { free(resolved) }
    return NativePath(bytes: bytes(of: resolved))
  }

  /// What a link says, unresolved.
  static func target(ofLink path: NativePath) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = path.withCString { readlink($0, &buffer, buffer.count) }
    return String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The names in a folder except `.` and `..`, in byte order.
  static func names(in folder: NativePath) throws(SystemError) -> [[UInt8]] {
    guard let stream = folder.withCString({ opendir($0) }) else { throw SystemError(code: errno) }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != dot, name != dotDot { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw SystemError(code: errno) }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// How many bytes an open file has.
  ///
  /// - Throws: `special` for what is no file.
  static func count(ofFile file: Int32) throws(Refusal.Reason) -> Int {
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .system(code: errno) }
    switch Kind(status) {
    case .file(let bytes): return bytes
    case .special(let kind): throw .special(kind)
    case .folder, .link: throw .system(code: EISDIR)
    }
  }

  private static func bytes(of string: UnsafePointer<CChar>) -> [UInt8] {
    UnsafeBufferPointer(start: string, count: strlen(string)).map(UInt8.init(bitPattern:))
  }

  private static let dot = Array(".".utf8)
  private static let dotDot = Array("..".utf8)
}

extension FileSystem.Kind {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file(bytes: Int(status.st_size))
    case S_IFDIR: self = .folder
    case S_IFLNK: self = .link
    case S_IFIFO: self = .special(.pipe)
    case S_IFSOCK: self = .special(.socket)
    default: self = .special(.device)
    }
  }
}

/// The system's `errno`.
struct SystemError: Error {
  let code: Int32

  /// In the terms of a refusal; `missing` says what it means that nothing is there.
  func reason(ofMissing missing: Refusal.Reason) -> Refusal.Reason {
    switch code {
    case ENOENT, ENOTDIR: missing
    case EACCES, EPERM: .noPermission
    case ENXIO: .special(.socket)
    default: .system(code: code)
    }
  }

  var isLoop: Bool { code == ELOOP }
  var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
