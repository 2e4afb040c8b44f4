public import DocumentModel
public import GraphModel

/// Makes one graph of several that were built apart.
///
/// Evidence that several graphs cite counts once, so that merging a graph with itself changes
/// nothing and the order of the graphs does not show. Nodes meet by id; one that was discovered
/// meets the gazetteer's entity that has its id among `formerIDs`. Mentions add up where the graphs
/// have no article in common; where they do, the larger number is taken, since it is not known which
/// mentions are the same.
public struct GraphMerger: Sendable {
  public init() {}

  public func graph(of graphs: [Graph]) -> (graph: Graph, diagnostics: [Diagnostic]) {
    var articles = MergedArticles(graphs)
    let renamed = graphs.map { articles.unambiguous($0) }
    let shares = renamed.indices.contains { index in
      let ids = Set(renamed[index].articles.map(\.id))
      return renamed[..<index].contains { $0.articles.contains { ids.contains($0.id) } }
    }
    let merged = articles.merged(renamed)
    let names = FormerIDs(renamed)
    let nodes = nodes(of: renamed, names, sharesArticles: shares)
    let copies = ArticleCopies(merged)
    let edges = edges(of: renamed, names, copies)
    return (Graph(nodes: nodes, edges: edges, articles: merged), articles.diagnostics)
  }

  private func nodes(of graphs: [Graph], _ names: FormerIDs, sharesArticles: Bool) -> [Node] {
    var merged: [String: Node] = [:]
    for graph in graphs {
      for node in graph.nodes {
        let id = names.current(node.id)
        guard let present = merged[id] else {
          merged[id] = node.renamed(id)
          continue
        }
        merged[id] = present.merged(with: node.renamed(id), addsUp: !sharesArticles)
      }
    }
    return merged.keys.sorted(by: precedes).compactMap { merged[$0] }
  }

  private func edges(of graphs: [Graph], _ names: FormerIDs, _ copies: ArticleCopies) -> [Edge] {
    var groups: [EdgeTable.Key: [Edge]] = [:]
    for graph in graphs {
      for var edge in graph.edges {
        edge.source = names.current(edge.source)
        edge.target = names.current(edge.target)
        guard edge.source != edge.target else { continue }
        if edge.predicate.isSymmetric, precedes(edge.target, edge.source) {
          (edge.source, edge.target) = (edge.target, edge.source)
        }
        groups[EdgeTable.Key(edge), default: []].append(edge)
      }
    }
    let keys = groups.keys.map { ($0, $0.text) }.sorted { precedes($0.1, $1.1) }
    var ids = EdgeIDs()
    return keys.compactMap { key, text in
      groups[key].flatMap { merge($0, id: ids.id(for: text), copies) }
    }
  }

  private func merge(_ edges: [Edge], id: String, _ copies: ArticleCopies) -> Edge? {
    guard var edge = edges.min(by: { precedes($0.predicate.lemma, $1.predicate.lemma) }) else {
      return nil
    }
    edge.id = id
    guard edges.count > 1 else { return edge }
    if edges.allSatisfy({ !$0.evidence.isEmpty }) {
      edge.addUp(Array(Set(edges.flatMap(\.evidence))), copies: copies)
      return edge
    }
    // Written without evidence: what was added up can only be added up further.
    edge.weight = edges.reduce(0) { $0 + $1.weight }
    edge.count = edges.reduce(0) { $0 + $1.count }
    edge.firstDate = edges.compactMap(\.firstDate).min()
    edge.lastDate = edges.compactMap(\.lastDate).max()
    edge.grade = edges.map(\.grade).min() ?? edge.grade
    edge.evidence = edges.flatMap(\.evidence).sorted(by: EdgeEvidence.inReadingOrder)
    return edge
  }
}

/// The articles of all graphs; of one id with different texts each gets an id of its own.
private struct MergedArticles {
  private(set) var diagnostics: [Diagnostic] = []
  private let conflicting: Set<String>

  init(_ graphs: [Graph]) {
    var hashes: [String: Set<String>] = [:]
    for article in graphs.flatMap(\.articles) {
      hashes[article.id, default: []].insert(article.contentHash)
    }
    conflicting = Set(hashes.filter { $0.value.count > 1 }.keys)
    diagnostics = conflicting.sorted(by: precedes).map { id in
      Diagnostic(
        .warning, code: "article-conflict",
        "\(id) names different articles; each is kept, with the hash of its text after its name")
    }
  }

  /// `graph` with the ids of conflicting articles made different.
  mutating func unambiguous(_ graph: Graph) -> Graph {
    let renamed = graph.articles.filter { conflicting.contains($0.id) }
    guard !renamed.isEmpty else { return graph }
    let names = Dictionary(renamed.map { ($0.id, "\($0.id)~\($0.contentHash)") }) { first, _ in
      first
    }
    var graph = graph
    for index in graph.articles.indices {
      graph.articles[index].id = names[graph.articles[index].id] ?? graph.articles[index].id
    }
    for edge in graph.edges.indices {
      for piece in graph.edges[edge].evidence.indices {
        let old = graph.edges[edge].evidence[piece].article
        graph.edges[edge].evidence[piece].article = names[old] ?? old
      }
    }
    return graph
  }

  func merged(_ graphs: [Graph]) -> [ArticleRecord] {
    let records = Dictionary(graphs.flatMap(\.articles).map { ($0.id, $0) }) { first, _ in first }
    return records.keys.sorted(by: precedes).compactMap { records[$0] }
  }
}

/// What discovered entities are called since a gazetteer has them.
private struct FormerIDs {
  private var current: [String: String] = [:]

  init(_ graphs: [Graph]) {
    for node in graphs.flatMap(\.nodes) {
      for former in node.formerIDs where former != node.id {
        let known = current[former]
        current[former] = known.map { precedes($0, node.id) ? $0 : node.id } ?? node.id
      }
    }
  }

  /// Follows a chain of names to its end, not round a circle.
  func current(_ id: String) -> String {
    var (id, steps) = (id, 0)
    while let next = current[id], steps < 8 { (id, steps) = (next, steps + 1) }
    return id
  }
}

extension Node {
  fileprivate func renamed(_ id: String) -> Node {
    guard id != self.id else { return self }
    var node = self
    node.formerIDs = (node.formerIDs + [self.id]).filter { $0 != id }.sortedSet
    node.id = id
    return node
  }

  /// Names, type and subtype of the one mentioned more; lists and identifiers of both.
  fileprivate func merged(with other: Node, addsUp: Bool) -> Node {
    let isFirst = (other.mentions, label) <= (mentions, other.label)
    var node = isFirst ? self : other
    let lesser = isFirst ? other : self
    if node.type == .person, lesser.type == .official { node.type = .official }
    node.subtype = node.subtype ?? lesser.subtype
    node.aliases = (aliases + other.aliases).sortedSet
    node.roles = roles.united(with: other.roles)
    node.ids.merge(lesser.ids) { first, _ in first }
    node.attributes.merge(lesser.attributes) { first, _ in first }
    node.iso3 = node.iso3 ?? lesser.iso3
    node.qid = node.qid ?? lesser.qid
    node.formerIDs = (formerIDs + other.formerIDs).sortedSet
    node.foundBy = (foundBy + other.foundBy).sortedSet
    node.candidates = candidates.united(with: other.candidates)
    node.firstSeen = [firstSeen, other.firstSeen].compactMap { $0 }.min()
    node.lastSeen = [lastSeen, other.lastSeen].compactMap { $0 }.max()
    node.mentions = addsUp ? mentions + other.mentions : max(mentions, other.mentions)
    node.articles = addsUp ? articles + other.articles : max(articles, other.articles)
    return node
  }
}

extension [String] {
  /// The one that holds the other, in its order; else both, sorted: whichever comes first.
  fileprivate func united(with other: [String]) -> [String] {
    if Set(other).isSubset(of: self) { return self }
    return Set(self).isSubset(of: other) ? other : (self + other).sortedSet
  }

  /// Without repetition, sorted by bytes.
  fileprivate var sortedSet: [String] { Set(self).sorted(by: precedes) }
}
