import DocumentModel
import Foundation

extension DataFolder {
  /// A hash of the names and contents of all tables.
  public var gazetteersDigest: String {
    let files = FileManager.default.enumerator(at: gazetteers, includingPropertiesForKeys: nil)
    let tables = (files?.compactMap { $0 as? URL } ?? [])
      .filter { ["tsv", "csv"].contains($0.pathExtension) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var hash = StableHash()
    for table in tables {
      hash.add(table.lastPathComponent.utf8)
      hash.add((try? Data(contentsOf: table)) ?? Data())
    }
    return Self.hexadecimal(hash.value)
  }

  /// A hash of the model file; empty when there is none.
  public var modelDigest: String {
    guard let data = try? Data(contentsOf: model) else { return "(none)" }
    return Self.hexadecimal(StableHash.mixed(StableHash.fnv1a64(data)))
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
