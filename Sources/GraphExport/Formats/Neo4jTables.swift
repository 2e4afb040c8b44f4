import DocumentModel
import GraphModel

/// The tables of Neo4j's `neo4j-admin database import`, with typed headers: entities and
/// relationships, articles and whom they mention. Unlike in Gephi's tables a backslash is only a
/// backslash, and arrays are joined by semicolons.
struct Neo4jTables: Sendable {
  var evidence: EvidenceDetail

  var nodes: any GraphWriter { Neo4jNodeTable(evidence: evidence) }
  var relationships: any GraphWriter { Neo4jRelationshipTable(evidence: evidence) }
  var documents: any GraphWriter { Neo4jDocumentTable(evidence: evidence) }
  var mentions: any GraphWriter { Neo4jMentionTable(evidence: evidence) }
}

/// Articles have ids of a space of their own, so that a file may be called as an entity is.
private struct Neo4jDocumentTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let csv = CSVText(output: output, dialect: .plain)
    let scratch = TextScratch()
    output.append("id:ID(Document),:LABEL,content_hash,title,source,url,date:date\n")
    for article in evidence == .none ? [] : graph.articles {
      csv.field(.token(article.id), scratch)
      let fields: [FieldValue] = [
        .token("Document"), .token(article.contentHash),
        evidence.hasQuotes ? .text(article.title) : .absent, .text(article.source),
        .text(article.url),
      ]
      for value in fields {
        csv.separator()
        csv.field(value, scratch)
      }
      csv.separator()
      scratch.removeAll()
      if let date = article.date?.date { scratch.append(firstDayOf: date) }
      csv.value(scratch.bytes)
      csv.endRow()
      try output.checkpoint()
    }
  }
}

private struct Neo4jMentionTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let csv = CSVText(output: output, dialect: .plain)
    let scratch = TextScratch()
    output.append(":START_ID(Document),:END_ID,:TYPE\n")
    guard evidence != .none else { return }
    try DocumentMentions(graph).forEach { article, nodes in
      for node in nodes {
        csv.field(.token(article), scratch)
        csv.separator()
        csv.field(.token(node), scratch)
        output.append(",\"MENTIONS\"\n")
      }
      try output.checkpoint()
    }
  }
}

private struct Neo4jNodeTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let row = Neo4jRow(output, evidence: evidence, graph)
    let fields = NodeField.allCases.filter { ![.label, .firstSeen, .lastSeen].contains($0) }
    let attributes = NodeAttributes(graph)
    row.header(
      ["id:ID", ":LABEL"], fields.map { ($0.name, $0.type) }, attributes.names.map(\.written),
      ["first_seen:date", "last_seen:date"])
    for index in graph.nodes.indices {
      row.write(graph.nodes.span[index], fields, attributes)
      try output.checkpoint()
    }
  }
}

private struct Neo4jRelationshipTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let row = Neo4jRow(output, evidence: evidence, graph)
    let fields = EdgeField.allCases.filter {
      ![.eid, .interaction, .firstDate, .lastDate].contains($0)
    }
    row.header(
      [":START_ID", ":END_ID", ":TYPE", "id"], fields.map { ($0.name, $0.type) }, [],
      ["first_date:date", "last_date:date"])
    for index in graph.edges.indices {
      row.write(graph.edges.span[index], fields)
      try output.checkpoint()
    }
  }
}

private struct Neo4jRow {
  private let csv: CSVText
  private let evidence: EvidenceDetail
  private let scratch = TextScratch()
  private let item: TextScratch

  init(_ output: OutputBuffer, evidence: EvidenceDetail, _ graph: Graph) {
    item = TextScratch(for: graph, evidence)
    csv = CSVText(output: output, dialect: .plain)
    self.evidence = evidence
  }

  func write(_ node: borrowing Node, _ fields: [NodeField], _ attributes: NodeAttributes) {
    csv.field(.token(node.id), scratch)
    next(.token(node.type.neo4jLabels))
    for field in fields { next(field.value(in: node)) }
    for value in attributes.row(of: node) { next(value) }
    csv.days(node.firstSeen, node.lastSeen, scratch)
    csv.endRow()
  }

  func write(_ edge: borrowing Edge, _ fields: [EdgeField]) {
    csv.field(.token(edge.source), scratch)
    next(.token(edge.target))
    next(.token(edge.relationshipType))
    next(.token(edge.id))
    for field in fields { next(field.value(in: edge)) }
    csv.days(edge.firstDate, edge.lastDate, scratch)
    csv.endRow()
  }

  func header(
    _ first: [StaticString], _ fields: [(name: StaticString, type: FieldType)],
    _ attributes: [String], _ last: [StaticString]
  ) {
    let typed = fields.map { "\($0.name)" + $0.type.neo4j }
    let names = first.map { "\($0)" } + typed + attributes + last.map { "\($0)" }
    csv.output.append(names.joined(separator: ","))
    csv.endRow()
  }

  private func next(_ value: FieldValue) {
    csv.separator()
    switch value {
    case .list(let items): array(items) { $0.append(cleaned: $1) }
    case .pairs(let pairs): array(pairs) { $0.append(pair: $1) }
    case .speakers(let speakers): array(speakers) { $0.append($1) }
    case .evidence(let pieces):
      array(evidence == .none ? [] : pieces) { $0.append($1, evidence) }
    default: csv.field(value, scratch, evidence: evidence)
    }
  }

  /// Items joined by a semicolon, for which the import has no escape: one in an item becomes a comma.
  private func array<Item>(_ items: [Item], _ append: (TextScratch, Item) -> Void) {
    scratch.removeAll()
    for index in items.indices {
      item.removeAll()
      append(item, items[index])
      if item.isEmpty { continue }
      if !scratch.isEmpty { scratch.append(";") }
      scratch.append(item.bytes, replacing: UInt8(ascii: ";"), by: UInt8(ascii: ","))
    }
    csv.text(scratch.bytes)
  }
}

extension FieldType {
  fileprivate var neo4j: String {
    switch self {
    case .string: ""
    case .list: ":string[]"
    case .integer: ":long"
    case .real: ":double"
    case .flag: ":boolean"
    }
  }
}
