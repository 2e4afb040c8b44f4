import Foundation
import GraphModel

/// Reads what `JSONWriter` writes. Text comes back as cleaned, everything else as it was.
struct JSONReader {
  private struct File: Decodable {
    struct Header: Decodable {
      var articles: [ArticleLine]?
    }

    var graph: Header?
    var nodes: [NodeLine]
    var edges: [EdgeLine]
  }

  func graph(from bytes: [UInt8]) throws -> Graph {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    do {
      let file = try decoder.decode(File.self, from: Data(bytes))
      return Graph(
        nodes: file.nodes.map(\.node), edges: file.edges.map(\.edge),
        articles: (file.graph?.articles ?? []).map(\.record))
    } catch let error as DecodingError {
      throw JSONGraphError(reason: error.reason)
    }
  }
}

/// A JSON file is no graph of ours.
struct JSONGraphError: Error, CustomStringConvertible {
  var reason: String

  var description: String { "this is no graph that entente wrote: \(reason)" }
}

extension DecodingError {
  /// Where in the JSON something is wrong, and what.
  var reason: String {
    switch self {
    case .keyNotFound(let key, let context):
      "\"\(key.stringValue)\" is missing" + Self.place(context.codingPath)
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      context.debugDescription + Self.place(context.codingPath)
    @unknown default: "\(self)"
    }
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.isEmpty
      ? ""
      : " at "
        + path.map { $0.intValue.map(String.init) ?? $0.stringValue }
        .joined(separator: ".")
  }
}
