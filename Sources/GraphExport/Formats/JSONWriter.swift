public import GraphModel

/// JSON in NetworkX's node-link form, one node or edge a line; the articles stand in `graph`.
public struct JSONWriter: GraphWriter {
  public var evidence: EvidenceDetail

  public init(evidence: EvidenceDetail = .full) {
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let records = JSONRecords(to: output, evidence: evidence, cleansText: true)
    output.append("{\"directed\":true,\"multigraph\":true,\"graph\":{\"articles\":[")
    let articles = evidence == .none ? [] : graph.articles
    try lines(articles.indices, output) { records.write(articles[$0]) }
    output.append("]},\n\"nodes\":[")
    try lines(graph.nodes.indices, output) { records.write(graph.nodes.span[$0]) }
    output.append("],\n\"edges\":[")
    try lines(graph.edges.indices, output) { records.write(graph.edges.span[$0], hasKey: true) }
    output.append("]}\n")
    try output.checkpoint()
  }

  private func lines(_ indices: Range<Int>, _ output: OutputBuffer, _ write: (Int) -> Void) throws {
    for index in indices {
      output.append(index == 0 ? "\n" : ",\n")
      write(index)
      try output.checkpoint()
    }
    if !indices.isEmpty { output.append("\n") }
  }
}
