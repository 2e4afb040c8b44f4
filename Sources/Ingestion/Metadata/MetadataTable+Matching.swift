import DocumentModel

extension MetadataTable {
  /// What the table says about the articles `ids`.
  ///
  /// A row fits an article if the id ends with the row's path, or the path with the id, in whole
  /// components; an id that is the path fits best, then the one that shares most components. A
  /// row that fits several articles equally well says nothing about any, nor do rows that fit one
  /// article equally well: each such row, and each that fits nothing, is a warning.
  ///
  /// - Parameter containers: those of `ids` that may hold articles of their own. Rows that name a
  ///   place in one wait for it (`metadata(ofPart:)`); of a row that fits nothing it is only noted.
  func matches(for ids: [String], containers: Set<String> = []) -> MetadataMatches {
    let index = PathIndex(ids)
    var matches = MetadataMatches()
    var claims: [String: [Claim]] = [:]
    for row in rows where !row.liesIn(containers) {
      let (articles, closeness) = index.closest(to: row.path)
      if let article = articles.first, articles.count == 1 {
        claims[article, default: []].append(Claim(row: row, closeness: closeness))
      } else {
        matches.diagnostics.append(unused(row, fits: articles, hasParts: !containers.isEmpty))
      }
    }
    for article in claims.keys.sorted(by: ArticleIDs.precedes) {
      settle(claims[article] ?? [], on: article, in: &matches)
    }
    return matches
  }

  /// What the table says about a part of a file, which is known only once it is read: the row whose
  /// path is its id or the longest end of it, in whole components.
  func metadata(ofPart id: String) -> ArticleMetadata? {
    endings(of: id).lazy.compactMap { rowsByPath[String($0)]?.metadata }.first
  }

  private func settle(_ claims: [Claim], on article: String, in matches: inout MetadataMatches) {
    let best = claims.map(\.closeness).max() ?? 0
    let winners = claims.filter { $0.closeness == best }
    if winners.count == 1 { matches.metadata[article] = winners[0].row.metadata }
    let losers = winners.count == 1 ? claims.filter { $0.closeness < best } : claims
    matches.diagnostics += losers.map { claim in
      warning("metadata-ambiguous", claim.row, "another row fits the article \(article) as well")
    }
  }

  private func unused(
    _ row: Row, fits articles: [String], hasParts: Bool
  ) -> Diagnostic {
    if articles.isEmpty, hasParts {
      return Diagnostic(
        .note, code: "metadata-unmatched",
        "\(path):\(row.line): no file is named \(row.path); it must be a part of one")
    }
    return articles.isEmpty
      ? warning("metadata-unmatched", row, "no article is named \(row.path)")
      : warning(
        "metadata-ambiguous", row,
        "\(row.path) could be \(articles.joined(separator: " or ")); write more of the path")
  }

  private func warning(_ code: String, _ row: Row, _ words: String) -> Diagnostic {
    Diagnostic(.warning, code: code, "\(path):\(row.line): \(words)")
  }
}

extension MetadataTable.Row {
  /// Whether the path is a place in one of the files.
  fileprivate func liesIn(_ containers: Set<String>) -> Bool {
    guard !containers.isEmpty else { return false }
    return zip(path.utf8.indices, path.utf8).contains { index, byte in
      (byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#"))
        && containers.contains(String(path[..<index]))
    }
  }
}

/// Which row belongs to which article.
struct MetadataMatches {
  /// By article id.
  var metadata: [String: ArticleMetadata] = [:]
  var diagnostics: [Diagnostic] = []
}

/// A row that fits an article.
private struct Claim {
  let row: MetadataTable.Row
  let closeness: Int
}

/// Paths by what they end with, so that matching stays linear when all files are `index.txt`.
private struct PathIndex {
  private let paths: Set<String>
  private var pathsEndingWith: [Substring: [String]] = [:]

  init(_ paths: [String]) {
    self.paths = Set(paths)
    for path in paths {
      for ending in endings(of: path).dropFirst() {
        pathsEndingWith[ending, default: []].append(path)
      }
    }
  }

  /// The paths that fit best, and the number of components that they share with `path`.
  func closest(to path: String) -> (paths: [String], closeness: Int) {
    let endings = endings(of: path)
    if paths.contains(path) { return ([path], .max) }
    if let longer = pathsEndingWith[path[...]] { return (longer, endings.count) }
    for (index, ending) in endings.enumerated() where paths.contains(String(ending)) {
      return ([String(ending)], endings.count - index)
    }
    return ([], 0)
  }

}

/// `a/b/c`, `b/c` and `c`.
private func endings(of path: String) -> [Substring] {
  var endings = [path[...]]
  for (slash, byte) in zip(path.utf8.indices, path.utf8) where byte == NativePath.slash {
    endings.append(path[path.utf8.index(after: slash)...])
  }
  return endings
}
