package import Gazetteers

/// How a table is written: its columns, what may stand in them, and rows as examples.
///
/// One place for `gazetteer grammar`, the examples of a new project, the order of columns in `fmt`
/// and the rows that `add` writes.
public struct TableGrammar: Sendable {
  /// The name of the table: `entities`.
  public let name: String
  /// What a row says.
  public let summary: String
  /// In canonical order.
  public let columns: [Column]
  /// Rows with a cell a column.
  public let examples: [[String]]
  public let notes: [String]
  package let kind: TableKind

  public struct Column: Sendable {
    public let name: String
    public let isRequired: Bool
    /// What may stand in a cell, in the notation of `TableGrammar.terms`.
    public let syntax: String
    public let meaning: String
  }

  init(
    _ kind: TableKind, _ name: String, _ summary: String, columns: [Column], examples: [[String]],
    notes: [String] = []
  ) {
    self.kind = kind
    self.name = name
    self.summary = summary
    self.columns = columns
    self.examples = examples
    self.notes = notes
  }

  /// All tables that gazetteer folders hold.
  public static let all: [TableGrammar] = [
    entities, roles, ties, ambiguous, titles, givenNames, surnames, roleNouns, organisationNouns,
    classWords, relations, patterns, irregularForms,
  ]

  package static func of(_ kind: TableKind) -> TableGrammar {
    all.first { $0.kind == kind } ?? TableGrammar(kind, "", "", columns: [], examples: [])
  }

  /// The terms that the syntax of several columns uses.
  public static let terms: [(name: String, syntax: String)] = [
    ("ALIASES", #"ALIAS { " | " ALIAS }"#),
    ("ALIAS", #"[ "-" ] TEXT [ "[" MARK { "," MARK } "]" ]      a "-" takes the alias back"#),
    ("MARK", #""=" | "~" | "+" | "adj" | "dem" | "met" | "@" ID | DATES"#),
    ("DATES", #"[ DATE ] ".." [ DATE ]                          one of them at least"#),
    ("DATE", "YYYY | YYYY-MM | YYYY-MM-DD"),
    ("BOUND", #"DATE | "?" | (empty)                            "?" is unknown: decides nothing"#),
    ("ID", "(letter | _) { letter | digit | _ | . | - }, ASCII; not x-… e-… n_… e_… G"),
    ("TYPE", "person | official | country | organisation | place | group | event"),
    ("RULE", #""default" | CONDITION { " & " CONDITION }"#),
    ("CONDITION", #"("prev:" | "next:" | "doc:") TERM { "|" TERM }"#),
    ("TERM", ##"WORDS | "@" CLASS | "#" ID"##),
    ("TEXT", #"any text; a backslash before | [ ] \ and a "-" at the beginning"#),
  ]
}

extension TableGrammar.Column {
  static func required(_ name: String, _ syntax: String, _ meaning: String) -> Self {
    Self(name: name, isRequired: true, syntax: syntax, meaning: meaning)
  }

  static func optional(_ name: String, _ syntax: String, _ meaning: String) -> Self {
    Self(name: name, isRequired: false, syntax: syntax, meaning: meaning)
  }
}
