public import Foundation

/// Reads the tables of gazetteer folders.
///
/// Every `.tsv` and `.csv` file in a folder and the folders in it is a table; its columns tell of
/// what. Later folders add to earlier ones: a row with the id of an entry fills its cells over and
/// adds aliases, `-alias` takes one back, and a name of `-` switches the entry off.
///
/// Loading is all or nothing: either every table is sound, or all errors of all files are thrown
/// together. What is merely odd is returned as warnings.
public struct GazetteerLoader: Sendable {
  public init() {}

  /// Loads the tables in folders, the shipped ones first.
  public func load(
    folders: [URL]
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, warnings: [GazetteerWarning]) {
    var draft = GazetteerDraft()
    for (number, folder) in folders.enumerated() { read(folder, number: number, into: &draft) }
    return try Self.gazetteer(draft)
  }

  /// Loads tables from memory: their texts by file name. The first of several layers stands for the
  /// shipped folder.
  public func load(
    layers: [[String: String]]
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, warnings: [GazetteerWarning]) {
    var draft = GazetteerDraft()
    for (number, layer) in layers.enumerated() {
      for (name, text) in layer.sorted(by: { $0.key < $1.key }) {
        read(Array(text.utf8), name: name, path: name, folder: number, into: &draft)
      }
    }
    return try Self.gazetteer(draft)
  }

  private static func gazetteer(
    _ draft: GazetteerDraft
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, warnings: [GazetteerWarning]) {
    guard draft.errors.isEmpty else { throw GazetteerErrors(errors: draft.errors) }
    var resolution = GazetteerResolution(draft)
    let gazetteer = resolution.gazetteer()
    return (gazetteer, resolution.warnings)
  }

  func read(_ folder: URL, number: Int, into draft: inout GazetteerDraft) {
    let root = folder.relativePath
    let names: [String]
    do {
      names = try Self.tables(in: folder)
    } catch {
      draft.errors.append(Self.unreadable(root, error))
      return
    }
    if names.isEmpty { draft.warn(.noTables, at: TablePlace(file: root, line: 1, column: 1)) }
    for name in names {
      let path = root.hasSuffix("/") ? root + name : "\(root)/\(name)"
      do {
        let bytes = try Self.bytes(of: folder.appending(path: name), path: path)
        read(bytes, name: name, path: path, folder: number, into: &draft)
      } catch {
        draft.errors.append(error)
      }
    }
  }

  private func read(
    _ bytes: [UInt8], name: String, path: String, folder: Int, into draft: inout GazetteerDraft
  ) {
    do {
      if let table = try TableFile(name: name, path: path, folder: folder, bytes: bytes) {
        draft.read(table)
      }
    } catch {
      draft.errors.append(error)
    }
  }

  private static func bytes(of file: URL, path: String) throws(GazetteerError) -> [UInt8] {
    do {
      return [UInt8](try Data(contentsOf: file))
    } catch {
      throw unreadable(path, error)
    }
  }

  /// The tables below a folder, by name; hidden files and folders are passed over.
  package static func tables(in folder: URL) throws -> [String] {
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
