import DocumentModel
public import Foundation

/// Compiled packs of gazetteer folders, kept in a folder and reused as long as nothing has changed.
///
/// A pack is believed when it is whole, of this format, and stamped with the tables' contents and the
/// program that asks. Otherwise the tables are read, and their pack is kept if the folder can be
/// written; if it cannot, nobody is the worse.
public struct GazetteerCache: Sendable {
  /// Where packs are kept, if anywhere.
  public let folder: URL?
  private let program: UInt64

  /// Packs of further combinations of folders push out the oldest.
  private static let mostPacks = 8

  /// - Parameters:
  ///   - folder: made when it is needed; nil to keep nothing.
  ///   - program: tells builds of the program apart, since what they make of the same tables differs.
  public init(folder: URL?, program: UInt64) {
    self.folder = folder
    self.program = program
  }

  /// The gazetteer of some folders, the shipped one first, and in words what is odd about them.
  public func load(
    folders: [URL]
  ) throws(GazetteerErrors) -> (gazetteer: Gazetteer, notes: [String]) {
    let tables = folders.map { TableFolder($0) }
    guard let folder, let stamp = tables.stamp(seed: program) else {
      let (parts, _) = try GazetteerLoader.parts(of: GazetteerLoader.draft(of: tables))
      return (Gazetteer(compiled: parts.pack(stamp: 0)), parts.notes)
    }
    let file = folder.appending(path: Self.name(for: folders))
    if let known = stored(in: file, stamp) { return (known, known.notes) }
    let (parts, _) = try GazetteerLoader.parts(of: GazetteerLoader.draft(of: tables))
    let pack = parts.pack(stamp: stamp)
    store(pack, in: file)
    return (Gazetteer(compiled: pack), parts.notes)
  }

  /// One for each list of folders, wherever they lie.
  private static func name(for folders: [URL]) -> String {
    let paths = folders.map { $0.standardizedFileURL.path }.joined(separator: "\n")
    return StableHash.base32(of: paths) + "." + PackFormat.fileExtension
  }

  private func stored(in file: URL, _ stamp: UInt64) -> Gazetteer? {
    guard let bytes = try? PackBytes(contentsOf: file.path),
      let gazetteer = try? Gazetteer(bytes), gazetteer.stamp == stamp
    else { return nil }
    return gazetteer
  }

  /// Nothing depends on it: an error only means that the tables are read again.
  private func store(_ pack: PackBytes, in file: URL) {
    let folder = file.deletingLastPathComponent()
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try? pack.write(to: file)
    Self.prune(folder)
  }

  private static func prune(_ folder: URL) {
    let keys: Set<URLResourceKey> = [.contentModificationDateKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: Array(keys))
    let packs = (files ?? []).filter { $0.pathExtension == PackFormat.fileExtension }
    guard packs.count > mostPacks else { return }
    let dated = packs.map { pack in
      (pack, (try? pack.resourceValues(forKeys: keys))?.contentModificationDate ?? .distantPast)
    }
    for (pack, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(mostPacks) {
      try? FileManager.default.removeItem(at: pack)
    }
  }
}
