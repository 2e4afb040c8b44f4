import DocumentModel
public import Foundation
import GraphModel

/// Hashes of the files that an analysis depends on, for telling whether any has changed.
public enum DataDigest {
  /// Of one file's bytes.
  /// - Throws: when it cannot be read.
  public static func file(_ url: URL) throws -> String {
    text(checksum(try Data(contentsOf: url, options: .mappedIfSafe)))
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
        let bytes = try Data(contentsOf: URL(filePath: root + "/" + table), options: .mappedIfSafe)
        withUnsafeBytes(of: checksum(bytes).littleEndian) { hash.add($0) }
      }
      hash.add(0)
    }
    return text(hash.value)
  }

  /// Of the running program.
  public static var program: String {
    DataFolder.executable.flatMap { try? file($0) } ?? "unknown"
  }

  private static func checksum(_ data: Data) -> UInt64 {
    data.withUnsafeBytes { StableHash.checksum(of: $0) }
  }

  private static func text(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
