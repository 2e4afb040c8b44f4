import Foundation

/// A collection for brat: a text and its annotations an article, and the configuration.
struct BratFolder {
  private let folder: URL

  init(_ path: String) throws {
    folder = URL(filePath: path, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try write(AnnotationStandoff.configuration, to: "annotation.conf")
  }

  func write(_ standoff: AnnotationStandoff, id: String) throws {
    let name = Self.fileName(of: id)
    try write(standoff.text, to: name + ".txt")
    try write(standoff.annotations, to: name + ".ann")
  }

  /// One level deep: folders in an article's id become part of its name.
  private static func fileName(of id: String) -> String {
    let name = id.hasSuffix(".txt") ? String(id.dropLast(4)) : id
    return String(name.map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? $0 : "_" })
  }

  private func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name), options: .atomic)
  }
}
