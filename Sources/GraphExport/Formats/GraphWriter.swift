public import GraphModel

/// Writes a graph in one format, as one stream.
///
/// The bytes depend on the graph and the writer's options alone. Nodes come before edges. An
/// implementation calls `checkpoint` of the output once an element; `flush` is the caller's. Elements
/// are taken by index, since a loop over the elements themselves copies each.
public protocol GraphWriter: Sendable {
  func write(_ graph: Graph, to output: OutputBuffer) throws
}
