/// Collects UTF-8 in a buffer and hands it to a sink in large pieces.
///
/// Appending never throws: the first failure of the sink is kept, what follows is dropped, and
/// `checkpoint` and `flush` report it. Writers call `checkpoint` once an element, so that a full
/// disk stops them soon. Not for use from several threads.
public final class OutputBuffer {
  private let sink: any OutputSink
  private let storage: UnsafeMutableRawBufferPointer
  private var count = 0
  public private(set) var failure: OutputError?

  public init(_ sink: any OutputSink, capacity: Int = 256 * 1024) {
    self.sink = sink
    storage = .allocate(byteCount: max(capacity, 64), alignment: 16)
  }

  deinit { storage.deallocate() }

  /// Throws when a write has failed before.
  public func checkpoint() throws(OutputError) {
    if let failure { throw failure }
  }

  /// Hands everything collected to the sink; throws when any write has failed.
  public func flush() throws(OutputError) {
    drain()
    try checkpoint()
  }

  public func append(_ bytes: UnsafeRawBufferPointer) {
    guard let source = bytes.baseAddress, !bytes.isEmpty else { return }
    if bytes.count > storage.count - count {
      drain()
      if bytes.count > storage.count { return send(bytes) }
    }
    (storage.baseAddress.unsafelyUnwrapped + count).copyMemory(from: source, byteCount: bytes.count)
    count += bytes.count
  }

  public func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(UnsafeRawBufferPointer(bytes))
  }

  /// The bytes between two others.
  func append(_ bytes: UnsafeBufferPointer<UInt8>, between mark: UInt8) {
    guard let source = bytes.baseAddress, bytes.count + 2 <= storage.count - count else {
      append(byte: mark)
      append(bytes)
      return append(byte: mark)
    }
    storage[count] = mark
    (storage.baseAddress.unsafelyUnwrapped + count + 1)
      .copyMemory(from: source, byteCount: bytes.count)
    storage[count + bytes.count + 1] = mark
    count += bytes.count + 2
  }

  /// Bytes that `fill` writes into the room it is given, all of it; a few, at most 64.
  @inline(__always)
  func append(count extra: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    if extra > storage.count - count { drain() }
    let start = storage.baseAddress.unsafelyUnwrapped + count
    fill(start.assumingMemoryBound(to: UInt8.self))
    count += extra
  }

  public func append(_ text: String) {
    text.withUTF8Bytes { append(UnsafeRawBufferPointer($0)) }
  }

  public func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @inline(__always)
  public func append(byte: UInt8) {
    if count == storage.count { drain() }
    storage[count] = byte
    count += 1
  }

  private func drain() {
    guard count > 0 else { return }
    send(UnsafeRawBufferPointer(rebasing: storage[..<count]))
    count = 0
  }

  private func send(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil else { return }
    do {
      try sink.write(bytes)
    } catch {
      failure = error
    }
  }
}

extension OutputBuffer {
  /// What `body` writes, in memory.
  public static func bytes(_ body: (OutputBuffer) throws -> Void) throws -> [UInt8] {
    let sink = MemorySink()
    let output = OutputBuffer(sink)
    try body(output)
    try output.flush()
    return sink.bytes
  }
}

extension String {
  /// The bytes of the text, without a copy when it is stored as UTF-8.
  @inline(__always)
  func withUTF8Bytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    var copy = self
    return copy.withUTF8(body)
  }
}
