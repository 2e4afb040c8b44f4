public import Foundation

/// A case that somebody works on: a folder with `entente.toml`, gazetteers of its own and the
/// corrections of whoever works on it. Commands find it from any folder inside it.
public struct ProjectFolder: Sendable, Equatable {
  /// What a project folder is known by.
  public static let fileName = "entente.toml"

  public let url: URL
  public let options: ProjectOptions

  /// Where corrections are written down, whether or not the file is there.
  public var corrections: URL { url.appending(path: options.corrections ?? "corrections.tsv") }

  /// The project's gazetteer folders that are there, in the order in which they are loaded.
  public var gazetteers: [URL] {
    let names = options.gazetteers ?? ["gazetteers"]
    return names.map { resolved($0, isFolder: true) }
      .filter { options.gazetteers != nil || FileManager.default.fileExists(atPath: $0.path) }
  }

  /// A path of the project file: relative ones begin at the project folder.
  public func resolved(_ path: String, isFolder: Bool = false) -> URL {
    URL(
      filePath: path, directoryHint: isFolder ? .isDirectory : .inferFromPath, relativeTo: url
    ).absoluteURL.standardized
  }

  /// Reads the project that `folder` is.
  /// - Throws: `ProjectFileError` when its file cannot be read.
  public init(at folder: URL) throws(ProjectFileError) {
    url = URL(filePath: folder.path, directoryHint: .isDirectory)
    let file = folder.appending(path: Self.fileName)
    let text: String
    do {
      text = try String(contentsOf: file, encoding: .utf8)
    } catch {
      throw ProjectFileError(
        path: file.path, line: 1, kind: .unreadable(reason: error.localizedDescription))
    }
    options = try ProjectOptions(text, path: file.path)
  }

  /// The project around a folder: the nearest one upwards that has a project file; nil when none has.
  public static func enclosing(
    _ folder: URL = URL(filePath: FileManager.default.currentDirectoryPath)
  ) throws(ProjectFileError) -> ProjectFolder? {
    var folder = folder.standardized
    while true {
      if FileManager.default.fileExists(atPath: folder.appending(path: fileName).path) {
        return try ProjectFolder(at: folder)
      }
      let parent = folder.deletingLastPathComponent().standardized
      guard parent.path != folder.path, folder.path != "/" else { return nil }
      folder = parent
    }
  }
}
