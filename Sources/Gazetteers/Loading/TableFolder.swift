import DocumentModel
import Foundation

/// The tables of one folder as they lie on disk, before anything is parsed.
struct TableFolder {
  /// The file of a table.
  struct File {
    /// Relative to the folder, `/`-separated.
    var name: String
    /// As errors name it.
    var path: String
    var bytes: Result<[UInt8], GazetteerError>
  }

  /// The folder as the user named it.
  let root: String
  /// By name; an error when the folder cannot be read.
  let files: Result<[File], GazetteerError>

  init(_ folder: URL) {
    let root = folder.relativePath
    self.root = root
    do {
      files = .success(
        try Self.tables(in: folder).map { name in
          let path = root.hasSuffix("/") ? root + name : "\(root)/\(name)"
          return File(
            name: name, path: path, bytes: Self.bytes(of: folder.appending(path: name), path))
        })
    } catch {
      files = .failure(Self.unreadable(root, error))
    }
  }

  private static func bytes(of file: URL, _ path: String) -> Result<[UInt8], GazetteerError> {
    do {
      return .success([UInt8](try Data(contentsOf: file)))
    } catch {
      return .failure(unreadable(path, error))
    }
  }

  /// The tables below a folder, by name; hidden files and folders are passed over.
  static func tables(in folder: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(
      atPath: folder.resolvingSymlinksInPath().path
    ).filter { name in
      let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") || $0.hasPrefix("~$") }
      let lower = name.lowercased()
      return !isHidden && (lower.hasSuffix(".tsv") || lower.hasSuffix(".csv"))
    }.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  private static func unreadable(_ path: String, _ error: any Error) -> GazetteerError {
    GazetteerError(
      place: TablePlace(file: path, line: 1, column: 1),
      kind: .unreadable(reason: error.localizedDescription))
  }
}

extension [TableFolder] {
  /// Changes whenever a name or a byte of a table does; nil when something cannot be read.
  ///
  /// - Parameter seed: what else the result depends on.
  func stamp(seed: UInt64) -> UInt64? {
    var hash = StableHash(seed: seed)
    for folder in self {
      guard case .success(let files) = folder.files else { return nil }
      hash.add("\(folder.root)\n\(files.count)\n".utf8)
      for file in files {
        guard case .success(let bytes) = file.bytes else { return nil }
        let checksum = bytes.withUnsafeBytes { StableHash.checksum(of: $0) }
        hash.add("\(file.name)\n\(checksum)\n".utf8)
      }
    }
    return hash.value
  }
}
