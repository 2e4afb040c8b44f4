import DocumentModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A trained model as a file: named sections behind a checked header, mapped into memory.
///
/// Layout, little-endian: the eight bytes of `magic`; version (UInt32); number of sections
/// (UInt32); length of the file (UInt64); checksum of everything from byte 32 on (UInt64). Then
/// the directory, 32 bytes a section: name (16 bytes, padded with zeros), first byte and length
/// (UInt64 each). Sections begin at multiples of 64 bytes.
public struct ModelFile: Sendable {
  static let magic: [UInt8] = Array("ENTENTE\n".utf8)
  static let headerLength = 32
  static let entryLength = 32
  static let alignment = 64

  /// The version this build reads and writes.
  public static let version: UInt32 = 1

  /// The checksum of the content, in the file's header: names the model in reports.
  public let digest: UInt64
  let data: Data
  let sections: [String: Range<Int>]

  /// Maps the file at `path` and checks header, length and checksum; no other work is done.
  public init(contentsOf path: String) throws(ModelFileError) {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    } catch {
      throw ModelFileError(path, .unreadable(String(describing: error)))
    }
    try self.init(data, from: path)
  }

  /// Reads a model that is in memory already; `origin` names it in errors.
  public init(bytes: [UInt8], origin: String = "bytes") throws(ModelFileError) {
    try self.init(Data(bytes), from: origin)
  }

  init(_ data: Data, from origin: String) throws(ModelFileError) {
    let header = try Self.checkedHeader(of: data, origin)
    var sections: [String: Range<Int>] = [:]
    for index in 0..<header.sectionCount {
      let entry = Self.headerLength + index * Self.entryLength
      let name = String(decoding: data[entry..<entry + 16].prefix { $0 != 0 }, as: UTF8.self)
      let start = data.integer(UInt64.self, at: entry + 16)
      let count = data.integer(UInt64.self, at: entry + 24)
      guard start <= UInt64(data.count), count <= UInt64(data.count) - start else {
        throw ModelFileError(origin, .corrupt("section \(name) lies outside the file"))
      }
      sections[name] = Int(start)..<Int(start + count)
    }
    self.data = data
    self.sections = sections
    self.digest = header.digest
    self.origin = origin
  }

  /// The path, or what else named the model when it was read.
  public let origin: String

  private static func checkedHeader(
    of data: Data, _ origin: String
  ) throws(ModelFileError) -> (sectionCount: Int, digest: UInt64) {
    guard data.count >= headerLength, data.prefix(magic.count).elementsEqual(magic) else {
      throw ModelFileError(origin, .foreign)
    }
    let version = data.integer(UInt32.self, at: 8)
    guard version <= Self.version else { throw ModelFileError(origin, .newer(version)) }
    guard version == Self.version else { throw ModelFileError(origin, .older(version)) }
    let length = data.integer(UInt64.self, at: 16)
    guard length == UInt64(data.count) else {
      throw ModelFileError(origin, .truncated(expected: length, found: data.count))
    }
    let digest = data.integer(UInt64.self, at: 24)
    guard digest == data.withUnsafeBytes({ StableHash.checksum(of: $0, from: headerLength) }) else {
      throw ModelFileError(origin, .corrupt("the checksum does not match"))
    }
    let count = Int(data.integer(UInt32.self, at: 12))
    guard headerLength + count * entryLength <= data.count else {
      throw ModelFileError(origin, .corrupt("the directory is cut off"))
    }
    return (count, digest)
  }

  /// The names of the sections, sorted.
  public var sectionNames: [String] { sections.keys.sorted() }

  /// A section as numbers of a fixed width, copied; an error when it is missing or of odd length.
  public func array<Element: BitwiseCopyable>(
    _ name: String, of type: Element.Type
  ) throws(ModelFileError) -> [Element] {
    let range = try range(of: name)
    let stride = MemoryLayout<Element>.stride
    guard range.count.isMultiple(of: stride) else {
      throw ModelFileError(origin, .corrupt("section \(name) has an odd length"))
    }
    let count = range.count / stride
    return [Element](unsafeUninitializedCapacity: count) { elements, initialized in
      data.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(elements).copyMemory(from: .init(rebasing: bytes[range]))
      }
      initialized = count
    }
  }

  /// A section as lines of text.
  public func lines(_ name: String) throws(ModelFileError) -> [String] {
    let range = try range(of: name)
    return data[range].split(separator: 10, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  func range(of name: String) throws(ModelFileError) -> Range<Int> {
    guard let range = sections[name] else {
      throw ModelFileError(origin, .missingSection(name))
    }
    return range
  }
}

extension Data {
  /// The little-endian integer at byte `offset`, which must lie inside.
  func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ type: Integer.Type, at offset: Int
  ) -> Integer {
    withUnsafeBytes {
      Integer(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: type))
    }
  }
}
