#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Takes the bytes of an output, in order.
public protocol OutputSink: AnyObject {
  /// Writes all of `bytes` or throws.
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError)
}

/// Keeps the bytes in memory.
public final class MemorySink: OutputSink {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public func write(_ bytes: UnsafeRawBufferPointer) {
    self.bytes.append(contentsOf: bytes)
  }

  /// The bytes as text; everything this module writes is UTF-8.
  public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes to an open file descriptor, which it does not close.
public final class DescriptorSink: OutputSink {
  /// As `write(2)`; replaced in tests.
  typealias WriteCall = @Sendable (Int32, UnsafeRawPointer, Int) -> Int

  private let descriptor: Int32
  private let path: String
  private let writeCall: WriteCall

  /// `path` names the output in errors.
  public convenience init(descriptor: Int32, path: String) {
    self.init(descriptor: descriptor, path: path, writeCall: systemWrite)
  }

  init(descriptor: Int32, path: String, writeCall: @escaping WriteCall) {
    self.descriptor = descriptor
    self.path = path
    self.writeCall = writeCall
  }

  /// Standard output, named `-`.
  public static func standardOutput() -> DescriptorSink {
    DescriptorSink(descriptor: STDOUT_FILENO, path: "-")
  }

  /// Short writes are continued, interrupted ones repeated.
  public func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    guard let start = bytes.baseAddress else { return }
    var written = 0
    while written < bytes.count {
      let result = writeCall(descriptor, start + written, bytes.count - written)
      if result > 0 {
        written += result
      } else if result == 0 {
        throw OutputError(path: path, step: .write, code: ENOSPC)
      } else if errno != EINTR {
        throw OutputError(path: path, step: .write, code: errno)
      }
    }
  }
}

/// `write(2)`, outside the classes whose own `write` would hide it.
@Sendable func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
