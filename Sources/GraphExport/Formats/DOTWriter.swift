import DocumentModel
public import GraphModel

/// Graphviz's DOT, which Gephi can read too.
///
/// Every node and edge of the graph, one a line, styled as `NodeStyle` and `EdgeStyle` say; long
/// text is cut, since Graphviz refuses strings of 16 KB. For a legible picture see `PictureGraph`.
public struct DOTWriter: GraphWriter {
  public var evidence: EvidenceDetail

  public init(evidence: EvidenceDetail = .quote) {
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    var page = DOTPage(output: output, evidence: evidence, graph: graph)
    output.append("digraph \"G\" {\n")
    for index in graph.nodes.indices {
      page.write(graph.nodes.span[index])
      try output.checkpoint()
    }
    for index in graph.edges.indices {
      page.write(graph.edges.span[index])
      try output.checkpoint()
    }
    page.writeLayout(LayoutEngine(nodes: graph.nodes.count, lines: graph.edges.count))
    output.append("}\n")
    try output.checkpoint()
  }
}

/// The longest label, in characters, and the longest other string, in bytes.
private enum Limit {
  static let label = 60
  static let text = 4000
}

private struct DOTPage {
  let output: OutputBuffer
  let evidence: EvidenceDetail
  let attributes: NodeAttributes
  private let value: TextScratch
  private let line = TextScratch()
  private var isFirstAttribute = true

  init(output: OutputBuffer, evidence: EvidenceDetail, graph: Graph) {
    self.output = output
    self.evidence = evidence
    attributes = NodeAttributes(graph)
    value = TextScratch(for: graph, evidence)
  }

  mutating func write(_ node: borrowing Node) {
    begin { $0.appendQuoted(node.id) }
    let style = NodeStyle(node.type)
    value.set(.text(node.shownLabel), evidence: evidence)
    writeLabel(tooltip: true)
    attribute("shape", style.shape)
    attribute("style", style.style)
    attribute("fillcolor", style.fill.hex)
    attribute("color", style.border.hsv)
    attribute("fontname", "Helvetica")
    attribute("fontsize", "11")
    for field in [NodeField.type, .subtype, .iso3, .qid, .roles, .aliases, .firstSeen, .lastSeen] {
      write(field.name, field.value(in: node))
    }
    write("mentions", .integer(node.mentions))
    write("articles", .integer(node.articles))
    for attribute in attributes.values(of: node) { write(attribute.name, attribute.value) }
    endLine()
  }

  mutating func write(_ edge: borrowing Edge) {
    begin {
      $0.appendQuoted(edge.source)
      $0.append(" -> ")
      $0.appendQuoted(edge.target)
    }
    attribute("id", edge.id)
    attribute("key", edge.id)
    value.set(.text(edge.label), evidence: evidence)
    writeLabel(tooltip: false)
    writeStyle(of: edge)
    for field in [
      EdgeField.relation, .category, .mode, .polarity, .modality, .tense, .grade, .attribution,
      .theme, .firstDate, .lastDate, .count,
    ] {
      write(field.name, field.value(in: edge))
    }
    write("tooltip", .evidence(edge.evidence))
    endLine()
  }

  /// As the last statement: Gephi takes everything after such a one for part of it.
  func writeLayout(_ engine: LayoutEngine) {
    let splines: StaticString = engine == .sfdp ? "line" : "true"
    output.append("  graph [charset=\"UTF-8\", overlap=\"prism\", splines=\"")
    output.append(splines)
    output.append("\", outputorder=\"edgesfirst\"];\n")
  }

  private mutating func writeStyle(of edge: borrowing Edge) {
    let style = EdgeStyle(
      category: edge.predicate.category, polarity: edge.polarity, modality: edge.modality,
      weight: edge.weight)
    write("weight", .real(edge.weight))
    value.removeAll()
    value.append(style.width, places: 2)
    writeValue("penwidth")
    attribute("style", style.line.rawValue)
    attribute("color", style.tone.line.hsv)
    attribute("fontcolor", style.tone.text.hsv)
    attribute("fontname", "Helvetica")
    attribute("fontsize", "9")
    if edge.predicate.isSymmetric { attribute("dir", "none") }
  }

  /// The label cut to a readable length; a node's full text goes into the tooltip.
  private mutating func writeLabel(tooltip: Bool) {
    if tooltip {
      value.shorten(toBytes: Limit.text)
      writeValue("tooltip")
    }
    value.shorten(toCharacters: Limit.label)
    value.shorten(toBytes: Limit.text)
    writeValue("label")
  }

  private mutating func begin(_ subject: (TextScratch) -> Void) {
    line.removeAll()
    line.append("  ")
    subject(line)
    line.append(" [")
    isFirstAttribute = true
  }

  private func endLine() {
    line.append("];\n")
    output.append(line.bytes)
  }

  private mutating func write(_ name: StaticString, _ field: FieldValue) {
    value.set(field, evidence: evidence)
    value.shorten(toBytes: Limit.text)
    writeValue(name)
  }

  private mutating func write(_ name: String, _ field: FieldValue) {
    value.set(field, evidence: evidence)
    value.shorten(toBytes: Limit.text)
    guard !value.isEmpty else { return }
    if !isFirstAttribute { line.append(", ") }
    isFirstAttribute = false
    name.withUTF8Bytes { line.append(dot: $0) }
    line.append("=\"")
    line.append(dot: value.bytes)
    line.append("\"")
  }

  private mutating func attribute(_ name: StaticString, _ text: StaticString) {
    beginAttribute(name)
    line.append(text)
    line.append("\"")
  }

  private mutating func attribute(_ name: StaticString, _ text: String) {
    beginAttribute(name)
    text.withUTF8Bytes { line.append(dot: $0) }
    line.append("\"")
  }

  private mutating func writeValue(_ name: StaticString) {
    guard !value.isEmpty else { return }
    beginAttribute(name)
    line.append(dot: value.bytes)
    line.append("\"")
  }

  private mutating func beginAttribute(_ name: StaticString) {
    if !isFirstAttribute { line.append(", ") }
    isFirstAttribute = false
    line.append(name)
    line.append("=\"")
  }
}

extension TextScratch {
  fileprivate func appendQuoted(_ id: String) {
    append("\"")
    id.withUTF8Bytes { append(dot: $0) }
    append("\"")
  }
}
