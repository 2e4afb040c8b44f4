import DocumentModel

/// Where the columns of an entity table stand.
private struct EntityColumns {
  let id, type, subtype, name, aliases, container, ids, note: Int?
  let others: [(name: String, column: Int)]

  init(_ table: TableFile) {
    id = table.column("id")
    type = table.column("type")
    subtype = table.column("subtype")
    name = table.column("name")
    aliases = table.column("aliases")
    container = table.column("in")
    ids = table.column("ids")
    note = table.column("note")
    let known: Set = ["", "id", "type", "subtype", "name", "aliases", "in", "ids", "note"]
    others = table.columns.enumerated().filter { !known.contains($0.element) }
      .map { (name: $0.element, column: $0.offset) }
  }
}

extension GazetteerDraft {
  mutating func readEntities(_ table: inout TableFile) {
    let columns = EntityColumns(table)
    let file = (name: table.name, folder: table.folder)
    forEachRow(of: &table) { (draft, row) throws(GazetteerError) in
      let origin = Origin(file: file.name, line: row.line)
      do throws(GazetteerError) {
        guard let index = try draft.entity(for: row, columns, origin, folder: file.folder) else {
          return
        }
        draft.fill(index, from: row, columns)
        draft.readAliases(row, columns.aliases, of: index, origin)
      } catch {
        _ = draft.aliasItems(row, columns.aliases)
        throw error
      }
    }
  }

  /// The entity a row is about, a new one if need be; nil when the row switches it off.
  private mutating func entity(
    for row: TableRow, _ columns: EntityColumns, _ origin: Origin, folder: Int
  ) throws(GazetteerError) -> EntityIndex? {
    guard let id = row.value(columns.id) else {
      return try entityWithoutID(row, columns, origin, folder: folder)
    }
    if let fault = EntityID.fault(of: id) { throw row.error(columns.id, fault) }
    guard let index = indexOfID[id] else {
      return try newEntity(id, row, columns, origin, folder: folder)
    }
    let known = entities[Int(index)]
    guard known.folder != folder else {
      throw row.error(columns.id, .duplicateID(id, first: known.place))
    }
    return try update(index, row, columns, folder: folder)
  }

  private mutating func update(
    _ index: EntityIndex, _ row: TableRow, _ columns: EntityColumns, folder: Int
  ) throws(GazetteerError) -> EntityIndex? {
    let position = Int(index)
    entities[position].folder = folder
    entities[position].place = row.place(columns.id ?? columns.name)
    entities[position].isOff = row.text(columns.name) == "-"
    if entities[position].isOff { return nil }
    if let text = row.value(columns.type) {
      entities[position].type = try Self.type(text, row, columns)
    }
    if let name = row.value(columns.name) { entities[position].name = name }
    return index
  }

  private mutating func newEntity(
    _ id: String, _ row: TableRow, _ columns: EntityColumns, _ origin: Origin, folder: Int
  ) throws(GazetteerError) -> EntityIndex? {
    let name = try row.required(columns.name, named: "name")
    if name == "-" {
      warn(.deadReference(id), at: row.place(columns.id))
      return nil
    }
    let type = try Self.type(row.required(columns.type, named: "type"), row, columns)
    let index = EntityIndex(entities.count)
    entities.append(
      EntityDraft(
        id: id, type: type, name: name, origin: origin,
        place: row.place(columns.id ?? columns.name),
        folder: folder))
    indexOfID[id] = index
    return index
  }

  /// A row without an id gets one made of its name, and joins an entry of an earlier folder that
  /// has that id and type.
  private mutating func entityWithoutID(
    _ row: TableRow, _ columns: EntityColumns, _ origin: Origin, folder: Int
  ) throws(GazetteerError) -> EntityIndex? {
    let name = try row.required(columns.name, named: "name")
    let type = try Self.type(row.required(columns.type, named: "type"), row, columns)
    var id = EntityID.slug(of: name)
    if let index = indexOfID[id], entities[Int(index)].type != type { id += "-\(type.rawValue)" }
    guard let index = indexOfID[id] else {
      return try newEntity(id, row, columns, origin, folder: folder)
    }
    let known = entities[Int(index)]
    guard known.folder != folder else {
      throw row.error(columns.name, .duplicateName(name, first: known.place))
    }
    warn(.joinedByName(id: id), at: row.place(columns.name))
    return try update(index, row, columns, folder: folder)
  }

  private static func type(
    _ text: String, _ row: TableRow, _ columns: EntityColumns
  ) throws(GazetteerError) -> EntityType {
    guard let type = EntityType(rawValue: text) else {
      throw row.error(columns.type, .unknownType(text))
    }
    return type
  }

  // MARK: Other cells

  private mutating func fill(_ index: EntityIndex, from row: TableRow, _ columns: EntityColumns) {
    let position = Int(index)
    if let subtype = row.value(columns.subtype) { entities[position].subtype = subtype }
    if let note = row.value(columns.note) { entities[position].note = note }
    if let id = row.value(columns.container) {
      entities[position].container = Reference(id: id, place: row.place(columns.container))
    }
    for other in columns.others {
      if let value = row.value(other.column) { entities[position].attributes[other.name] = value }
    }
    if let ids = row.value(columns.ids) {
      addIdentifiers(ids, to: position, at: row.place(columns.ids))
    }
  }

  private mutating func addIdentifiers(_ text: String, to position: Int, at place: TablePlace) {
    for part in text.split(whereSeparator: { $0 == " " || $0 == "|" }) {
      guard let colon = part.firstIndex(of: ":"), colon > part.startIndex else {
        warn(.unnamedIdentifier(String(part)), at: place)
        continue
      }
      let value = part[part.index(after: colon)...]
      entities[position].ids[String(part[..<colon])] = String(value)
    }
  }

  // MARK: Aliases

  private mutating func readAliases(
    _ row: TableRow, _ column: Int?, of index: EntityIndex, _ origin: Origin
  ) {
    let position = Int(index)
    let name = entities[position].name
    if !entities[position].aliases.contains(name) {
      entities[position].aliases.add(
        AliasDraft(surface: name, marks: AliasMarks(), onlyWith: nil, origin: origin))
    }
    for item in aliasItems(row, column) { apply(item, of: row, column, to: position, origin) }
  }

  /// The items of a cell; none when it has an error, which is noted.
  private mutating func aliasItems(_ row: TableRow, _ column: Int?) -> [AliasItem] {
    do {
      return try AliasCell.items(row.raw(column))
    } catch {
      errors.append(
        GazetteerError(place: row.place(column, offset: error.offset), kind: error.kind))
      return []
    }
  }

  private mutating func apply(
    _ item: AliasItem, of row: TableRow, _ column: Int?, to position: Int, _ origin: Origin
  ) {
    if item.isRemoval {
      let isRemoved = entities[position].aliases.remove(item.surface)
      if !isRemoved { warn(.nothingToRemove(item.surface), at: row.place(column)) }
      return
    }
    let other = item.onlyWith.map {
      Reference(id: $0.id, place: row.place(column, offset: $0.offset))
    }
    entities[position].aliases.add(
      AliasDraft(surface: item.surface, marks: item.marks, onlyWith: other, origin: origin))
  }
}
