import DocumentModel
public import Foundation
public import Gazetteers

extension GazetteerCache {
  /// The cache in the folder `ENTENTE_CACHE`, else in `$XDG_CACHE_HOME/entente`, else in
  /// `~/.cache/entente`. There is none when `ENTENTE_CACHE` is `off`, or no home is known.
  public static func standard(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> GazetteerCache {
    let folder = folder(environment)
    return GazetteerCache(
      folder: folder.map { URL(filePath: $0, directoryHint: .isDirectory) },
      program: folder == nil ? 0 : program)
  }

  private static func folder(_ environment: [String: String]) -> String? {
    if let own = environment["ENTENTE_CACHE"], !own.isEmpty { return own == "off" ? nil : own }
    // Relative paths are to be ignored (XDG Base Directory Specification).
    if let caches = environment["XDG_CACHE_HOME"], caches.hasPrefix("/") {
      return caches + "/entente"
    }
    return environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.cache/entente" }
  }

  /// Differs from one build of the running program to the next.
  private static var program: UInt64 {
    guard let path = DataFolder.executable?.path,
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    else { return 0 }
    let size = attributes[.size] as? Int ?? 0
    let date = attributes[.modificationDate] as? Date ?? .distantPast
    return StableHash.value(of: "\(path) \(size) \(date.timeIntervalSinceReferenceDate)")
  }
}
