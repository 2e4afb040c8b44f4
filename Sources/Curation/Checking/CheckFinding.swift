public import Gazetteers

/// Something about the tables that loads but that its author should look at.
public struct CheckFinding: Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable {
    /// Two people hold an office at a time that one person holds.
    case overlappingHolders = "overlapping-holders"
    /// A form stands for several entries and nothing tells which.
    case collision
    /// An alias is an ordinary word.
    case commonWord = "common-word"
    case deadReference = "dead-reference"
    /// A role that is written as still held although the tables say otherwise.
    case staleRole = "stale-role"
    /// Roles without an end in a table that does not say of what day it is, or of a day long ago.
    case asOfDate = "as-of-date"
    /// A rule that is never reached, or is for a form that no entry has.
    case idleRule = "idle-rule"
    /// A column that is nearly one we know.
    case unknownColumn = "unknown-column"
    /// An error of a spreadsheet in place of what was typed.
    case spreadsheetError = "spreadsheet-error"
    /// What the loader warns of.
    case oddRow = "odd-row"
    /// A line `# allow:` that allows nothing.
    case idleAllowance = "idle-allowance"
  }

  public let place: TablePlace
  public let code: Code
  /// What `# allow: CODE SUBJECT` names to let this pass.
  public let subject: String
  /// What is odd, what comes of it and what to do.
  public let message: String
  /// Another row that it is about.
  public var other: TablePlace?

  /// Whether it is about a row of one of these files.
  public func concerns(_ isMeant: (String) -> Bool) -> Bool {
    isMeant(place.file) || other.map { isMeant($0.file) } == true
  }
}

extension CheckFinding: CustomStringConvertible {
  public var description: String { "\(place): warning: \(message) [\(code.rawValue)]" }
}

extension CheckFinding: Comparable {
  public static func < (left: CheckFinding, right: CheckFinding) -> Bool {
    (left.place, left.code.rawValue, left.subject)
      < (right.place, right.code.rawValue, right.subject)
  }
}

/// What a check of gazetteer folders found.
public struct CheckReport: Sendable {
  public let errors: [GazetteerError]
  /// By file, line and column.
  public let warnings: [CheckFinding]
}
