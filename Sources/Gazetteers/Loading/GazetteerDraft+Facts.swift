import DocumentModel

/// A row of a table of roles.
struct RoleDraft {
  var person: Reference
  var role: String
  var of: Reference?
  var time: BoundedTime
  var source: String?
  var origin: Origin
}

/// A row of a table of ties.
struct TieDraft {
  var subject: Reference
  var predicate: String
  var object: Reference
  var time: BoundedTime
  var source: String?
  var origin: Origin
}

/// What the columns `from` and `to` say.
struct BoundedTime {
  var from: RoleBound
  var to: RoleBound
}

/// Where the columns that roles and ties share stand.
private struct FactColumns {
  let subject, predicate, object, from, to, source: Int?

  init(_ table: TableFile, _ subject: String, _ predicate: String, _ object: String) {
    self.subject = table.column(subject)
    self.predicate = table.column(predicate)
    self.object = table.column(object)
    from = table.column("from")
    to = table.column("to")
    source = table.column("source")
  }
}

extension GazetteerDraft {
  mutating func readRoles(_ table: inout TableFile) {
    let columns = FactColumns(table, "person", "role", "of")
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let person = try row.required(columns.subject, named: "person")
      let role = try row.required(columns.predicate, named: "role")
      draft.roles.append(
        RoleDraft(
          person: Reference(id: person, place: row.place(columns.subject)),
          role: role.lowercased(),
          of: row.value(columns.object).map { Reference(id: $0, place: row.place(columns.object)) },
          time: try row.time(columns.from, columns.to), source: row.value(columns.source),
          origin: Origin(file: file, line: row.line)))
    }
  }

  mutating func readTies(_ table: inout TableFile) {
    let columns = FactColumns(table, "subject", "predicate", "object")
    let file = table.name
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let subject = try row.required(columns.subject, named: "subject")
      let object = try row.required(columns.object, named: "object")
      draft.ties.append(
        TieDraft(
          subject: Reference(id: subject, place: row.place(columns.subject)),
          predicate: try row.required(columns.predicate, named: "predicate"),
          object: Reference(id: object, place: row.place(columns.object)),
          time: try row.time(columns.from, columns.to), source: row.value(columns.source),
          origin: Origin(file: file, line: row.line)))
    }
  }
}

extension TableRow {
  fileprivate func time(_ from: Int?, _ to: Int?) throws(GazetteerError) -> BoundedTime {
    let time = BoundedTime(from: try bound(from), to: try bound(to))
    if case .known(let first) = time.from, case .known(let last) = time.to,
      first.firstDay > last.lastDay
    {
      throw error(to, .reversedDates("\(text(from)) to \(text(to))"))
    }
    return time
  }

  private func bound(_ column: Int?) throws(GazetteerError) -> RoleBound {
    guard let text = value(column) else { return .open }
    if text == "?" { return .unknown }
    guard let date = CalendarDate(text) else { throw error(column, .malformedDate(text)) }
    return .known(date)
  }
}
