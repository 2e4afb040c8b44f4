import DocumentModel
public import GraphModel

/// A Cypher script that brings a graph into Neo4j, one statement a line; running it again changes
/// nothing. Articles are `Document` nodes that mention the ends of the edges they show.
public struct CypherWriter: GraphWriter {
  public var evidence: EvidenceDetail

  public init(evidence: EvidenceDetail = .quote) {
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let page = CypherPage(output: output, evidence: evidence, graph: graph)
    page.begin()
    for index in graph.nodes.indices {
      page.write(graph.nodes.span[index])
      try output.checkpoint()
    }
    for index in graph.edges.indices {
      page.write(graph.edges.span[index])
      try output.checkpoint()
    }
    guard evidence != .none else { return }
    for article in graph.articles {
      page.write(article)
      try output.checkpoint()
    }
    try DocumentMentions(graph).forEach { article, nodes in
      for node in nodes { page.writeMention(article, node) }
      try output.checkpoint()
    }
  }
}

private struct CypherPage {
  let output: OutputBuffer
  let evidence: EvidenceDetail
  let attributes: NodeAttributes
  private let scratch: TextScratch

  init(output: OutputBuffer, evidence: EvidenceDetail, graph: Graph) {
    self.output = output
    self.evidence = evidence
    attributes = NodeAttributes(graph)
    scratch = TextScratch(for: graph, evidence)
  }

  func begin() {
    for label in ["Entity", "Document"] {
      output.append(
        "CREATE CONSTRAINT entente_\(label.lowercased())_id IF NOT EXISTS FOR (n:\(label)) REQUIRE n.id IS UNIQUE;\n"
      )
    }
  }

  func write(_ node: borrowing Node) {
    output.append("MERGE (n:Entity {id: ")
    literal(.token(node.id))
    output.append("}) SET n:")
    output.append(node.type.className)
    output.append(", n += {")
    let fields = NodeField.allCases.filter { $0 != .label }
    properties(fields.map { ($0.name, $0.value(in: node)) }, attributes.values(of: node))
    output.append("};\n")
  }

  func write(_ edge: borrowing Edge) {
    matchEnds("(a:Entity {id: ", edge.source, "(b:Entity {id: ", edge.target)
    output.append("MERGE (a)-[r:")
    output.append(edge.relationshipType)
    output.append(" {id: ")
    literal(.token(edge.id))
    output.append("}]->(b) SET r += {")
    let fields = EdgeField.allCases.filter { $0 != .eid && $0 != .interaction }
    properties(fields.map { ($0.name, $0.value(in: edge)) })
    output.append("};\n")
  }

  func write(_ article: borrowing ArticleRecord) {
    output.append("MERGE (d:Document {id: ")
    literal(.text(article.id))
    output.append("}) SET d += {")
    properties([
      ("content_hash", .text(article.contentHash)),
      ("title", evidence.hasQuotes ? .text(article.title) : .absent),
      ("date", .date(article.date?.date)), ("source", .text(article.source)),
      ("url", .text(article.url)),
    ])
    output.append("};\n")
  }

  func writeMention(_ article: String, _ node: String) {
    output.append("MATCH (d:Document {id: ")
    literal(.text(article))
    output.append("}), (n:Entity {id: ")
    literal(.token(node))
    output.append("}) MERGE (d)-[:MENTIONS]->(n);\n")
  }

  private func matchEnds(
    _ first: StaticString, _ source: String, _ second: StaticString, _ target: String
  ) {
    output.append("MATCH ")
    output.append(first)
    literal(.token(source))
    output.append("}), ")
    output.append(second)
    literal(.token(target))
    output.append("}) ")
  }

  private func properties(
    _ pairs: [(name: StaticString, value: FieldValue)],
    _ attributes: [(name: String, value: FieldValue)] = []
  ) {
    var isFirst = true
    for pair in pairs where !isEmpty(pair.value) {
      if !isFirst { output.append(", ") }
      isFirst = false
      output.append(pair.name)
      output.append(": ")
      literal(pair.value)
    }
    for attribute in attributes where !isEmpty(attribute.value) {
      output.append("\(isFirst ? "" : ", ")\(attribute.name): ")
      isFirst = false
      literal(attribute.value)
    }
  }

  private func isEmpty(_ value: FieldValue) -> Bool {
    scratch.set(value, evidence: evidence)
    return scratch.isEmpty
  }

  private func literal(_ value: FieldValue) {
    switch value {
    case .integer, .real, .flag:
      scratch.set(value, evidence: evidence)
      output.append(scratch.bytes)
    case .list(let items): array(items) { $0.append(cleaned: $1) }
    case .pairs(let pairs): array(pairs) { $0.append(pair: $1) }
    case .speakers(let speakers): array(speakers) { $0.append($1) }
    case .evidence(let pieces): array(pieces) { $0.append($1, evidence) }
    case .absent, .text, .token, .date:
      scratch.set(value, evidence: evidence)
      string()
    }
  }

  private func array<Item>(_ items: [Item], _ append: (TextScratch, Item) -> Void) {
    output.append("[")
    for index in items.indices {
      if index > 0 { output.append(", ") }
      scratch.removeAll()
      append(scratch, items[index])
      string()
    }
    output.append("]")
  }

  /// What is in the scratch as a string: a backslash is doubled, so that nothing in it can be taken
  /// for an escape, `\u0027` included, which Neo4j reads before it looks at quotes.
  private func string() {
    output.append(byte: UInt8(ascii: "'"))
    for byte in scratch.bytes {
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\") {
        output.append(byte: UInt8(ascii: "\\"))
      }
      output.append(byte: byte)
    }
    output.append(byte: UInt8(ascii: "'"))
  }
}
