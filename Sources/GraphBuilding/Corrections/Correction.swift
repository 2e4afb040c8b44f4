import DocumentModel

/// What a user has decided about a node: a row of `corrections.tsv`.
public struct Correction: Sendable, Hashable {
  public enum Action: String, Sendable, CaseIterable {
    /// The subject is the object: one node, the object's.
    case same
    /// With an article, the subject in it is another entity, named as the object. Without one the two
    /// are never suggested as the same.
    case different
    /// The node is none, and its edges go with it.
    case drop
    /// The subject is of the type in `value`.
    case retype
    /// The subject is called `value`.
    case rename
  }

  public var action: Action
  /// A node's id, or its label.
  public var subject: String
  /// The other node's id or label, for `same` and `different`.
  public var object: String
  /// The type or name, for `retype` and `rename`.
  public var value: String
  /// The article it holds for; empty for all.
  public var article: String
  public var who: String
  public var why: String
  /// Where the row stands, from 1; 0 for one that was not read.
  public var line: Int

  public init(
    _ action: Action, subject: String, object: String = "", value: String = "",
    article: String = "", who: String = "", why: String = "", line: Int = 0
  ) {
    self.action = action
    self.subject = subject
    self.object = object
    self.value = value
    self.article = article
    self.who = who
    self.why = why
    self.line = line
  }

  /// The columns of the table, in the order in which rows are written.
  public static let columns = ["action", "subject", "object", "value", "article", "who", "why"]

  /// The row as `corrections.tsv` holds it.
  public var row: String {
    [action.rawValue, subject, object, value, article, who, why]
      .map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t")
  }
}

/// Something wrong in a table of corrections.
public struct CorrectionError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case unreadable(String)
    case missingColumn(String)
    case unknownAction(String)
    case emptyCell(action: Correction.Action, column: String)
    case unknownType(String)
  }

  public var file: String
  public var line: Int
  public var column: Int
  public var kind: Kind

  public var description: String { "\(file):\(line):\(column): error: \(words)" }

  private var words: String {
    switch kind {
    case .unreadable(let reason): reason
    case .missingColumn(let name):
      "there is no column \"\(name)\"; the first line names the columns "
        + Correction.columns.joined(separator: " ")
    case .unknownAction(let action):
      "\"\(action)\" is no action; write one of "
        + Correction.Action.allCases.map(\.rawValue).joined(separator: ", ")
    case .emptyCell(let action, let column):
      "\"\(action.rawValue)\" needs a cell in the column \"\(column)\""
    case .unknownType(let type):
      "\"\(type)\" is no type; write one of "
        + EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    }
  }
}
