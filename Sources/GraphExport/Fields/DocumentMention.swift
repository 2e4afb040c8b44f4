import DocumentModel
import GraphModel

/// That an article names a node, by their places in the graph; packed, since a large graph has
/// millions.
struct DocumentMention: Comparable {
  private let packed: UInt64

  private init(article: Int, node: Int) { packed = UInt64(article) << 32 | UInt64(node) }

  var article: Int { Int(packed >> 32) }
  var node: Int { Int(packed & 0xFFFF_FFFF) }

  static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }

  /// The ends of every edge in the articles of its evidence, without repetition.
  static func mentions(in graph: Graph) -> [DocumentMention] {
    let nodes = IDPlaces(graph.nodes)
    let articles = IDPlaces(graph.articles)
    var mentions: [DocumentMention] = []
    for index in graph.edges.indices {
      let ends = [nodes[graph.edges[index].source], nodes[graph.edges[index].target]]
      for piece in graph.edges[index].evidence {
        guard let article = articles[piece.article] else { continue }
        for case .some(let node) in ends { mentions.append(Self(article: article, node: node)) }
      }
    }
    mentions.sort()
    mentions.removeRepetitions()
    return mentions
  }
}

extension [DocumentMention] {
  /// Of equal neighbours only the first stays; in place.
  fileprivate mutating func removeRepetitions() {
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}
