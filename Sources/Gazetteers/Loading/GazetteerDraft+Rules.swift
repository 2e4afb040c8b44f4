/// A row of a table of ambiguous forms.
struct RuleDraft {
  enum Term {
    case words([String])
    case wordClass(String)
    case entity(String)
  }

  struct Condition {
    var place: AmbiguityRule.Condition.Place
    var terms: [Term]
  }

  enum Outcome {
    case entity(Reference)
    case person, none
  }

  var surface: String
  var conditions: [Condition]
  var outcome: Outcome
  var text: String
  var origin: Origin
  var folder: Int
  /// Where the rule itself stands.
  var place: TablePlace
}

extension GazetteerDraft {
  mutating func readRules(_ table: inout TableFile) {
    let columns = (
      surface: table.column("surface"), rule: table.column("rule"), entity: table.column("entity")
    )
    let file = (name: table.name, folder: table.folder)
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let surface = try row.required(columns.surface, named: "surface")
      let text = try row.required(columns.rule, named: "rule")
      let entity = try row.required(columns.entity, named: "entity")
      guard let conditions = RuleDraft.conditions(text) else {
        throw row.error(columns.rule, .malformedRule(text))
      }
      draft.rules.append(
        RuleDraft(
          surface: surface, conditions: conditions,
          outcome: RuleDraft.outcome(Reference(id: entity, place: row.place(columns.entity))),
          text: text, origin: Origin(file: file.name, line: row.line), folder: file.folder,
          place: row.place(columns.rule)))
    }
  }
}

extension RuleDraft {
  fileprivate static func outcome(_ reference: Reference) -> Outcome {
    switch reference.id {
    case "person": .person
    case "none", "-": .none
    default: .entity(reference)
    }
  }

  /// Reads `default`, or conditions joined by ` & `; nil for anything else.
  fileprivate static func conditions(_ text: String) -> [Condition]? {
    if text == "default" { return [] }
    var conditions: [Condition] = []
    for part in text.split(separator: " & ") {
      guard let condition = condition(part.trimmed) else { return nil }
      conditions.append(condition)
    }
    return conditions.isEmpty ? nil : conditions
  }

  private static func condition(_ text: String) -> Condition? {
    guard let colon = text.firstIndex(of: ":"),
      let place = AmbiguityRule.Condition.Place(rawValue: String(text[..<colon]))
    else { return nil }
    var terms: [Term] = []
    for part in text[text.index(after: colon)...].split(
      separator: "|", omittingEmptySubsequences: false)
    {
      guard let term = term(part.trimmed) else { return nil }
      terms.append(term)
    }
    return Condition(place: place, terms: terms)
  }

  private static func term(_ text: String) -> Term? {
    switch text.first {
    case "@" where text.count > 1: .wordClass(String(text.dropFirst()))
    case "#" where text.count > 1: .entity(String(text.dropFirst()))
    case nil, "@", "#": nil
    default: .words(words(text))
    }
  }

  /// Words in lower case, as tokens are written.
  static func words(_ text: String) -> [String] {
    text.lowercased().split(separator: " ").map(String.init)
  }
}
