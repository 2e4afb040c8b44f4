import DocumentModel

/// Collects named sections and lays them out as the bytes of a `ModelFile`.
public struct ModelFileWriter {
  private var sections: [(name: String, bytes: [UInt8])] = []

  public init() {}

  /// Adds numbers of a fixed width, as they lie in memory (little-endian).
  public mutating func add<Element: BitwiseCopyable>(_ name: String, _ values: [Element]) {
    precondition(name.utf8.count <= 16 && !name.isEmpty, "a section's name has 1 to 16 bytes")
    sections.append((name, values.withUnsafeBytes { Array($0) }))
  }

  /// Adds lines of text; none may hold a line feed.
  public mutating func add(_ name: String, lines: [String]) {
    add(name, Array(lines.joined(separator: "\n").utf8))
  }

  /// The whole file; the same sections give the same bytes.
  public func bytes() -> [UInt8] {
    let directoryEnd = ModelFile.headerLength + sections.count * ModelFile.entryLength
    var directory: [UInt8] = []
    var body: [UInt8] = []
    var position = directoryEnd
    for section in sections {
      let padding = (ModelFile.alignment - position % ModelFile.alignment) % ModelFile.alignment
      body += [UInt8](repeating: 0, count: padding)
      position += padding
      directory += Array(section.name.utf8)
      directory += [UInt8](repeating: 0, count: 16 - section.name.utf8.count)
      directory += littleEndian(UInt64(position)) + littleEndian(UInt64(section.bytes.count))
      body += section.bytes
      position += section.bytes.count
    }
    let content = directory + body
    let digest = content.withUnsafeBytes { StableHash.checksum(of: $0) }
    return ModelFile.magic + littleEndian(ModelFile.version)
      + littleEndian(UInt32(sections.count)) + littleEndian(UInt64(position))
      + littleEndian(digest) + content
  }

  private func littleEndian<Integer: FixedWidthInteger & BitwiseCopyable>(
    _ value: Integer
  ) -> [UInt8] {
    withUnsafeBytes(of: value.littleEndian) { Array($0) }
  }
}
