import DocumentModel

/// What the tables read so far say, before references between them are resolved.
struct GazetteerDraft {
  var entities: [EntityDraft] = []
  var indexOfID: [String: EntityIndex] = [:]
  var roles: [RoleDraft] = []
  var ties: [TieDraft] = []
  var rules: [RuleDraft] = []
  var titles = TitleDrafts()
  var classWords: [ClassWord] = []
  var cues: [StanceCue] = []
  var lexicon = LexiconDraft()
  /// Where each of the lexicon's patterns names its relation.
  var patternPlaces: [TablePlace] = []
  var vocabulary = VocabularyBuilder(capacity: 1 << 12)
  var asOf: CalendarDate?
  var errors: [GazetteerError] = []
  var warnings: [GazetteerWarning] = []

  /// Adds the rows of a table.
  mutating func read(_ table: TableFile) {
    var table = table
    switch table.kind {
    case .entities: readEntities(&table)
    case .roles: readRoles(&table)
    case .ties: readTies(&table)
    case .ambiguous: readRules(&table)
    case .titles: readTitles(&table)
    case .givenNames: readWords(&table, column: "given", as: .givenName, parts: .each)
    case .surnames: readWords(&table, column: "surname", as: .surname, parts: .last)
    case .roleNouns: readWords(&table, column: "role-noun", as: .roleNoun, parts: .last)
    case .organisationNouns: readWords(&table, column: "org-noun", as: .orgNoun, parts: .last)
    case .classWords: readClassWords(&table)
    case .relations: readRelations(&table)
    case .patterns: readPatterns(&table)
    case .irregularForms: readIrregularForms(&table)
    case .cues: readCues(&table)
    case .corrections: return
    }
    if let date = table.asOf { asOf = max(asOf ?? date, date) }
  }

  /// Calls `body` with each row; what it throws is noted, and reading goes on.
  mutating func forEachRow(
    of table: inout TableFile,
    _ body: (inout GazetteerDraft, TableRow) throws(GazetteerError) -> Void
  ) {
    while true {
      do {
        guard let row = try table.next() else { return }
        try body(&self, row)
      } catch {
        errors.append(error)
      }
    }
  }

  mutating func warn(_ kind: GazetteerWarning.Kind, at place: TablePlace) {
    warnings.append(GazetteerWarning(place: place, kind: kind))
  }
}
