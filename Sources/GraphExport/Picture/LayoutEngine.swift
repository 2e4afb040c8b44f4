/// One of Graphviz's programs for laying out a graph.
public enum LayoutEngine: String, Sendable, CaseIterable {
  /// Ranks: legible, slow on large graphs.
  case dot
  /// Springs, for large graphs.
  case sfdp
  /// Springs, for small ones.
  case neato

  /// Above this many nodes, or lines between them, `dot` takes too long to be waited for: two seconds
  /// of the processor for 200 lines at random, more than a minute for 400.
  static let largestForDot = (nodes: 150, lines: 200)

  init(nodes: Int, lines: Int) {
    self = nodes > Self.largestForDot.nodes || lines > Self.largestForDot.lines ? .sfdp : .dot
  }

  /// How long a layout may take, in seconds: far longer than it needs on a processor of its own.
  static func timeLimit(nodes: Int, lines: Int) -> Double { 60 + Double(nodes + lines) / 100 }
}
