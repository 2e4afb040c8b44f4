/// The formats of a graph, by the names of the command line.
public enum ExportFormat: String, Sendable, CaseIterable {
  case graphml, gexf, dot, json, jsonl
  case csvGephi = "csv-gephi"
  case csvNeo4j = "csv-neo4j"
  case cypher, events, svg, png, pdf, html
  /// A folder of notes.
  case obsidian

  /// By name, in any case.
  public init(name: String) throws(ExportFormatError) {
    guard let format = Self(rawValue: name.lowercased()) else {
      throw ExportFormatError(.unknownName(name))
    }
    self = format
  }

  /// By the extension of the file's name; a `.csv` is a table of events, `.xml` GraphML.
  public init(path: String) throws(ExportFormatError) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      throw ExportFormatError(.noExtension(path))
    }
    let ending = name[name.index(after: dot)...].lowercased()
    guard let format = Self.byExtension[ending] else {
      throw ExportFormatError(.unknownExtension(path, ending))
    }
    self = format
  }

  private static let byExtension: [String: ExportFormat] = [
    "graphml": .graphml, "xml": .graphml, "gexf": .gexf, "dot": .dot, "gv": .dot, "json": .json,
    "jsonl": .jsonl, "ndjson": .jsonl, "cypher": .cypher, "cql": .cypher, "csv": .events,
    "svg": .svg, "png": .png, "pdf": .pdf, "html": .html, "htm": .html,
  ]

  /// Whether the format is several files in a folder.
  public var isFolder: Bool { self == .csvGephi || self == .csvNeo4j || self == .obsidian }
}

/// No format could be told from what the user named.
public struct ExportFormatError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case unknownName(String)
    case unknownExtension(String, String)
    case noExtension(String)
    /// A format of several files was sent to standard output.
    case needsFolder(ExportFormat)
  }

  public var kind: Kind

  public init(_ kind: Kind) {
    self.kind = kind
  }
}

extension ExportFormatError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .unknownName(let name): "unknown format \"\(name)\"; there are \(Self.names)"
    case .unknownExtension(let path, let ending):
      "\(path): no format has the extension .\(ending); name one with --format: \(Self.names)"
    case .noExtension(let path):
      "\(path): a name without extension does not tell the format; name one with --format: \(Self.names)"
    case .needsFolder(let format):
      "\(format.rawValue) is several files: name a folder, not standard output"
    }
  }

  private static var names: String {
    ExportFormat.allCases.map(\.rawValue).joined(separator: " ")
  }
}
