import DocumentModel
public import Foundation
import GraphModel

/// Hashes of the files that an analysis depends on, for telling whether any has changed.
public enum DataDigest {
  /// Of one file's bytes.
  /// - Throws: when it cannot be read.
  public static func file(_ url: URL) throws -> String {
    text(try checksum(url))
  }

  /// Of a file's bytes, or of the names and bytes of all files of a folder.
  /// - Throws: when one cannot be read.
  static func content(of url: URL) throws -> String {
    guard try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true else {
      return try file(url)
    }
    var hash = StableHash()
    let names = try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted(by: precedes)
    for name in names {
      hash.add(name.utf8)
      hash.add(0)
      let file = url.appending(path: name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      add(try checksum(file), to: &hash)
    }
    return text(hash.value)
  }

  /// Of the names and bytes of all tables of some folders, in the order in which they are loaded.
  /// - Throws: when one cannot be read.
  public static func tables(in folders: [URL]) throws -> String {
    var hash = StableHash()
    for folder in folders {
      let root = folder.resolvingSymlinksInPath().path
      let files = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
      let tables = files.filter { $0.hasSuffix(".tsv") || $0.hasSuffix(".csv") }
      for table in tables.sorted(by: precedes) {
        hash.add(table.utf8)
        add(try checksum(URL(filePath: root + "/" + table)), to: &hash)
      }
      hash.add(0)
    }
    return text(hash.value)
  }

  /// Of the running program.
  public static let program = DataFolder.executable.flatMap { try? file($0) } ?? "unknown"

  /// Piece by piece, since outputs may be larger than memory.
  private static func checksum(_ url: URL) throws -> UInt64 {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    var hash = StableHash()
    while let piece = try file.read(upToCount: pieceLength), !piece.isEmpty {
      add(piece.withUnsafeBytes { StableHash.checksum(of: $0) }, to: &hash)
    }
    return hash.value
  }

  private static let pieceLength = 1 << 20

  private static func add(_ checksum: UInt64, to hash: inout StableHash) {
    withUnsafeBytes(of: checksum.littleEndian) { hash.add($0) }
  }

  private static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
