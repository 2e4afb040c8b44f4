public import Foundation

/// Why a compiled gazetteer cannot be used.
public struct CompiledGazetteerError: Error, Sendable {
  public let path: String
  public let reason: String
}

extension CompiledGazetteerError: CustomStringConvertible {
  public var description: String { "\(path): \(reason)" }
}

extension Gazetteer {
  /// Opens a pack that `compile(folders:to:)` wrote; the tables it was made from are not looked at.
  public convenience init(contentsOf pack: URL) throws(CompiledGazetteerError) {
    let path = pack.relativePath
    let bytes: PackBytes
    do {
      bytes = try PackBytes(contentsOf: pack.path)
    } catch {
      throw CompiledGazetteerError(path: path, reason: error.localizedDescription)
    }
    do {
      try self.init(bytes)
    } catch {
      throw CompiledGazetteerError(path: path, reason: error.words)
    }
  }

  /// Compiles the tables of some folders, the shipped one first, into one file.
  ///
  /// - Throws: `GazetteerErrors` when a table does not load, or why the file cannot be written.
  public static func compile(folders: [URL], to file: URL) throws -> (
    gazetteer: Gazetteer, warnings: [GazetteerWarning]
  ) {
    let draft = GazetteerLoader.draft(of: folders.map { TableFolder($0) })
    let (parts, warnings) = try GazetteerLoader.parts(of: draft)
    let pack = parts.pack(stamp: 0)
    do {
      try pack.write(to: file)
    } catch {
      throw CompiledGazetteerError(path: file.relativePath, reason: error.localizedDescription)
    }
    return (Gazetteer(compiled: pack), warnings)
  }

  /// Opens a pack that was just made.
  convenience init(compiled pack: PackBytes) {
    do {
      try self.init(pack)
    } catch {
      preconditionFailure("a pack just made can be read: \(error)")
    }
  }
}

extension PackFault {
  /// What is wrong and what to do.
  fileprivate var words: String {
    switch self {
    case .foreign: "this is no compiled gazetteer"
    case .otherVersion:
      "compiled by another version of entente; compile it again with entente gazetteer compile"
    case .truncated, .damaged: "damaged; compile it again with entente gazetteer compile"
    }
  }
}
