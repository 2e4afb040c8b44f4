public import GraphModel

/// Writes a graph to a file, a folder or standard output in one format.
public struct GraphExporter: Sendable {
  public var format: ExportFormat
  public var options: ExportOptions

  public init(_ format: ExportFormat, options: ExportOptions = ExportOptions()) {
    self.format = format
    self.options = options
  }

  /// Writes to `path`: a file, which appears whole or not at all; `-` for standard output; for a
  /// format of several files a folder, which is made when it is missing.
  public func export(_ graph: Graph, to path: String) throws {
    switch OutputDestination(path) {
    case .standardOutput where format.isFolder:
      throw ExportFormatError(.needsFolder(format))
    case .file(let folder) where format == .obsidian:
      try ObsidianVault(graph, evidence: options.evidence ?? .quote).write(to: folder)
    case .file(let folder) where format.isFolder:
      try OutputFolder(folder).create()
      for (name, writer) in writers {
        try AtomicFile("\(folder)/\(name)").write { try writer.write(graph, to: $0) }
      }
    case let destination:
      for (_, writer) in writers { try destination.write { try writer.write(graph, to: $0) } }
    }
  }

  /// The writers of the format, with the names of their files where there are several.
  public var writers: [(name: String, writer: any GraphWriter)] {
    let quote = options.evidence ?? .quote
    let full = options.evidence ?? .full
    return switch format {
    case .graphml: [("", GraphMLWriter(profile: options.profile, evidence: quote))]
    case .gexf: [("", GEXFWriter(mode: options.gexfMode, evidence: quote))]
    case .dot: [("", DOTWriter(evidence: quote))]
    case .json: [("", JSONWriter(evidence: full))]
    case .jsonl: [("", JSONLinesWriter(evidence: full))]
    case .csvGephi:
      [
        ("nodes.csv", GephiTables(evidence: quote).nodes),
        ("edges.csv", GephiTables(evidence: quote).edges),
      ]
    case .csvNeo4j:
      [
        ("nodes.csv", Neo4jTables(evidence: quote).nodes),
        ("relationships.csv", Neo4jTables(evidence: quote).relationships),
        ("documents.csv", Neo4jTables(evidence: quote).documents),
        ("mentions.csv", Neo4jTables(evidence: quote).mentions),
      ]
    case .cypher: [("", CypherWriter(evidence: quote))]
    case .events: [("", EventTable(repetition: options.repetition, evidence: quote))]
    case .svg: [("", Picture(.svg, options: options.picture))]
    case .png: [("", Picture(.png, options: options.picture))]
    case .pdf: [("", Picture(.pdf, options: options.picture))]
    case .html: [("", Report(title: options.picture.title, evidence: full))]
    case .obsidian: []
    }
  }
}
