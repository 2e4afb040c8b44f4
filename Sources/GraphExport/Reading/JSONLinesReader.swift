import DocumentModel
import Foundation
public import GraphModel

/// Reads what `JSONLinesWriter` writes.
public struct JSONLinesReader {
  public init() {}

  /// The graph; throws `JSONLinesError` with the line at fault. Unknown members are passed over.
  public func graph(from bytes: [UInt8]) throws -> Graph {
    var graph = Graph()
    var counts: Line.Header?
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    for (index, text) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !text.isEmpty {
      do {
        let line = try decoder.decode(Line.self, from: Data(text))
        if let header = line.graph { counts = header }
        if let article = line.article { graph.articles.append(article.record) }
        if let node = line.node { graph.nodes.append(node.node) }
        if let edge = line.edge { graph.edges.append(edge.edge) }
      } catch {
        throw JSONLinesError(line: index + 1, kind: .notReadable(Self.reason(error)))
      }
    }
    guard let counts else { throw JSONLinesError(line: 1, kind: .noHeader) }
    try counts.check(graph)
    return graph
  }

  private static func reason(_ error: any Error) -> String {
    (error as? DecodingError)?.reason ?? "\(error)"
  }
}

/// A file is not in the form of `JSONLinesWriter`.
public struct JSONLinesError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case noHeader
    case unknownVersion(Int)
    /// There are fewer or more lines than the header says: the file was cut or edited.
    case wrongCounts
    case notReadable(String)
  }

  public var line: Int
  public var kind: Kind

  public init(line: Int, kind: Kind) {
    self.line = line
    self.kind = kind
  }
}

extension JSONLinesError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .noHeader: "line 1: this is no graph in JSON lines: its first line has no \"graph\""
    case .unknownVersion(let version): "line \(line): version \(version) is newer than this program"
    case .wrongCounts: "the file does not hold the number of lines that its first line says"
    case .notReadable(let reason): "line \(line): \(reason)"
    }
  }
}

private struct Line: Decodable {
  struct Header: Decodable {
    var version: Int
    var articles: Int
    var nodes: Int
    var edges: Int

    func check(_ graph: Graph) throws(JSONLinesError) {
      guard version <= JSONLinesWriter.version else {
        throw JSONLinesError(line: 1, kind: .unknownVersion(version))
      }
      guard (articles, nodes, edges) == (graph.articles.count, graph.nodes.count, graph.edges.count)
      else { throw JSONLinesError(line: 1, kind: .wrongCounts) }
    }
  }

  var graph: Header?
  var article: ArticleLine?
  var node: NodeLine?
  var edge: EdgeLine?
}
