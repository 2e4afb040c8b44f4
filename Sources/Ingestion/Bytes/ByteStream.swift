/// Reads a byte source through a buffer: looks ahead, takes lines, takes all. One thread at a time.
final class ByteStream {
  /// How many bytes are to be expected in all, where that is known.
  let expectedCount: Int?
  private let source: any ByteSource
  private let buffer: UnsafeMutableRawBufferPointer
  /// The bytes of the buffer that are not taken yet.
  private var unread = 0..<0
  /// How many bytes the source has given.
  private var received = 0
  private var sourceIsAtEnd = false

  private static let bufferSize = 1 << 16

  init(_ source: any ByteSource, expectedCount: Int? = nil) {
    self.source = source
    self.expectedCount = expectedCount
    buffer = .allocate(byteCount: Self.bufferSize, alignment: 16)
  }

  convenience init(_ file: FileBytes) {
    self.init(file, expectedCount: file.count)
  }

  deinit { buffer.deallocate() }

  /// The next `count` bytes, or those that are left, which stay in the stream.
  func head(_ count: Int) throws(Refusal.Reason) -> [UInt8] {
    precondition(count <= Self.bufferSize)
    while unread.count < count, try fill() {}
    return Array(UnsafeRawBufferPointer(rebasing: buffer[unread].prefix(count)))
  }

  /// Whether nothing but white space is left; passes over it.
  func isAtEnd() throws(Refusal.Reason) -> Bool {
    while case let part = try chunk(), !part.isEmpty {
      guard let index = part.firstIndex(where: { $0 > 0x20 }) else { continue }
      putBack(part.count - index)
      return false
    }
    return true
  }

  /// Takes what is at hand, at least one byte; empty at the end. Valid until the next call.
  func chunk() throws(Refusal.Reason) -> UnsafeRawBufferPointer {
    if unread.isEmpty { _ = try fill() }
    let taken = unread
    unread = taken.upperBound..<taken.upperBound
    return UnsafeRawBufferPointer(rebasing: buffer[taken])
  }

  /// Puts back the last `count` bytes of the chunk that was taken last.
  func putBack(_ count: Int) {
    precondition(count <= unread.lowerBound)
    unread = unread.lowerBound - count..<unread.upperBound
  }

  /// Everything that is left.
  ///
  /// - Throws: `tooLong` as soon as it is known to be more than `limit` bytes.
  func contents(limit: Int) throws(Refusal.Reason) -> [UInt8] {
    if let expectedCount, expectedCount > limit {
      throw .tooLong(bytes: expectedCount, limit: limit)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expectedCount ?? 0)
    while case let part = try chunk(), !part.isEmpty {
      guard bytes.count + part.count <= limit else { throw .tooLong(bytes: nil, limit: limit) }
      bytes += part
    }
    return bytes
  }

  /// The next line without its line feed, nil at the end.
  ///
  /// - Throws: `tooLong` for a line of more than `limit` bytes, which is passed over.
  func line(limit: Int) throws(Refusal.Reason) -> [UInt8]? {
    var (line, count) = ([UInt8](), 0)
    while case let part = try chunk(), !part.isEmpty {
      let end = part.firstIndex(of: 0x0A)
      count += end ?? part.count
      if count <= limit { line += part[..<(end ?? part.count)] } else { line = [] }
      if let end {
        putBack(part.count - end - 1)
        return try Self.checked(line, count, limit)
      }
    }
    return count == 0 ? nil : try Self.checked(line, count, limit)
  }

  private static func checked(
    _ line: [UInt8], _ count: Int, _ limit: Int
  ) throws(Refusal.Reason) -> [UInt8] {
    if count > limit { throw .tooLong(bytes: count, limit: limit) }
    return line
  }

  /// Moves what is unread to the front and reads more behind it; false at the end.
  private func fill() throws(Refusal.Reason) -> Bool {
    if sourceIsAtEnd { return false }
    let kept = UnsafeRawBufferPointer(rebasing: buffer[unread])
    buffer.copyMemory(from: kept)
    unread = 0..<kept.count
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[kept.count...])
    let count = try source.read(into: free)
    received += count
    unread = 0..<kept.count + count
    sourceIsAtEnd = count == 0
    return count > 0
  }
}

extension ByteStream {
  /// Whether `seek` works: a file of its own, not a part of something else.
  var canSeek: Bool { (source as? FileBytes)?.count != nil }

  /// The place of the next byte.
  var place: Int { received - unread.count }

  /// Goes on from `offset` and returns it; nil where that cannot be done.
  func seek(to offset: Int) -> Int? {
    guard let file = source as? FileBytes, offset >= 0, file.seek(to: offset) else { return nil }
    (received, unread, sourceIsAtEnd) = (offset, 0..<0, false)
    return offset
  }

  /// Passes over up to `count` bytes without reading them; returns how many.
  func skip(_ count: Int) -> Int {
    guard let expectedCount, canSeek else { return 0 }
    let target = min(place + count, expectedCount)
    let start = place
    guard target > start, seek(to: target) != nil else { return 0 }
    return target - start
  }
}
