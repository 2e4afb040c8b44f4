import Foundation
import Ingestion

/// A folder of its own for one test, gone when the test ends.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("ingestion-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  var path: String { url.path }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  /// Writes a file and the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  @discardableResult
  func write(_ name: String, _ text: String = "An article.\n") throws -> String {
    try write(name, text.utf8)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path(name), withDestinationPath: target)
  }
}

extension ArticleReader {
  /// What is in a file that holds one article.
  func readOne(_ file: ArticleFile) -> Result<IngestedArticle, Refusal> {
    let results = readAll(file)
    precondition(results.count == 1, "\(file.id) holds \(results.count) articles")
    return results[0]
  }

  func readAll(_ file: ArticleFile) -> [Result<IngestedArticle, Refusal>] {
    var results: [Result<IngestedArticle, Refusal>] = []
    read(file) { results.append($0) }
    return results
  }
}
