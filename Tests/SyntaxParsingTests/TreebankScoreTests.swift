import DocumentModel
import Foundation
import SyntaxParsing
import Testing

/// Where treebanks for development lie: the folder named by `ENTENTE_SHARED`, else `../shared`
/// beside the package. They are no part of the project.
enum Treebanks {
  static let test: String? = {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(filePath: $0) }
    let folder = named ?? package.deletingLastPathComponent().appending(path: "shared")
    let path = folder.appending(path: "treebanks/en_ewt-ud-test.conllu").path
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }()
}

@Suite struct TreebankScoreTests {
  /// A floor under the shipped model's scores, on the first sentences of a treebank's test part.
  @Test(
    .enabled(
      if: Treebanks.test != nil, "no treebanks: neither ENTENTE_SHARED nor ../shared has them"))
  func scoresStayUp() throws {
    let path = try #require(Treebanks.test)
    let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
    let part = text.split(separator: "\n\n", maxSplits: 120).prefix(120).joined(separator: "\n\n")
    let parser = try ShippedModel.parser.get()
    let workspace = parser.makeWorkspace()
    var (count, tags, heads) = (0, 0, 0)
    for sentence in try CoNLLU.read(part) {
      let gold = try sentence.layer()
      let system = parser.tree(of: sentence.forms, using: workspace)
      for row in gold.heads.indices {
        count += 1
        tags += gold.tags[row] == system.tags[row] ? 1 : 0
        heads += gold.heads[row] == system.heads[row] ? 1 : 0
      }
    }
    #expect(Double(tags) / Double(count) > 0.94)
    #expect(Double(heads) / Double(count) > 0.84)
  }
}
