import DocumentModel
import Foundation
public import GraphExport
public import GraphModel

/// The analyses of several workers as a set: what several of them read is in it once.
public struct AnalysisSet: Sendable {
  /// In the byte order of their ids, which differ.
  public private(set) var articles: [ArticleGraph] = []
  /// Lines that hold no analysis.
  public private(set) var gaps: [AnalysisGap] = []
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  /// Whether the file begins as one of analyses does.
  public static func isFile(_ bytes: Data) -> Bool { AnalysisLineReader.isLine(bytes) }

  /// Adds the lines of a file.
  /// - Throws: `GraphReadingError`, with the line.
  public mutating func add(_ bytes: Data, path: String) throws {
    let reader = AnalysisLineReader()
    for (index, line) in bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false
    )
    .enumerated() where !line.isEmpty {
      do {
        switch try reader.line(from: line) {
        case .analysis(let graph): articles.append(graph)
        case .gap(let gap): gaps.append(gap)
        }
      } catch {
        throw GraphReadingError(path: path, kind: .notReadable("line \(index + 1): \(error)"))
      }
    }
  }

  /// Sorts the articles, leaves out what is there twice, and tells articles of one id apart.
  public mutating func settle() {
    articles.sort { left, right in
      left.article.id != right.article.id
        ? precedes(left.article.id, right.article.id)
        : precedes(left.article.contentHash, right.article.contentHash)
    }
    var kept: [ArticleGraph] = []
    for article in articles where kept.last != article { kept.append(article) }
    let counts = Dictionary(grouping: kept.map(\.article.id)) { $0 }.mapValues(\.count)
    for index in kept.indices where (counts[kept[index].article.id] ?? 0) > 1 {
      kept[index].article.id += "~\(kept[index].article.contentHash)"
    }
    articles = kept.sorted { precedes($0.article.id, $1.article.id) }
    diagnostics = counts.filter { $0.value > 1 }.keys.sorted(by: precedes).map { id in
      Diagnostic(
        .warning, code: "article-conflict",
        "\(id) names different articles; each is kept, with the hash of its text after its name")
    }
  }
}
