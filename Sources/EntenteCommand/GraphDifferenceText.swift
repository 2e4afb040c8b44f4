import DocumentModel
import GraphModel

/// The difference of two graphs, one line a change: `+` gained, `-` lost, `~` changed.
struct GraphDifferenceText {
  private let difference: GraphDifference
  /// The names of nodes by id.
  private let names: [String: String]

  /// - Parameter graphs: those that were compared; edges are told by the names of their nodes.
  init(_ difference: GraphDifference, of graphs: Graph...) {
    self.difference = difference
    names = Dictionary(graphs.flatMap(\.nodes).map { ($0.id, $0.label) }) { $1 }
  }

  var lines: [String] {
    let (nodes, edges) = (difference.nodes, difference.edges)
    return nodes.gained.map { "+ node " + words($0) } + nodes.lost.map { "- node " + words($0) }
      + nodes.changed.map(line)
      + edges.gained.flatMap { ["+ edge " + words($0)] + quote($0) }
      + edges.lost.flatMap { ["- edge " + words($0)] + quote($0) } + edges.changed.map(line)
  }

  /// How many of each.
  var summary: String {
    "nodes: \(counts(difference.nodes)); edges: \(counts(difference.edges))"
  }

  private func counts<Item, Field>(_ changes: GraphDifference.Changes<Item, Field>) -> String {
    "\(changes.gained.count) gained, \(changes.lost.count) lost, \(changes.changed.count) changed"
  }

  // MARK: Nodes

  private func words(_ node: Node) -> String {
    "\(node.id)  \(node.label) (\(node.type.rawValue)), mentioned \(node.mentions) times"
  }

  private func line(_ change: GraphDifference.NodeChange) -> String {
    let fields = change.fields.map { field in
      told(field.rawValue, text(field, of: change.before), text(field, of: change.after))
    }
    return "~ node \(change.after.id)  \(change.after.label): " + fields.joined(separator: "; ")
  }

  private func text(_ field: GraphDifference.NodeField, of node: Node) -> String {
    switch field {
    case .id: node.id
    case .label: node.label
    case .type: node.type.rawValue
    case .subtype: node.subtype ?? ""
    case .aliases: list(node.aliases)
    case .roles: list(node.roles)
    case .ids: list(node.ids.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" })
    case .formerIDs: list(node.formerIDs)
    case .foundBy: list(node.foundBy)
    case .candidates: list(node.candidates)
    case .mentions: "\(node.mentions)"
    case .articles: "\(node.articles)"
    case .firstSeen: node.firstSeen.map { "\($0)" } ?? ""
    case .lastSeen: node.lastSeen.map { "\($0)" } ?? ""
    }
  }

  // MARK: Edges

  private func words(_ edge: Edge) -> String {
    let (source, target) = (names[edge.source] ?? edge.source, names[edge.target] ?? edge.target)
    return "\(source) —\(edge.label)→ \(target)  [\(edge.predicate.category.rawValue)]"
  }

  private func quote(_ edge: Edge) -> [String] {
    edge.evidence.first.map { ["         \"\($0.quote)\" (\($0.article))"] } ?? []
  }

  private func line(_ change: GraphDifference.EdgeChange) -> String {
    let fields = change.fields.map { field in
      told(field.rawValue, text(field, of: change.before), text(field, of: change.after))
    }
    return "~ edge \(words(change.after)): " + fields.joined(separator: "; ")
  }

  private func text(_ field: GraphDifference.EdgeField, of edge: Edge) -> String {
    switch field {
    case .relation: edge.predicate.relation
    case .polarity: edge.polarity.rawValue
    case .modality: edge.modality.rawValue
    case .weight: edge.weight.rounded() == edge.weight ? "\(Int(edge.weight))" : "\(edge.weight)"
    case .count: "\(edge.count)"
    case .lemma: edge.predicate.lemma
    case .category: edge.predicate.category.rawValue
    case .mode: edge.predicate.mode ?? ""
    case .cameo: edge.predicate.cameo ?? ""
    case .goldstein: edge.predicate.goldstein.map { "\($0)" } ?? ""
    case .tense: edge.tense?.rawValue ?? ""
    case .attribution: list(edge.attribution)
    case .speakers: list(edge.speakers.map { "\($0.name) \($0.count)" })
    case .via: list(edge.via)
    case .theme: list(edge.themes)
    case .grade: edge.grade.rawValue
    case .firstDate: edge.firstDate.map { "\($0)" } ?? ""
    case .lastDate: edge.lastDate.map { "\($0)" } ?? ""
    case .evidence: list(edge.evidence.map(\.article))
    }
  }

  // MARK: Words

  private func list(_ items: [String]) -> String { items.joined(separator: " | ") }

  private func told(_ field: String, _ before: String, _ after: String) -> String {
    before == after
      ? "\(field) changed"
      : "\(field) \(before.isEmpty ? "(none)" : before) → \(after.isEmpty ? "(none)" : after)"
  }
}
