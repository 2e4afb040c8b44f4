import DocumentModel

/// Why a metadata table cannot be used: where in it, and what.
public struct MetadataError: Error, Equatable, Sendable {
  public var file: String
  /// In file order; never empty.
  public var problems: [Problem]

  /// One finding at one place; line and column are 0 for the file as a whole.
  public struct Problem: Equatable, Sendable {
    public var line: Int
    public var column: Int
    public var kind: Kind
  }

  public enum Kind: Equatable, Sendable {
    case unreadable(Refusal.Reason)
    case malformed(DelimitedTextError.Kind)
    case empty
    case noPathColumn(found: [String])
    case repeatedColumn(String)
    case tooManyCells(columns: Int)
    case noPath
    case repeatedPath(String, firstLine: Int)
    case notADate(String)
  }
}
