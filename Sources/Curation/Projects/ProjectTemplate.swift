public import Foundation

/// The files that a new project folder begins with.
public struct ProjectTemplate {
  /// The day that the tables are of: roles without an end are held on it.
  private let day: String

  /// - Parameter day: `YYYY-MM-DD`.
  public init(day: String) { self.day = day }

  /// The columns of a table of corrections.
  public static let correctionColumns = [
    "action", "subject", "relation", "object", "value", "article", "who", "why",
  ]

  /// Texts by path in the project folder, in the order in which they are written.
  public var files: [(path: String, text: String)] {
    [("entente.toml", options), ("corrections.tsv", corrections)]
      + TableGrammar.all.map { grammar in
        let file = grammar.name.replacing(" ", with: "-") + ".tsv"
        let folder = grammar.isOfLexicon ? "gazetteers/lexicon/" : "gazetteers/"
        return (folder + file, table(grammar))
      }
  }

  /// Writes the files that are not there yet.
  /// - Returns: the paths that were written, and those that were left as they are.
  public func write(to folder: URL) throws -> (written: [String], kept: [String]) {
    var (written, kept): ([String], [String]) = ([], [])
    for file in files {
      let url = folder.appending(path: file.path)
      guard !FileManager.default.fileExists(atPath: url.path) else {
        kept.append(file.path)
        continue
      }
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.text.utf8).write(to: url, options: .atomic)
      written.append(file.path)
    }
    return (written, kept)
  }

  // MARK: Texts

  /// The columns, and the examples as comments: without the `# ` they are rows.
  private func table(_ grammar: TableGrammar) -> String {
    let head = ["# \(grammar.summary)", "# as-of: \(day)"]
    let notes = grammar.notes.map { "# \($0)" }
    let help = [
      "# Columns and marks: entente gazetteer grammar \(grammar.name.replacing(" ", with: "-"))",
      "# Examples, not in force; without \"# \" at the beginning they are rows:",
    ]
    let examples = grammar.examples.map { cells in
      let last = cells.lastIndex { !$0.isEmpty } ?? 0
      return "# " + cells[...last].joined(separator: "\t")
    }
    let columns = grammar.columns.map(\.name).joined(separator: "\t")
    let lines = head + notes + help + examples + [columns]
    return lines.joined(separator: "\n") + "\n"
  }

  private var corrections: String {
    """
    # Corrections to what Entente finds, reapplied on every run of this project.
    # action: same different drop retype rename for nodes; drop reverse recode add confirm for relations
    # subject, object: ids or labels of nodes; relation: its id, its lemma, either with its stance
    # ("denied: supply"), or empty for any; value: the new type, name, relation or stance ("planned:");
    # article: empty for all articles, else the id of the one it is for; who, why: for people
    # entente explain prints rows for a relation, entente suggest --merges rows for nodes.
    \(Self.correctionColumns.joined(separator: "\t"))

    """
  }

  private var options: String {
    """
    # The options of this project. Every entente command that is run in this folder or below it finds
    # them by itself; what is given on the command line counts more, --no-project leaves them out.
    # Paths begin at this folder.

    # Folders of tables that are loaded after the shipped ones; later ones win.
    gazetteers = ["gazetteers"]

    # Corrections that are reapplied on every run.
    corrections = "corrections.tsv"

    # What build, annotate and others read when they are given no paths, and what build writes.
    # articles = ["articles"]
    # output = ["graph.graphml"]

    # A table of path, date, source, title, url and any further columns.
    # metadata = "articles.csv"

    # encoding = "windows-1252"
    # names-only = false

    """
  }
}

extension TableGrammar {
  /// Whether it is about what verbs and nouns mean rather than about names.
  var isOfLexicon: Bool {
    [TableGrammar.classWords, .relations, .patterns, .irregularForms].contains { $0.kind == kind }
  }
}
