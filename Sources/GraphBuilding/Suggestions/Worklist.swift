import DocumentModel
public import GraphModel

/// Names that no gazetteer has, ranked by what adopting them would bring: the mentions and edges
/// they have.
public struct Worklist: Sendable {
  /// One name, as a row for an entity table.
  public struct Item: Sendable, Equatable {
    public var node: Node
    public var edges: Int
    /// The country it holds an office in, belongs to or lies in, when the graph says so.
    public var container: String?
    /// One to three sentences that name it.
    public var sentences: [String]
  }

  public let items: [Item]

  /// - Parameter sentences: by node id, in reading order.
  public init(_ graph: Graph, sentences: [String: [String]]) {
    let edges = Dictionary(
      grouping: graph.edges.flatMap { [($0.source, $0), ($0.target, $0)] }, by: \.0
    ).mapValues { $0.map(\.1) }
    let countries = Set(graph.nodes.filter { $0.type == .country }.map(\.id))
    items = graph.nodes.filter { $0.id.hasPrefix("x-") }.map { node in
      let own = edges[node.id] ?? []
      let tie = own.first {
        $0.source == node.id && countries.contains($0.target)
          && [.office, .affiliation, .partOf, .location].contains($0.predicate.category)
      }
      return Item(
        node: node, edges: own.count, container: tie?.target,
        sentences: Array((sentences[node.id] ?? []).prefix(3)))
    }.sorted { ($1.weight, $0.node.id) < ($0.weight, $1.node.id) }
  }

  /// The columns of the rows.
  public static let columns = [
    "id", "type", "subtype", "name", "aliases", "in", "ids", "note", "former_ids",
  ]

  /// The first `limit` items as a table whose comments are the evidence.
  public func table(limit: Int) -> String {
    let head = [
      "# Names without an entry, those with the most mentions and edges first.",
      "# Put a + before the rows to adopt, correct them, and run: entente suggest THIS --apply DIR",
      Self.columns.joined(separator: "\t"),
    ]
    return (head + items.prefix(limit).flatMap(\.lines)).joined(separator: "\n") + "\n"
  }
}

extension Worklist.Item {
  fileprivate var weight: Int { node.mentions + 2 * edges }

  fileprivate var lines: [String] {
    ["# \(node.mentions) mentions, \(edges) edges, \(node.articles) articles"]
      + sentences.map { "#   \($0)" } + [row]
  }

  private var row: String {
    [
      String(node.id.dropFirst(2).prefix { $0 != "\t" }), node.type.rawValue, node.subtype ?? "",
      node.label.cell, aliases, container ?? "", "", "", node.id,
    ].joined(separator: "\t")
  }

  /// The other forms with the marks that keep them safe.
  private var aliases: String {
    let own = node.label.lowercased()
    return node.aliases.filter { $0.lowercased() != own }.map { $0.cell + mark($0) }
      .joined(separator: " | ")
  }

  private func mark(_ form: String) -> String {
    let isOneWord = !form.contains(" ")
    if node.type.isPerson { return isOneWord ? "[+]" : "" }
    return isOneWord && form == form.uppercased() ? "[=,~]" : ""
  }
}

extension String {
  /// The text as a cell of an entity table: alias syntax taken literally.
  fileprivate var cell: String {
    var result = ""
    for character in self {
      if "|[\\".contains(character) { result.append("\\") }
      result.append(character == "\t" || character == "\n" ? " " : character)
    }
    return result
  }
}
