import Foundation

/// The bytes of a compiled pack, mapped from a file or made in memory. They never change.
final class PackBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  /// What keeps a mapping; nil when the memory is this object's own.
  private let mapping: Data?

  /// Sections begin at multiples of this.
  static let alignment = 64

  /// Maps a file; nothing of it is read yet.
  init(contentsOf path: String) throws {
    let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    // The mapping does not move as long as the data lives, and nobody changes it.
    bytes = data.withUnsafeBytes { UnsafeRawBufferPointer($0) }
    mapping = data
  }

  /// Makes `count` bytes, zero where `fill` leaves them.
  init(count: Int, _ fill: (UnsafeMutableRawBufferPointer) -> Void) {
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count, alignment: Self.alignment)
    memory.initializeMemory(as: UInt8.self, repeating: 0)
    fill(memory)
    bytes = UnsafeRawBufferPointer(memory)
    mapping = nil
  }

  /// Writes the bytes to a file, which appears whole or not at all.
  func write(to file: URL) throws {
    let memory = UnsafeMutableRawBufferPointer(mutating: bytes)
    guard let start = memory.baseAddress else { return }
    try Data(bytesNoCopy: start, count: memory.count, deallocator: .none)
      .write(to: file, options: .atomic)
  }

  deinit {
    if mapping == nil { bytes.deallocate() }
  }
}
