import DocumentModel

/// Something wrong in a table of corrections.
public struct CorrectionError: Error, Equatable, Sendable, CustomStringConvertible {
  public enum Kind: Equatable, Sendable {
    case unreadable(String)
    case missingColumn(String)
    case unknownAction(String)
    case emptyCell(action: Correction.Action, column: String)
    case unknownType(String)
    /// A relation with a word before its colon that is no stance.
    case unknownStance(String)
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
    case .unknownStance(let word):
      "\"\(word)\" is no stance; before the colon stand "
        + (Stance.Modality.allCases.map(\.rawValue) + ["affirmed", "not"]).joined(separator: ", ")
    }
  }
}
