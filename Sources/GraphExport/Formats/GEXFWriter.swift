import DocumentModel
public import GraphModel

/// GEXF 1.3, the best form for Gephi: parallel edges stay apart by `kind`, colours and sizes come
/// along, and the dynamic mode has a time line.
public struct GEXFWriter: GraphWriter {
  public enum Mode: String, Sendable, CaseIterable {
    case `static`
    /// Nodes and edges live on the days of their evidence; what is undated is always there.
    case dynamic
  }

  public var mode: Mode
  public var evidence: EvidenceDetail

  public init(mode: Mode = .static, evidence: EvidenceDetail = .quote) {
    self.mode = mode
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let page = GEXFPage(
      xml: try XMLStream(to: output), evidence: evidence,
      lifetimes: mode == .dynamic ? NodeLifetimes(graph) : nil,
      attributes: NodeAttributes(graph), scratch: TextScratch(for: graph, evidence))
    page.begin(mode)
    try page.list("nodes", graph.nodes.indices) {
      page.write(graph.nodes.span[$0], lifetime: page.lifetimes?[$0])
    }
    try page.list("edges", graph.edges.indices) { page.write(graph.edges.span[$0]) }
    try page.end()
  }
}

private struct GEXFPage {
  let xml: XMLStream
  let evidence: EvidenceDetail
  /// Nil when the graph is static.
  let lifetimes: NodeLifetimes?
  let attributes: NodeAttributes
  let scratch: TextScratch
  /// Without what GEXF has attributes of its own for.
  let nodeFields = NodeField.allCases.filter { $0 != .label && $0 != .name }
  let edgeFields = EdgeField.allCases.filter {
    ![.eid, .label, .interaction, .weight].contains($0)
  }

  func begin(_ mode: GEXFWriter.Mode) {
    xml.startElement("gexf")
    xml.attribute("xmlns", "http://gexf.net/1.3")
    xml.attribute("xmlns:viz", "http://gexf.net/1.3/viz")
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    xml.attribute("xsi:schemaLocation", "http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd")
    xml.attribute("version", "1.3")
    xml.startElement("graph")
    xml.attribute("mode", mode.rawValue)
    xml.attribute("defaultedgetype", "directed")
    xml.attribute("idtype", "string")
    if mode == .dynamic {
      xml.attribute("timeformat", "date")
      xml.attribute("timerepresentation", "interval")
    }
    declare("node", nodeFields.map { ($0.key, $0.name, $0.type) }, attributes.names.map(\.written))
    declare("edge", edgeFields.map { ($0.key, $0.name, $0.type) })
  }

  func end() throws { try xml.finish() }

  func list(_ name: StaticString, _ indices: Range<Int>, _ write: (Int) -> Void) throws {
    xml.startElement(name)
    for index in indices {
      write(index)
      try xml.checkpoint()
    }
    xml.endElement()
  }

  func write(_ node: borrowing Node, lifetime: Lifetime?) {
    xml.startElement("node")
    xml.attribute("id", node.id)
    attribute("label", node.shownLabel)
    xml.startElement("attvalues")
    for field in nodeFields { add(field.key, field.value(in: node)) }
    for attribute in attributes.values(of: node) { add(attribute) }
    xml.endElement()
    if let lifetime { writeSpells([lifetime]) }
    writeColour(NodeStyle(node.type).fill)
    // Grows with the root of the mentions, so that the area grows with them.
    scratch.removeAll()
    scratch.append(8 + 2 * Double(max(node.mentions, 1)).squareRoot(), places: 2)
    xml.startElement("viz:size")
    xml.attribute("value", scratch)
    xml.endElement()
    xml.endElement()
  }

  func write(_ edge: borrowing Edge) {
    xml.startElement("edge")
    xml.attribute("id", edge.id)
    xml.attribute("source", edge.source)
    xml.attribute("target", edge.target)
    attribute("kind", edge.kind)
    attribute("label", edge.label)
    scratch.set(.real(edge.weight), evidence: evidence)
    xml.attribute("weight", scratch)
    xml.startElement("attvalues")
    for field in edgeFields { add(field.key, field.value(in: edge)) }
    xml.endElement()
    if lifetimes != nil { writeSpells(edge.lifetimes) }
    writeColour(EdgeStyle.Tone(edge.predicate.category).line)
    xml.endElement()
  }

  private func declare(
    _ element: StaticString, _ fields: [(key: StaticString, name: StaticString, type: FieldType)],
    _ attributes: [String] = []
  ) {
    xml.startElement("attributes")
    xml.attribute("class", element)
    xml.attribute("mode", "static")
    for field in fields {
      xml.startElement("attribute")
      xml.attribute("id", field.key)
      xml.attribute("title", field.name)
      xml.attribute("type", field.type.gexf)
      xml.endElement()
    }
    for name in attributes {
      xml.startElement("attribute")
      xml.attribute("id", "n_" + name)
      xml.attribute("title", name)
      xml.attribute("type", "string")
      xml.endElement()
    }
    xml.endElement()
  }

  private func attribute(_ name: StaticString, _ text: String) {
    scratch.set(.text(text), evidence: evidence)
    xml.attribute(name, scratch)
  }

  private func add(_ attribute: (name: String, value: FieldValue)) {
    scratch.set(gexf: attribute.value, evidence: evidence)
    guard !scratch.isEmpty else { return }
    xml.startElement("attvalue")
    xml.attribute("for", "n_" + attribute.name)
    xml.attribute("value", scratch)
    xml.endElement()
  }

  private func add(_ key: StaticString, _ value: FieldValue) {
    scratch.set(gexf: value, evidence: evidence)
    guard !scratch.isEmpty else { return }
    xml.startElement("attvalue")
    xml.attribute("for", key)
    xml.attribute("value", scratch)
    xml.endElement()
  }

  private func writeSpells(_ spells: [Lifetime]) {
    guard !spells.isEmpty else { return }
    xml.startElement("spells")
    for spell in spells {
      xml.startElement("spell")
      for (name, day) in [("start", spell.first), ("end", spell.last)] as [(StaticString, Int32)] {
        scratch.set(.date(Lifetime.date(day)), evidence: evidence)
        xml.attribute(name, scratch)
      }
      xml.endElement()
    }
    xml.endElement()
  }

  private func writeColour(_ colour: Colour) {
    xml.startElement("viz:color")
    for (name, part) in [("r", colour.red), ("g", colour.green), ("b", colour.blue)]
      as [(StaticString, UInt8)]
    {
      scratch.removeAll()
      scratch.append(Int(part))
      xml.attribute(name, scratch)
    }
    xml.endElement()
  }
}

extension FieldType {
  fileprivate var gexf: StaticString {
    switch self {
    case .string: "string"
    case .list: "liststring"
    case .integer: "long"
    case .real: "double"
    case .flag: "boolean"
    }
  }
}

extension TextScratch {
  /// As `set`, but lists in Gephi's form: `["A", "B"]`.
  fileprivate func set(gexf value: FieldValue, evidence detail: EvidenceDetail) {
    switch value {
    case .list(let items): setList(items) { $0.append(cleaned: $1) }
    case .pairs(let pairs): setList(pairs) { $0.append(pair: $1) }
    case .speakers(let speakers): setList(speakers) { $0.append($1) }
    case .evidence(let pieces): setList(detail == .none ? [] : pieces) { $0.append($1, detail) }
    default: set(value, evidence: detail)
    }
  }

  private func setList<Item>(_ items: [Item], _ append: (TextScratch, Item) -> Void) {
    removeAll()
    let item = TextScratch(capacity: 256)
    item.hashes = hashes
    for index in items.indices {
      item.removeAll()
      append(item, items[index])
      if !item.isEmpty { appendListItem(item.bytes) }
    }
    if !isEmpty { self.append("]") }
  }

  private func appendListItem(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(isEmpty ? "[\"" : ", \"")
    for byte in bytes {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append("\\") }
      append(byte: byte)
    }
    append("\"")
  }
}
