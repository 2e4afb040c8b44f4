import DocumentModel
import GraphModel

/// A graph as articles make them, of any size, the same on every machine: an edge of evidence, names
/// of a few words, sentences of about a hundred letters.
struct GraphGenerator {
  let nodes: Int
  let edges: Int

  var graph: Graph {
    let articles = (0..<max(1, edges / 30)).map { index in
      ArticleRecord(
        id: "2024/article-\(index).txt", contentHash: "00ff00ff00ff0",
        title: "What happened on day \(index)")
    }
    return Graph(nodes: (0..<nodes).map(node), edges: sortedEdges, articles: articles)
  }

  /// Ids of equal length, so that they sort as their numbers do.
  private func id(_ number: Int) -> String {
    let digits = String(number)
    return "x-entity-" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  private func node(_ index: Int) -> Node {
    Node(
      id: id(index), label: "Entity \(index) of Überstadt",
      type: EntityType.allCases[index % EntityType.allCases.count],
      aliases: ["Entity \(index)", "E. \(index)"], foundBy: Self.foundBy,
      firstSeen: Self.firstDay, lastSeen: Self.lastDay, mentions: index % 90, articles: 1)
  }

  /// By source; each source has its share of edges to targets that a fixed step apart give.
  private var sortedEdges: [Edge] {
    (0..<edges).map { index in
      let source = index * nodes / max(edges, 1)
      let target = (source + 1 + index * 7919 % max(nodes - 1, 1)) % nodes
      return edge(index, id(source), id(target))
    }
  }

  private func edge(_ index: Int, _ source: String, _ target: String) -> Edge {
    let category = Category.allCases[index % Category.allCases.count]
    let start = index % 5000
    let piece = EdgeEvidence(
      article: "2024/article-\(index / 30).txt", date: Self.firstDay, dateSource: .article,
      quote:
        "Officials said on Tuesday that entity number \(index) had \"helped\" another & its friends.",
      spans: Evidence(
        sentence: index % 40, sentenceSpan: TextSpan(start, start + 90),
        trigger: TextSpan(start + 50, start + 56), source: TextSpan(start, start + 9),
        target: TextSpan(start + 60, start + 70)),
      grade: .a, tense: .past)
    return Edge(
      id: "e-\(StableHash.base32(of: "\(index)"))", source: source, target: target,
      predicate: Predicate(
        lemma: "help", relation: "HELP", category: category, cameo: "070", goldstein: 7),
      modality: Stance.Modality.allCases[index % 7], tense: .past, themes: Self.themes,
      weight: 1, count: 1, firstDate: Self.firstDay, lastDate: Self.firstDay,
      dateSource: .article, evidence: [piece])
  }

  private static let foundBy = ["gazetteer", "name"]
  private static let themes = ["artillery shells"]
  private static let firstDay = CalendarDate("2024-01-02")
  private static let lastDay = CalendarDate("2024-03-04")
}
