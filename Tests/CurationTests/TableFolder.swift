import Foundation

/// A folder of tables for a test, gone when the test is over.
final class TableFolder {
  let url: URL

  /// - Parameter files: texts by path in the folder; two blanks or more part cells of lines that
  ///   hold no tab, and a lone `.` is an empty cell.
  init(_ files: [String: String]) throws {
    url = FileManager.default.temporaryDirectory.appending(
      path: "entente-\(UUID().uuidString)", directoryHint: .isDirectory)
    for (path, text) in files {
      let file = url.appending(path: path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(Self.tabbed(text).utf8).write(to: file)
    }
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: path)), as: UTF8.self)
  }

  private static func tabbed(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard !line.contains("\t"), !line.hasPrefix("#") else { return String(line) }
      return line.split(separator: #/ {2,}/#).map { $0 == "." ? "" : String($0) }
        .joined(separator: "\t")
    }.joined(separator: "\n")
  }
}
