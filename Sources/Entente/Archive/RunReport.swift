import DocumentModel
public import Foundation
import GraphExport
import GraphModel
public import RunStorage

/// What a run read, with what, and what came of it: enough to repeat it and to tell whether it comes
/// out the same. No clock time and no path of a machine but those the user typed.
public struct RunReport: Codable, Sendable, Equatable {
  /// Counted up when an older program could not read it.
  public static let version = 1

  public var version = Self.version
  /// The arguments of `entente build`, as typed, without the report's own.
  public var arguments: [String]
  public var setup: AnalysisSetup
  /// The SHA-256 of the corrections; nil when there were none.
  public var corrections: String?
  public var articles: [Article]
  public var failures: [StoredFailure]
  public var nodes: Int
  public var edges: Int
  /// Groups of articles that are copies of one story.
  public var copies: Int
  public var outputs: [Output]

  /// An article that was read.
  public struct Article: Codable, Sendable, Hashable {
    public var id: String
    /// The SHA-256 of the decoded text.
    public var text: String

    public init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// A file that was written.
  public struct Output: Codable, Sendable, Hashable {
    public var path: String
    /// The SHA-256 of its bytes, for a folder of the names and bytes of its files.
    public var hash: String

    public init(path: String, hash: String) {
      self.path = path
      self.hash = hash
    }

    /// - Throws: when it cannot be read.
    public init(writtenTo path: String) throws {
      self.init(path: path, hash: try Self.hash(of: path))
    }

    private static func hash(of path: String) throws -> String {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        let bytes = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        return bytes.withUnsafeBytes { SHA256.hash(of: $0).text }
      }
      var hash = SHA256()
      for file in try FileManager.default.subpathsOfDirectory(atPath: path).sorted() {
        let url = URL(filePath: path + "/" + file)
        guard let bytes = try? Data(contentsOf: url, options: .mappedIfSafe) else { continue }
        hash.add("\(file)\u{0}\(bytes.count)\u{0}")
        bytes.withUnsafeBytes { hash.add($0) }
      }
      return hash.text
    }
  }

  public init(
    arguments: [String], setup: AnalysisSetup, corrections: String?, articles: [Article],
    failures: [StoredFailure], nodes: Int, edges: Int, copies: Int, outputs: [Output]
  ) {
    self.arguments = arguments
    self.setup = setup
    self.corrections = corrections
    self.articles = articles.sorted { precedes($0.id, $1.id) }
    self.failures = failures
    self.nodes = nodes
    self.edges = edges
    self.copies = copies
    self.outputs = outputs
  }
}

extension RunReport {
  /// As JSON, the same for the same report.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// - Throws: `RunReportError`.
  public init(contentsOf path: String) throws(RunReportError) {
    guard let bytes = try? Data(contentsOf: URL(filePath: path)) else {
      throw RunReportError(path: path, reason: "it cannot be read")
    }
    guard let report = try? JSONDecoder().decode(RunReport.self, from: bytes) else {
      throw RunReportError(path: path, reason: "it is no report of entente build --run-report")
    }
    guard report.version <= Self.version else {
      throw RunReportError(path: path, reason: "a newer version of entente wrote it")
    }
    self = report
  }

  /// What `other` has that this has not, and the reverse, in words; empty when both are alike.
  public func differences(from other: RunReport) -> [String] {
    var differences = setup.differences(from: other.setup)
    if corrections != other.corrections { differences.append("other corrections") }
    differences += articleDifferences(from: other)
    if failures != other.failures {
      differences.append(
        "other articles failed: \(failures.count) now, \(other.failures.count) then")
    }
    if (nodes, edges) != (other.nodes, other.edges) {
      differences.append(
        "the graph has \(nodes) nodes and \(edges) edges, not \(other.nodes) and \(other.edges)")
    }
    let now = Dictionary(outputs.map { ($0.path, $0.hash) }) { $1 }
    for output in other.outputs where now[output.path] != output.hash {
      differences.append("\(output.path) has other bytes")
    }
    return differences
  }

  private func articleDifferences(from other: RunReport) -> [String] {
    let (now, then) = (texts, other.texts)
    return (now.keys.filter { then[$0] == nil }.sorted().map { "\($0) is new" })
      + then.keys.sorted().compactMap { id in
        guard let text = now[id] else { return "\(id) is gone" }
        return text == then[id] ? nil : "\(id) is changed"
      }
  }

  private var texts: [String: String] { Dictionary(articles.map { ($0.id, $0.text) }) { $1 } }
}

/// A report that cannot be used.
public struct RunReportError: Error, Sendable, Equatable, CustomStringConvertible {
  public var path: String
  public var reason: String

  public var description: String { "\(path): \(reason)" }
}
