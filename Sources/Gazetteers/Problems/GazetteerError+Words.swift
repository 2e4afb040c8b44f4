import DocumentModel

extension GazetteerErrors: CustomStringConvertible {
  /// One line an error; of very many the first fifty.
  public var description: String {
    let shown = errors.prefix(50).map(\.description)
    let rest = errors.count - shown.count
    return (shown + (rest > 0 ? ["and \(rest) more errors"] : [])).joined(separator: "\n")
  }
}

extension GazetteerError: CustomStringConvertible {
  public var description: String { "\(place): error: \(kind.words)" }
}

extension GazetteerWarning: CustomStringConvertible {
  public var description: String { "\(place): warning: \(kind.words)" }
}

extension GazetteerError.Kind {
  /// What is wrong and what to do.
  public var words: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .malformed(let kind): kind.words
    case .unknownTable(let columns):
      "no table has the columns \(columns.joined(separator: ", ")); name them as in one of these: "
        + TableKind.allCases.map(\.words).joined(separator: "; ")
    case .repeatedColumn(let name): "the column \"\(name)\" stands here twice; rename one"
    case .columnCount(let found, let expected):
      "\(found) cells, but the first line names \(expected) columns; "
        + "take out a separator, or quote the cell it belongs to"
    case .missingValue(let column): "the column \"\(column)\" is empty; fill it in"
    default: wordsForValues
    }
  }

  private var wordsForValues: String {
    switch self {
    case .unknownType(let type):
      "\"\(type)\" is no type; use one of "
        + EntityType.allCases.map(\.rawValue).joined(separator: ", ")
    case .malformedID(let id):
      "\"\(id)\" cannot be an id; begin with a letter or _ and go on with letters, digits, _ . -"
    case .reservedID(let id):
      "\"\(id)\" is reserved for graphs (x-…, e-…, n_…, e_…, G and words of DOT); choose another id"
    case .duplicateID(let id, let first):
      "\"\(id)\" is defined in this folder already, at \(first); join the rows or choose another id"
    case .duplicateName(let name, let first):
      "a row without an id is named \"\(name)\" already, at \(first); give the rows ids"
    case .malformedDate(let text):
      "\"\(text)\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD (in a role ? if unknown)"
    case .reversedDates(let text): "\"\(text)\" ends before it begins; swap the dates"
    case .malformedNumber(let text): "\"\(text)\" is no number from -10 to 10"
    case .unknownPlace(let text): "\"\(text)\" is no place; write before, after or before|after"
    default: wordsForSyntax
    }
  }

  private var wordsForSyntax: String {
    switch self {
    case .unknownMark(let mark):
      "\"\(mark)\" is no mark; use = ~ + adj dem met @ID or from..to, joined by commas, "
        + "and a backslash before a [ that belongs to the name"
    case .unclosedMarks:
      "this [ is never closed; close it, or put a backslash before it if it belongs to the name"
    case .misplacedMarks:
      "marks stand at the end of an alias; put | between two aliases, "
        + "or a backslash before a [ that belongs to the name"
    case .malformedRule(let text):
      "\"\(text)\" is no rule; write default, or prev: next: doc: with words, @class or #ID between |"
    case .unknownCategory(let text):
      "\"\(text)\" is no category; use one of "
        + Category.allCases.map(\.rawValue).joined(separator: ", ")
    case .malformedCode(let text): "\"\(text)\" is no CAMEO code; write c and 2 to 4 digits: c072"
    case .unknownCueWord(let word, let known):
      "\"\(word)\" means nothing here; write one of: \(known.joined(separator: ", "))"
    case .tooManyClasses(let name):
      "no room for the class \"\(name)\"; tables can name \(WordClasses.free.count) of their own"
    default: ""
    }
  }
}

extension GazetteerWarning.Kind {
  /// What is odd and what comes of it.
  public var words: String {
    switch self {
    case .deadReference(let id): "no table defines \"\(id)\"; it is passed over here"
    case .joinedByName(let id):
      "this row has no id and was joined with \"\(id)\"; give it an id if it is another"
    case .nothingToRemove(let alias): "there is no alias \"\(alias)\" to remove"
    case .unnamedIdentifier(let text):
      "\"\(text)\" is passed over; write identifiers as scheme:value"
    case .emptyAlias(let alias): "\"\(alias)\" has no letter or digit and matches nothing"
    case .unknownClass(let name):
      "no table defines the class \"@\(name)\"; this part of the rule never fits"
    case .noTables: "the folder holds no table (.tsv or .csv)"
    }
  }
}
