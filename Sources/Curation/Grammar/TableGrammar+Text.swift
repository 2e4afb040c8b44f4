extension TableGrammar {
  /// The table of that name, with blanks, hyphens or as a column of it alone tells.
  public static func named(_ name: String) -> TableGrammar? {
    let name = name.lowercased().replacing("-", with: " ").replacing("_", with: " ")
    return all.first { $0.name == name || $0.name == name + "s" || $0.name + "s" == name }
  }

  /// What a page of help says of the table.
  public var text: String {
    let names = columns.map { $0.isRequired ? $0.name + "*" : $0.name }.joined(separator: "  ")
    let width = columns.map(\.name.count).max() ?? 0
    var lines = [name.uppercased() + "   " + summary, "  columns (* must be there): " + names]
    for column in columns {
      let padding = String(repeating: " ", count: width - column.name.count)
      let meaning = column.meaning.isEmpty ? "" : "   " + column.meaning
      lines.append("    \(column.name)\(padding)   \(column.syntax)\(meaning)")
    }
    lines += notes.map { "  " + $0 }
    lines.append("  example (cells are parted by tabs):")
    lines.append("    " + columns.map(\.name).joined(separator: "\t"))
    lines += examples.map { "    " + $0.joined(separator: "\t") }
    return lines.joined(separator: "\n")
  }

  /// How tables are written in general, and the terms that columns use.
  public static var generalText: String {
    let width = terms.map(\.name.count).max() ?? 0
    let list = terms.map { term in
      "  \(term.name)\(String(repeating: " ", count: width - term.name.count)) = \(term.syntax)"
    }
    return """
      A table is a file .tsv (cells parted by tabs) or .csv (commas or semicolons, quotes as spreadsheets
      write them) in UTF-8. The first line that is no comment names the columns; they, not the file's
      name, tell which table it is. Their order is free, columns that may be empty may be left out.
      Lines that begin with # are comments; "# as-of: YYYY-MM-DD" says of what day a table is,
      "# allow: CODE SUBJECT" lets a warning of check pass. Empty cells at the end may be missing.

      """ + list.joined(separator: "\n")
  }
}
