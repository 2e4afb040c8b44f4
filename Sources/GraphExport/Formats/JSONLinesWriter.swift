public import GraphModel

/// JSON lines: the lossless form, which `JSONLinesReader` reads back.
///
/// Every line is an object with one member: `graph` (the first: version and counts), `article`,
/// `node` or `edge`. Text is written as it is, not cleaned.
public struct JSONLinesWriter: GraphWriter {
  static let version = 1

  public var evidence: EvidenceDetail

  public init(evidence: EvidenceDetail = .full) {
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let records = JSONRecords(to: output, evidence: evidence, cleansText: false)
    let articles = evidence == .none ? [] : graph.articles
    let counts =
      "\"articles\":\(articles.count),\"nodes\":\(graph.nodes.count),\"edges\":\(graph.edges.count)"
    output.append("{\"graph\":{\"version\":\(Self.version),\(counts)}}\n")
    for article in articles {
      try line("{\"article\":", output) { records.write(article) }
    }
    for index in graph.nodes.indices {
      try line("{\"node\":", output) { records.write(graph.nodes.span[index]) }
    }
    for index in graph.edges.indices {
      try line("{\"edge\":", output) { records.write(graph.edges.span[index]) }
    }
  }

  private func line(_ start: StaticString, _ output: OutputBuffer, _ record: () -> Void) throws {
    output.append(start)
    record()
    output.append("}\n")
    try output.checkpoint()
  }
}
