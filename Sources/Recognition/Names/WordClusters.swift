import DocumentModel
package import ModelFiles

/// Which words are used alike: clusters of word vectors as paths in a binary tree, so that a prefix
/// of the path is a coarser cluster.
package struct WordClusters: Sendable {
  private let words: HashedVocabulary
  /// The path of each word: a one, then its bits.
  private let paths: [UInt16]

  package init(_ file: ModelFile) throws(ModelFileError) {
    words = try HashedVocabulary(file, "cluster")
    paths = try file.array("cluster.paths", of: UInt16.self)
    guard paths.count == words.count else {
      throw ModelFileError(file.origin, .corrupt("the clusters do not fit their words"))
    }
  }

  /// - Parameter paths: bits as text, by word in lower case.
  package init(paths: [String: String]) {
    let byHash = Dictionary(
      paths.map { (StableHash.value(of: $0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
    words = HashedVocabulary(Array(byHash.keys))
    var rows = [UInt16](repeating: 1, count: words.count)
    for (hash, path) in byHash {
      rows[words.row(hash)] = path.prefix(15).reduce(1) { $0 << 1 | ($1 == "1" ? 1 : 0) }
    }
    self.paths = rows
  }

  package func write(to writer: inout ModelFileWriter) {
    words.write(to: &writer, as: "cluster")
    writer.add("cluster.paths", paths)
  }

  /// The path of the word whose lower-case form has that hash; 0 for one without a cluster.
  func path(_ hash: UInt64) -> UInt16 {
    let row = words.row(hash)
    return row < 0 ? 0 : paths[row]
  }
}
