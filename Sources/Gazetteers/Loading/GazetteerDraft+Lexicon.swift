import DocumentModel

/// The lexicon of all folders: relations and forms of later ones replace earlier ones, patterns
/// add up.
struct LexiconDraft {
  private var relationRows: [(relation: LexiconRelation, folder: Int, place: TablePlace)] = []
  private var positions: [String: Int] = [:]
  private var implied: [String: LexiconRelation] = [:]
  private(set) var irregularForms: [IrregularForm] = []
  private var formPositions: [String: Int] = [:]
  var patterns: [LexiconPattern] = []

  /// Where a relation of that id stands in the same folder, when it is there already.
  mutating func add(_ relation: LexiconRelation, folder: Int, at place: TablePlace) -> TablePlace? {
    guard let position = positions[relation.id] else {
      positions[relation.id] = relationRows.count
      relationRows.append((relation, folder, place))
      return nil
    }
    if relationRows[position].folder == folder { return relationRows[position].place }
    relationRows[position] = (relation, folder, place)
    return nil
  }

  mutating func add(_ form: IrregularForm) {
    if let position = formPositions[form.lemma] {
      irregularForms[position] = form
    } else {
      formPositions[form.lemma] = irregularForms.count
      irregularForms.append(form)
    }
  }

  /// A relation that the row of a pattern defines by its category; one of the relations table wins.
  mutating func imply(_ relation: LexiconRelation) {
    if implied[relation.id] == nil { implied[relation.id] = relation }
  }

  func has(_ relation: String) -> Bool { positions[relation] != nil || implied[relation] != nil }

  var relations: [LexiconRelation] {
    relationRows.map(\.relation)
      + implied.values.filter { positions[$0.id] == nil }.sorted { $0.id < $1.id }
  }

  /// The patterns whose relation is known.
  var knownPatterns: [LexiconPattern] { patterns.filter { has($0.relation) } }
}

extension GazetteerDraft {
  mutating func readRelations(_ table: inout TableFile) {
    let columns = (
      id: table.column("relation"), category: table.column("category"), mode: table.column("mode"),
      cameo: table.column("cameo"), goldstein: table.column("goldstein"),
      flags: table.column("flags")
    )
    let file = (name: table.name, folder: table.folder)
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let id = try row.required(columns.id, named: "relation")
      let relation = LexiconRelation(
        id: id, category: try row.category(columns.category), mode: row.value(columns.mode),
        cameo: try row.cameo(columns.cameo), goldstein: try row.goldstein(columns.goldstein),
        flags: row.text(columns.flags).split { " ,|".contains($0) }.map(String.init),
        origin: Origin(file: file.name, line: row.line))
      let place = row.place(columns.id)
      if let first = draft.lexicon.add(relation, folder: file.folder, at: place) {
        throw row.error(columns.id, .duplicateID(id, first: first))
      }
    }
  }

  mutating func readPatterns(_ table: inout TableFile) {
    let columns = (
      relation: table.column("relation"), head: table.column("head"), pos: table.column("pos"),
      pattern: table.column("pattern"), example: table.column("example"),
      category: table.column("category")
    )
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let relation = try row.required(columns.relation, named: "relation")
      draft.lexicon.patterns.append(
        LexiconPattern(
          relation: relation, head: try row.required(columns.head, named: "head"),
          partOfSpeech: row.value(columns.pos) ?? "v",
          text: try row.required(columns.pattern, named: "pattern"),
          example: row.text(columns.example), origin: Origin(file: file, line: row.line)))
      draft.patternPlaces.append(row.place(columns.relation))
      if let category = try row.category(columns.category) {
        draft.lexicon.imply(
          LexiconRelation(
            id: relation, category: category, mode: nil, cameo: nil, goldstein: nil, flags: [],
            origin: Origin(file: file, line: row.line)))
      }
    }
  }

  mutating func readIrregularForms(_ table: inout TableFile) {
    let columns = (
      lemma: table.column("lemma"), present: table.column("s"), past: table.column("past"),
      participle: table.column("participle"), ing: table.column("ing")
    )
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      draft.lexicon.add(
        IrregularForm(
          lemma: try row.required(columns.lemma, named: "lemma"),
          present: row.text(columns.present),
          past: row.text(columns.past), participle: row.text(columns.participle),
          ing: row.text(columns.ing), origin: Origin(file: file, line: row.line)))
    }
  }
}

extension TableRow {
  fileprivate func category(_ column: Int?) throws(GazetteerError) -> DocumentModel.Category? {
    guard let text = value(column) else { return nil }
    guard let category = Category(rawValue: text) else {
      throw error(column, .unknownCategory(text))
    }
    return category
  }

  /// The digits of `c072`.
  fileprivate func cameo(_ column: Int?) throws(GazetteerError) -> String? {
    guard let text = value(column) else { return nil }
    let digits = text.dropFirst()
    guard text.first == "c", (2...4).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { throw error(column, .malformedCode(text)) }
    return String(digits)
  }

  fileprivate func goldstein(_ column: Int?) throws(GazetteerError) -> Double? {
    guard let text = value(column) else { return nil }
    guard let score = Double(text), (-10...10).contains(score) else {
      throw error(column, .malformedNumber(text))
    }
    return score
  }
}
