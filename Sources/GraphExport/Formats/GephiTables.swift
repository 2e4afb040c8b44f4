import DocumentModel
import GraphModel

/// The two tables of Gephi's spreadsheet import: nodes first, then edges appended.
///
/// Gephi refuses to append a table with dates to one without, and looks at the first rows only; so
/// both tables have their columns of dates, or neither.
struct GephiTables: Sendable {
  var evidence: EvidenceDetail

  var nodes: any GraphWriter { GephiNodeTable(evidence: evidence) }
  var edges: any GraphWriter { GephiEdgeTable(evidence: evidence) }

  /// How many rows Gephi looks at to tell what a column holds.
  private static let inspectedRows = 25

  fileprivate static func hasDates(_ graph: Graph) -> Bool {
    graph.nodes.prefix(inspectedRows).contains { $0.firstSeen != nil && $0.lastSeen != nil }
      && graph.edges.prefix(inspectedRows).contains { $0.firstDate != nil && $0.lastDate != nil }
  }
}

private struct GephiNodeTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let fields = NodeField.allCases.filter {
      ![.label, .name, .firstSeen, .lastSeen].contains($0)
    }
    let row = GephiRow(output, evidence: evidence, graph)
    let attributes = NodeAttributes(graph)
    row.header(
      ["Id", "Label"], fields.map(\.name), attributes.names.map(\.written),
      dates: ["first_seen", "last_seen"])
    let columns = [.label] + fields
    for index in graph.nodes.indices {
      row.write(graph.nodes.span[index], columns, attributes)
      try output.checkpoint()
    }
  }
}

private struct GephiEdgeTable: GraphWriter {
  let evidence: EvidenceDetail

  func write(_ graph: Graph, to output: OutputBuffer) throws {
    let first: [EdgeField] = [.interaction, .eid, .label, .weight]
    let fields = EdgeField.allCases.filter {
      !first.contains($0) && $0 != .firstDate && $0 != .lastDate
    }
    let row = GephiRow(output, evidence: evidence, graph)
    row.header(
      ["Source", "Target", "Type", "Kind", "Id", "Label", "Weight"], fields.map(\.name),
      dates: ["first_date", "last_date"])
    let columns = first + fields
    for index in graph.edges.indices {
      row.write(graph.edges.span[index], columns)
      try output.checkpoint()
    }
  }
}

private struct GephiRow {
  private let csv: CSVText
  private let evidence: EvidenceDetail
  private let hasDates: Bool
  private let scratch: TextScratch

  init(_ output: OutputBuffer, evidence: EvidenceDetail, _ graph: Graph) {
    csv = CSVText(output: output, dialect: .gephi)
    self.evidence = evidence
    hasDates = GephiTables.hasDates(graph)
    scratch = TextScratch(for: graph, evidence)
  }

  func header(
    _ first: [StaticString], _ names: [StaticString], _ attributes: [String] = [],
    dates: [StaticString]
  ) {
    csv.header(
      (first + names).map { "\($0)" } + attributes + (hasDates ? dates : []).map { "\($0)" })
  }

  func write(_ node: borrowing Node, _ fields: [NodeField], _ attributes: NodeAttributes) {
    csv.field(.token(node.id), scratch)
    for field in fields { next(field.value(in: node)) }
    for value in attributes.row(of: node) { next(value) }
    end(node.firstSeen, node.lastSeen)
  }

  func write(_ edge: borrowing Edge, _ fields: [EdgeField]) {
    csv.field(.token(edge.source), scratch)
    next(.token(edge.target))
    next(.token("Directed"))
    for field in fields { next(field.value(in: edge)) }
    end(edge.firstDate, edge.lastDate)
  }

  private func next(_ value: FieldValue) {
    csv.separator()
    csv.field(value, scratch, evidence: evidence)
  }

  private func end(_ first: CalendarDate?, _ last: CalendarDate?) {
    if hasDates { csv.days(first, last, scratch) }
    csv.endRow()
  }
}
