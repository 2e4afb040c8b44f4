public import GraphModel

/// GraphML, valid against the published schema, streamed through libxml2.
///
/// One key a field; every value is text of one line; an absent or empty value is not written.
public struct GraphMLWriter: GraphWriter {
  public enum Profile: String, Sendable, CaseIterable {
    /// Valid against the published schema; Gephi offers to add up parallel edges on import.
    case strict
    /// Adds `edge/@label` and `node/@labels`, which Gephi and Neo4j's APOC read as types, so that
    /// parallel edges of different kinds stay apart. Not valid against the published schema.
    case gephi
  }

  public var profile: Profile
  public var evidence: EvidenceDetail

  public init(profile: Profile = .strict, evidence: EvidenceDetail = .quote) {
    self.profile = profile
    self.evidence = evidence
  }

  public func write(_ graph: Graph, to output: OutputBuffer) throws {
    let page = GraphMLPage(
      xml: try XMLStream(to: output), profile: profile, evidence: evidence,
      attributes: NodeAttributes(graph), scratch: TextScratch(for: graph, evidence))
    page.begin()
    for index in graph.nodes.indices { try page.write(graph.nodes.span[index]) }
    for index in graph.edges.indices { try page.write(graph.edges.span[index]) }
    try page.end()
  }
}

/// The state of one document.
private struct GraphMLPage {
  let xml: XMLStream
  let profile: GraphMLWriter.Profile
  let evidence: EvidenceDetail
  let attributes: NodeAttributes
  let scratch: TextScratch
  let nodeFields = NodeField.allCases
  let edgeFields = EdgeField.allCases

  func begin() {
    xml.startElement("graphml")
    xml.attribute("xmlns", "http://graphml.graphdrawing.org/xmlns")
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    xml.attribute(
      "xsi:schemaLocation",
      "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd")
    for field in nodeFields { declare(field.key, for: "node", field.name, field.type) }
    for name in attributes.names { declareAttribute(name.written) }
    for field in edgeFields { declare(field.key, for: "edge", field.name, field.type) }
    xml.startElement("graph")
    xml.attribute("id", "G")
    xml.attribute("edgedefault", "directed")
  }

  func end() throws {
    try xml.finish()
  }

  func write(_ node: borrowing Node) throws {
    xml.startElement("node")
    xml.attribute("id", node.id)
    if profile == .gephi { xml.attribute("labels", node.type.typeLabel) }
    for field in nodeFields { data(field.key, field.value(in: node)) }
    for attribute in attributes.values(of: node) { data(attribute) }
    xml.endElement()
    try xml.checkpoint()
  }

  func write(_ edge: borrowing Edge) throws {
    xml.startElement("edge")
    xml.attribute("id", edge.id)
    xml.attribute("source", edge.source)
    xml.attribute("target", edge.target)
    if profile == .gephi {
      scratch.set(.text(edge.kind), evidence: evidence)
      xml.attribute("label", scratch)
    }
    for field in edgeFields { data(field.key, field.value(in: edge)) }
    xml.endElement()
    try xml.checkpoint()
  }

  private func declare(
    _ key: StaticString, for element: StaticString, _ name: StaticString, _ type: FieldType
  ) {
    xml.startElement("key")
    xml.attribute("id", key)
    xml.attribute("for", element)
    xml.attribute("attr.name", name)
    xml.attribute("attr.type", type.graphML)
    xml.endElement()
  }

  private func declareAttribute(_ name: String) {
    xml.startElement("key")
    xml.attribute("id", "n_" + name)
    xml.attribute("for", "node")
    xml.attribute("attr.name", name)
    xml.attribute("attr.type", "string")
    xml.endElement()
  }

  private func data(_ attribute: (name: String, value: FieldValue)) {
    scratch.set(attribute.value, evidence: evidence)
    guard !scratch.isEmpty else { return }
    xml.startElement("data")
    xml.attribute("key", "n_" + attribute.name)
    xml.text(scratch)
    xml.endElement()
  }

  private func data(_ key: StaticString, _ value: FieldValue) {
    scratch.set(value, evidence: evidence)
    guard !scratch.isEmpty else { return }
    xml.startElement("data")
    xml.attribute("key", key)
    xml.text(scratch)
    xml.endElement()
  }
}

extension FieldType {
  fileprivate var graphML: StaticString {
    switch self {
    case .string, .list: "string"
    case .integer: "long"
    case .real: "double"
    case .flag: "boolean"
    }
  }
}
