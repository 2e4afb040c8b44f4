public import Foundation

/// The folder that holds `Gazetteers` and `Models`, and why it is that one.
public struct DataFolder: Sendable, Equatable {
  public enum Origin: String, Sendable {
    case option = "--data"
    case environment = "ENTENTE_DATA"
    case executable = "beside the executable"
    case share = "../share/entente"
    case checkout = "the checkout"
  }

  public let url: URL
  public let origin: Origin

  /// Links resolved, since folders are searched without following them.
  public var gazetteers: URL {
    url.appending(path: "Gazetteers", directoryHint: .isDirectory).resolvingSymlinksInPath()
  }
  public var model: URL { url.appending(path: "Models/english.entente") }
  /// The model of names.
  public var names: URL { url.appending(path: "Models/names.entente") }
  /// The model of pronouns.
  public var pronouns: URL { url.appending(path: "Models/pronouns.entente") }

  /// Finds the data folder: the one asked for, else `ENTENTE_DATA`, else beside the executable, else
  /// `../share/entente` from there, else the checkout the executable was built in.
  /// - Throws: `DataFolderError` when none of them holds a `Gazetteers` folder.
  public static func locate(
    option: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: URL? = Self.executable
  ) throws(DataFolderError) -> DataFolder {
    if let option { return try required(option, .option) }
    if let path = environment["ENTENTE_DATA"], !path.isEmpty {
      return try required(path, .environment)
    }
    guard let executable else { throw DataFolderError(tried: []) }
    let folder = executable.deletingLastPathComponent()
    let places =
      [
        (folder, Origin.executable),
        (folder.appending(path: "../share/entente").standardized, .share),
      ]
      + ancestors(of: folder).map { ($0, .checkout) }
    for (url, origin) in places {
      let candidate = DataFolder(url: url, origin: origin)
      if candidate.exists { return candidate }
    }
    throw DataFolderError(tried: places.prefix(2).map { $0.0.path })
  }

  /// The running executable, links resolved.
  public static var executable: URL? {
    let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    if let path { return URL(filePath: path) }
    return Bundle.main.executableURL?.resolvingSymlinksInPath()
  }

  private var exists: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: gazetteers.path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func required(_ path: String, _ origin: Origin) throws(DataFolderError)
    -> DataFolder
  {
    let folder = DataFolder(url: URL(filePath: path, directoryHint: .isDirectory), origin: origin)
    guard folder.exists else { throw DataFolderError(tried: [path]) }
    return folder
  }

  /// The folders above a build folder: `.build/x86_64…/release` lies three below the checkout.
  private static func ancestors(of folder: URL) -> [URL] {
    var result: [URL] = []
    var url = folder
    for _ in 0..<5 {
      url = url.deletingLastPathComponent()
      if FileManager.default.fileExists(atPath: url.appending(path: "Package.swift").path) {
        result.append(url)
      }
    }
    return result
  }
}

/// No folder with gazetteers where they were looked for.
public struct DataFolderError: Error, CustomStringConvertible {
  public let tried: [String]

  public var description: String {
    let places = tried.isEmpty ? "" : " (looked in \(tried.joined(separator: ", ")))"
    return "no folder \"Gazetteers\" found\(places): name the folder that holds Gazetteers and "
      + "Models with --data DIR or in ENTENTE_DATA"
  }
}
