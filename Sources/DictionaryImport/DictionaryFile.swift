import Foundation

/// A file of a dictionary, read line by line: a dictionary may be larger than memory.
struct DictionaryFile {
  let url: URL
  /// As the report names it.
  var name: String { url.relativePath }

  init(_ url: URL) { self.url = url }

  /// A file that this one names.
  func sibling(_ name: String) -> DictionaryFile {
    DictionaryFile(url.deletingLastPathComponent().appending(path: name))
  }

  /// Calls `body` with each line, its number from 1, and its text without line end and byte-order
  /// mark. What is not UTF-8 is read as Windows-1252.
  func forEachLine(_ body: (String, Int) throws -> Void) throws {
    try forEachLineOfBytes { bytes, number in try body(Self.text(bytes), number) }
  }

  /// The same with the bytes of each line.
  func forEachLineOfBytes(_ body: (ArraySlice<UInt8>, Int) throws -> Void) throws {
    let handle: FileHandle
    do {
      handle = try FileHandle(forReadingFrom: url)
    } catch {
      throw ImportError(path: name, reason: error.localizedDescription)
    }
    defer { try? handle.close() }
    var rest: [UInt8] = []
    var number = 0
    while let chunk = try handle.read(upToCount: Self.chunkSize), !chunk.isEmpty {
      if number == 0, rest.isEmpty, chunk.starts(with: [0xEF, 0xBB, 0xBF]) {
        rest += chunk.dropFirst(3)
      } else {
        rest += chunk
      }
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        number += 1
        try body(Self.trimmed(rest[start..<end]), number)
        start = end + 1
      }
      rest.removeFirst(start)
    }
    if !rest.isEmpty { try body(Self.trimmed(rest[...]), number + 1) }
  }

  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(data: Data(bytes), encoding: .windowsCP1252)
      ?? String(decoding: bytes, as: UTF8.self)
  }

  private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == 0x0D ? line.dropLast() : line
  }

  private static let chunkSize = 1 << 20
}

/// A file that cannot be read.
public struct ImportError: Error, CustomStringConvertible {
  public let path: String
  public let reason: String

  public var description: String { "\(path): \(reason)" }
}
