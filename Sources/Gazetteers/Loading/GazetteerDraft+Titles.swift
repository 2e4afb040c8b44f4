/// The titles of all folders; a row of a later folder replaces the cells it fills.
struct TitleDrafts {
  private(set) var all: [Title] = []
  private var positions: [String: Int] = [:]

  mutating func add(_ title: Title) {
    guard let position = positions[title.title] else {
      positions[title.title] = all.count
      all.append(title)
      return
    }
    let old = all[position]
    let names = Set(old.forms.map(\.text))
    all[position] = Title(
      title: old.title, forms: old.forms + title.forms.filter { !names.contains($0.text) },
      kind: title.kind.isEmpty ? old.kind : title.kind, before: title.before, after: title.after,
      of: title.of.isEmpty ? old.of : title.of, origin: old.origin)
  }
}

extension GazetteerDraft {
  mutating func readTitles(_ table: inout TableFile) {
    let columns = (
      title: table.column("title"), forms: table.column("forms"), kind: table.column("kind"),
      place: table.column("place"), of: table.column("of")
    )
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let title = try row.required(columns.title, named: "title")
      let place = try Self.place(row, columns.place)
      let forms = try Self.forms(row, columns.forms)
      draft.titles.add(
        Title(
          title: title, forms: forms.isEmpty ? [Title.Form(text: title, exactCase: false)] : forms,
          kind: row.text(columns.kind), before: place.before, after: place.after,
          of: Self.parts(row.text(columns.of)), origin: Origin(file: file, line: row.line)))
    }
  }

  private static func parts(_ cell: String) -> [String] {
    cell.split(separator: "|").map { $0.trimmed }
  }

  private static func forms(_ row: TableRow, _ column: Int?) throws(GazetteerError) -> [Title.Form]
  {
    do {
      return try AliasCell.items(row.raw(column)).filter { !$0.isRemoval }.map {
        Title.Form(text: $0.surface, exactCase: $0.marks.exactCase)
      }
    } catch {
      throw GazetteerError(place: row.place(column, offset: error.offset), kind: error.kind)
    }
  }

  /// Before a name, unless the cell says otherwise.
  private static func place(
    _ row: TableRow, _ column: Int?
  ) throws(GazetteerError) -> (before: Bool, after: Bool) {
    let parts = parts(row.text(column))
    for part in parts where part != "before" && part != "after" {
      throw row.error(column, .unknownPlace(part))
    }
    return (parts.isEmpty || parts.contains("before"), parts.contains("after"))
  }
}

extension VocabularyBuilder {
  /// Marks the first word and the head of each form: "secretary" of "secretary of state",
  /// "prime" and "minister".
  mutating func addWords(of titles: [Title]) {
    for title in titles {
      for form in title.forms {
        let words = form.text.split(separator: " ")
        let end = words.firstIndex { ["of", "for", "to", "in"].contains($0) } ?? words.count
        guard end > 0, let first = words.first else { continue }
        add(.titleWord, toParts: .last, of: String(words[end - 1]))
        add(.titleWord, to: String(first))
        if title.isHonorific { add(.honorific, to: form.text) }
      }
    }
  }
}
