#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file or of standard input.
final class FileBytes: ByteSource {
  /// How long the system says a file is; nil for standard input. It may grow or shrink, and files of
  /// the system itself say 0.
  let count: Int?
  /// How many bytes were read so far, those read again after a seek included.
  private(set) var bytesRead = 0
  private let descriptor: Int32

  /// Opens a file. Does not wait for anything: a pipe put in the place of the file is refused.
  init(opening path: NativePath) throws(Refusal.Reason) {
    let file = path.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard file >= 0 else { throw SystemError(code: errno).reason(ofMissing: .vanished) }
    do throws(Refusal.Reason) {
      count = try FileSystem.count(ofFile: file)
    } catch {
      close(file)
      throw error
    }
    descriptor = file
  }

  private init(standardInput: Int32) {
    descriptor = standardInput
    count = nil
  }

  static func standardInput() -> FileBytes { FileBytes(standardInput: STDIN_FILENO) }

  deinit {
    if count != nil { close(descriptor) }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Refusal.Reason) -> Int {
    while true {
      let received = readBytes(descriptor, buffer.baseAddress, buffer.count)
      if received >= 0 {
        bytesRead += received
        return received
      }
      if errno != EINTR { throw SystemError(code: errno).reason(ofMissing: .vanished) }
    }
  }

  /// Goes on from `offset`; false where that cannot be done.
  func seek(to offset: Int) -> Bool {
    count != nil && lseek(descriptor, off_t(offset), SEEK_SET) == off_t(offset)
  }
}

private func readBytes(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}
