/// One of Graphviz's programs for laying out a graph.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Ranks: legible, slow on large graphs.
  case dot
  /// Springs, for large graphs.
  case sfdp
  /// Springs, for small ones.
  case neato

  /// Above this many nodes `dot` takes too long to be waited for.
  static let largestForDot = 150

  init(nodes: Int) {
    self = nodes > Self.largestForDot ? .sfdp : .dot
  }
}
