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
    try Self.gazetteer(Self.draft(of: folders.map { TableFolder($0) }))
  }

  /// Loads tables from memory: their texts by file name. The first of several layers stands for the
  /// shipped folder.
  public func load(
    layers: [[String: String]]
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, warnings: [GazetteerWarning]) {
    var draft = GazetteerDraft()
    for (number, layer) in layers.enumerated() {
      for (name, text) in layer.sorted(by: { $0.key < $1.key }) {
        draft.read(Array(text.utf8), name: name, path: name, folder: number)
      }
    }
    return try Self.gazetteer(draft)
  }

  private static func gazetteer(
    _ draft: GazetteerDraft
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, warnings: [GazetteerWarning]) {
    let (parts, warnings) = try parts(of: draft)
    return (Gazetteer(compiled: parts.pack(stamp: 0)), warnings)
  }

  /// What is to be laid out as a pack.
  static func parts(
    of draft: GazetteerDraft
  ) throws(GazetteerErrors) -> (parts: GazetteerParts, warnings: [GazetteerWarning]) {
    guard draft.errors.isEmpty else { throw GazetteerErrors(errors: draft.errors) }
    var resolution = GazetteerResolution(draft)
    return (resolution.parts(), resolution.warnings)
  }

  /// The names of the tables below a folder.
  package static func tables(in folder: URL) throws -> [String] {
    try TableFolder.tables(in: folder)
  }

  static func draft(of folders: [TableFolder]) -> GazetteerDraft {
    var draft = GazetteerDraft()
    for (number, folder) in folders.enumerated() { draft.read(folder, number: number) }
    return draft
  }
}

extension GazetteerDraft {
  fileprivate mutating func read(_ folder: TableFolder, number: Int) {
    switch folder.files {
    case .failure(let error): errors.append(error)
    case .success(let files):
      if files.isEmpty { warn(.noTables, at: TablePlace(file: folder.root, line: 1, column: 1)) }
      for file in files {
        switch file.bytes {
        case .failure(let error): errors.append(error)
        case .success(let bytes): read(bytes, name: file.name, path: file.path, folder: number)
        }
      }
    }
  }

  fileprivate mutating func read(_ bytes: [UInt8], name: String, path: String, folder: Int) {
    do {
      if let table = try TableFile(name: name, path: path, folder: folder, bytes: bytes) {
        read(table)
      }
    } catch {
      errors.append(error)
    }
  }
}
