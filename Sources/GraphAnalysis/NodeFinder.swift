import Foundation
public import GraphModel

/// Finds the node that a user names: by id, else by label, else by a form seen in the articles; case
/// and accents do not matter.
public struct NodeFinder {
  private let nodes: [Node]

  public init(_ graph: Graph) { nodes = graph.nodes }

  /// - Throws: `NodeFinderError` when there is none or more than one.
  public func node(named name: String) throws -> Node {
    if let node = nodes.first(where: { $0.id == name }) { return node }
    let wanted = Self.folded(name)
    let ways: [(Node) -> Bool] = [
      { Self.folded($0.id) == wanted }, { Self.folded($0.label) == wanted },
      { $0.aliases.contains { Self.folded($0) == wanted } },
    ]
    for matches in ways {
      let found = nodes.filter(matches)
      if found.count > 1 { throw NodeFinderError(name: name, kind: .ambiguous(found.map(\.id))) }
      if let node = found.first { return node }
    }
    throw NodeFinderError(name: name, kind: .unknown(near: near(wanted)))
  }

  /// Labels that contain the name, the most mentioned first.
  private func near(_ wanted: String) -> [String] {
    guard !wanted.isEmpty else { return [] }
    return nodes.filter { Self.folded($0.label).contains(wanted) }
      .sorted { ($1.mentions, $0.id) < ($0.mentions, $1.id) }.prefix(3).map(\.label)
  }

  private static func folded(_ text: String) -> String {
    text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }
}

/// A name does not tell which node is meant.
public struct NodeFinderError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case unknown(near: [String])
    case ambiguous([String])
  }

  public var name: String
  public var kind: Kind

  public init(name: String, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension NodeFinderError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .unknown(let near) where near.isEmpty: "no entity of the graph is called \"\(name)\""
    case .unknown(let near):
      "no entity of the graph is called \"\(name)\"; there is \(near.joined(separator: ", "))"
    case .ambiguous(let ids):
      "\"\(name)\" may be any of \(ids.prefix(5).joined(separator: ", ")); name the id"
    }
  }
}
