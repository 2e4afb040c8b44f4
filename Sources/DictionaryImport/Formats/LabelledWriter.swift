import Curation
import DocumentModel
import Gazetteers

/// Writes names that a dictionary labels, each to the table its label means.
struct LabelledWriter {
  let tables: ImportTables

  /// Whether the label means anything here; if not, the name is a loss.
  @discardableResult
  func write(
    _ forms: [ImportedAlias], label: String, id: String? = nil, detail: String? = nil, line: Int,
    of file: DictionaryFile
  ) throws -> Bool {
    guard let first = forms.first else { return false }
    guard let meaning = LabelTypes.meaning(of: label, tables.options) else {
      try tables.lose(
        first.surface,
        "the label \(label) has no counterpart: give --label \(label)=TYPE to keep it",
        line: line, of: file)
      return false
    }
    switch meaning {
    case .entity(let type, let subtype):
      let aliases = first.marks.isEmpty ? Array(forms.dropFirst()) : forms
      try tables.write(
        ImportedEntry(
          id: id, type: type, subtype: detail ?? subtype, name: first.surface, aliases: aliases))
    case .title:
      let text = forms.map { AliasItem.escaped($0.surface) }.joined(separator: " | ")
      try tables.write(
        ["title": first.surface, "forms": text, "kind": detail ?? "", "place": "before"],
        to: .titles)
    case .givenName: try words(forms, "given", .givenNames)
    case .surname: try words(forms, "surname", .surnames)
    case .roleNoun: try words(forms, "role-noun", .roleNouns)
    case .organisationNoun: try words(forms, "org-noun", .organisationNouns)
    }
    return true
  }

  private func words(
    _ forms: [ImportedAlias], _ column: String, _ grammar: TableGrammar
  ) throws {
    for form in forms { try tables.write([column: form.surface], to: grammar) }
  }
}
