import Foundation
public import GraphModel

/// Reads a graph from a file that this program wrote: JSON lines, which lose nothing, or JSON.
public struct GraphReader: Sendable {
  public init() {}

  /// The graph in `path`, or of standard input for `-`, in canonical order.
  ///
  /// - Throws: `GraphReadingError`.
  public func graph(at path: String) throws -> Graph {
    let bytes = try bytes(of: path)
    do {
      return try graph(from: bytes)
    } catch let error as GraphReadingError {
      throw error
    } catch {
      throw GraphReadingError(path: path, kind: .notReadable("\(error)"))
    }
  }

  /// Which of the two forms it is shows in the first object: JSON lines begin with `{"graph":`.
  func graph(from bytes: [UInt8]) throws -> Graph {
    guard bytes.first != UInt8(ascii: "<") else { throw OneWayFormatError() }
    let isLines = bytes.starts(with: Array("{\"graph\":".utf8))
    let graph =
      isLines || bytes.isEmpty
      ? try JSONLinesReader().graph(from: bytes) : try JSONReader().graph(from: bytes)
    return try GraphCheck(graph).canonical()
  }

  private func bytes(of path: String) throws(GraphReadingError) -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    do {
      return [UInt8](try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe))
    } catch {
      throw GraphReadingError(path: path, kind: .notOpened(error.localizedDescription))
    }
  }
}

/// XML: a form in which graphs leave and do not come back.
struct OneWayFormatError: Error, CustomStringConvertible {
  var description: String {
    "this is XML; GraphML and GEXF are for other programs and do not hold all that is needed to read a graph back"
  }
}

/// A graph could not be read.
public struct GraphReadingError: Error, Equatable, Sendable {
  public enum Kind: Equatable, Sendable {
    case notOpened(String)
    /// The file is in no form that is read here, or a part of it is wrong.
    case notReadable(String)
  }

  public var path: String
  public var kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}

extension GraphReadingError: CustomStringConvertible {
  public var description: String {
    switch kind {
    case .notOpened(let reason): "\(path): cannot open it: \(reason)"
    case .notReadable(let reason):
      "\(path): \(reason); graphs are read from files that entente wrote as .jsonl (-o graph.jsonl) or .json"
    }
  }
}
