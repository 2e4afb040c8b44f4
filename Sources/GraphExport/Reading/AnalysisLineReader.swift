import DocumentModel
public import Foundation
public import GraphModel

/// Reads the lines that `AnalysisLines` writes.
public struct AnalysisLineReader {
  private let decoder: JSONDecoder

  public init() {
    decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
  }

  /// What a line holds.
  public enum Line: Sendable {
    case analysis(ArticleGraph)
    case gap(AnalysisGap)
  }

  /// Whether `bytes` begin as a line of analyses does.
  public static func isLine(_ bytes: some Collection<UInt8>) -> Bool {
    [#"{"analysis":"#, #"{"skipped":"#, #"{"failed":"#].contains { bytes.starts(with: $0.utf8) }
  }

  /// Reads one line. Unknown members are passed over.
  /// - Throws: `AnalysisLineError`.
  public func line(from bytes: Data) throws -> Line {
    let line: AnalysisLine
    do {
      line = try decoder.decode(AnalysisLine.self, from: bytes)
    } catch {
      throw AnalysisLineError.notReadable((error as? DecodingError)?.reason ?? "\(error)")
    }
    if let analysis = line.analysis {
      guard analysis.version <= AnalysisLines.version else {
        throw AnalysisLineError.unknownVersion(analysis.version)
      }
      return .analysis(try analysis.graph())
    }
    if let gap = line.skipped { return .gap(gap.gap(.skipped)) }
    if let gap = line.failed { return .gap(gap.gap(.failed)) }
    throw AnalysisLineError.notReadable("no analysis in it")
  }
}

/// An article that a worker could make nothing of.
public struct AnalysisGap: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// Read, and not analysed: not in English.
    case skipped
    case failed
  }

  public var kind: Kind
  /// The line of the worker's input, from 1.
  public var line: Int?
  public var id: String?
  public var code: String
  public var message: String

  public init(_ kind: Kind, line: Int?, id: String?, code: String, message: String) {
    self.kind = kind
    self.line = line
    self.id = id
    self.code = code
    self.message = message
  }
}

/// A line is no analysis.
public enum AnalysisLineError: Error, Equatable, Sendable, CustomStringConvertible {
  case notReadable(String)
  case unknownVersion(Int)
  /// A relation or a speaker points at an entity that is not there, or a relation at one alone.
  case wrongReference

  public var description: String {
    switch self {
    case .notReadable(let reason): "this is no analysis: \(reason)"
    case .unknownVersion(let version): "version \(version) is newer than this program"
    case .wrongReference: "this is no analysis: a relation has no two entities"
    }
  }
}
