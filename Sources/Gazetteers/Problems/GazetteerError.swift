public import DocumentModel

/// Why a table cannot be used, and where.
public struct GazetteerError: Error, Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The folder or file cannot be read, for the reason given.
    case unreadable(reason: String)
    case malformed(DelimitedTextError.Kind)
    /// The columns are those of no table.
    case unknownTable(columns: [String])
    case repeatedColumn(String)
    case columnCount(found: Int, expected: Int)
    case missingValue(column: String)
    case unknownType(String)
    case malformedID(String)
    case reservedID(String)
    case duplicateID(String, first: TablePlace)
    /// Two rows without an id have the same name.
    case duplicateName(String, first: TablePlace)
    case unknownMark(String)
    case unclosedMarks
    /// Text behind the marks of an alias.
    case misplacedMarks
    case malformedDate(String)
    case reversedDates(String)
    case malformedRule(String)
    case unknownPlace(String)
    case unknownCategory(String)
    case malformedCode(String)
    case malformedNumber(String)
    /// More classes of words than there is room for.
    case tooManyClasses(String)
    /// A word of a stance cue's cell that means nothing there.
    case unknownCueWord(String, known: [String])
  }

  public let place: TablePlace
  public let kind: Kind

  public init(place: TablePlace, kind: Kind) {
    self.place = place
    self.kind = kind
  }
}

/// Everything that is wrong with the tables of a run, by folder, file and line.
public struct GazetteerErrors: Error, Sendable, Hashable {
  /// Never empty.
  public let errors: [GazetteerError]

  public init(errors: [GazetteerError]) { self.errors = errors }
}

/// Something odd that stops no run.
public struct GazetteerWarning: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A row names an id that no table defines; the row, or that cell of it, is passed over.
    case deadReference(String)
    /// A row without an id was joined with the entry of an earlier folder that has its name.
    case joinedByName(id: String)
    /// A row takes back an alias that the entry does not have.
    case nothingToRemove(String)
    /// A part of the column `ids` without a scheme.
    case unnamedIdentifier(String)
    /// A form without a letter or digit, which nothing can match.
    case emptyAlias(String)
    /// A rule asks for a class of words that no table defines.
    case unknownClass(String)
    /// A folder without tables.
    case noTables
  }

  public let place: TablePlace
  public let kind: Kind
}
