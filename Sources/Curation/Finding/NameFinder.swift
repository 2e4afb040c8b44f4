public import DocumentModel
public import Gazetteers

/// Looks names up as the matcher does: case, accents, full stops and hyphens do not matter.
public struct NameFinder {
  private let gazetteer: Gazetteer
  private let tables: TableFolders
  /// The day that is asked for.
  public let date: CalendarDate?

  /// - Parameter date: nil takes the latest day that a table names.
  public init(_ gazetteer: Gazetteer, tables: TableFolders, date: CalendarDate? = nil) {
    self.gazetteer = gazetteer
    self.tables = tables
    self.date = date ?? gazetteer.asOf
  }

  public func finding(for name: String) -> NameFinding {
    let entries = entries(for: name)
    let rules = gazetteer.ambiguityRules(for: name).map { rule in
      (rule, tables.place(of: rule.origin, column: "surface", holding: rule.surface))
    }
    let holders = holders(of: name)
    let hasFound = !entries.isEmpty || !holders.isEmpty
    return NameFinding(
      entries: entries, rules: rules, ids: ids(of: rules.map(\.0)), holders: holders,
      similar: hasFound ? [] : similar(to: name))
  }

  private func ids(of rules: [AmbiguityRule]) -> [EntityIndex: String] {
    var ids: [EntityIndex: String] = [:]
    for rule in rules {
      if case .entity(let index) = rule.outcome { ids[index] = id(index) }
    }
    return ids
  }

  // MARK: Entries

  private func entries(for name: String) -> [NameFinding.Entry] {
    let key = SurfaceKey(name)
    var entries: [NameFinding.Entry] = []
    var seen: Set<EntityIndex> = []
    for alias in gazetteer.aliases
    where SurfaceKey(alias.surface) == key && seen.insert(alias.entity).inserted {
      entries.append(entry(alias.entity, alias: alias))
    }
    if let index = gazetteer.index(of: name), seen.insert(index).inserted {
      entries.append(entry(index, alias: nil))
    }
    return entries
  }

  private func entry(_ index: EntityIndex, alias: Alias?) -> NameFinding.Entry {
    let entity = gazetteer.entities[Int(index)]
    let roles = gazetteer.roles(of: index).map { role in
      (role, role.of.map(id), date.map { role.tenure.isHeld(on: $0) } ?? false)
    }
    var isValid: Bool?
    if let alias, !alias.marks.dates.isEmpty, let date { isValid = alias.marks.isValid(on: date) }
    return NameFinding.Entry(
      entity: entity, container: entity.container.map(id), alias: alias,
      conditions: alias.map { conditions($0.marks) } ?? [], isValid: isValid,
      forms: gazetteer.aliases(of: index).map(\.surface),
      roles: roles.sorted { $0.0.from.order < $1.0.from.order },
      place: tables.place(
        of: alias?.origin ?? entity.origin, column: alias?.column(in: entity) ?? "name",
        holding: alias?.surface ?? entity.name))
  }

  private func id(_ index: EntityIndex) -> String { gazetteer.entities[Int(index)].id }

  private func conditions(_ marks: AliasMarks) -> [String] {
    var words: [String] = []
    if marks.exactCase { words.append("only in exactly this case") }
    if marks.needsEvidence { words.append("only with other evidence") }
    if marks.afterFullForm { words.append("only after a full form in the same text") }
    if let other = marks.onlyWith { words.append("only if \(id(other)) appears too") }
    if marks.adjective { words.append("as an adjective") }
    if marks.demonym { words.append("as the people") }
    if marks.metonym { words.append("as a place or seat that stands for it") }
    words += marks.dates.map { range in
      "in texts from \(range.from.map { "\($0)" } ?? "ever") to "
        + (range.to.map { "\($0)" } ?? "this day")
    }
    return words
  }

  // MARK: Offices

  /// Reads "the president of France" and "French foreign minister".
  private func holders(of words: String) -> [GazetteerEntity] {
    guard let date else { return [] }
    var words = words.split(separator: " ").map(String.init)
    if words.first?.lowercased() == "the" { words.removeFirst() }
    for split in words.indices.dropFirst() {
      let (head, tail) = (Array(words[..<split]), Array(words[split...]))
      if head.last?.lowercased() == "of" {
        let found = holders(head.dropLast(), of: tail, on: date)
        if !found.isEmpty { return found }
      }
      let found = holders(tail, of: head, on: date)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func holders(
    _ role: some Sequence<String>, of body: [String], on date: CalendarDate
  ) -> [GazetteerEntity] {
    let key = SurfaceKey(body.joined(separator: " "))
    let role = role.joined(separator: " ").lowercased()
    guard !role.isEmpty, key.wordCount > 0 else { return [] }
    var bodies: [EntityIndex] = []
    for alias in gazetteer.aliases
    where SurfaceKey(alias.surface) == key && !bodies.contains(alias.entity) {
      bodies.append(alias.entity)
    }
    return bodies.flatMap { gazetteer.holders(ofRole: role, of: $0, on: date) }
      .map { gazetteer.entities[Int($0)] }
  }

  // MARK: Nearly

  /// At most twenty, the shortest first.
  private func similar(to name: String) -> [(surface: String, id: String)] {
    let words = name.lowercased().split(separator: " ")
    guard !words.isEmpty else { return [] }
    let found = gazetteer.aliases.filter { alias in
      let surface = alias.surface.lowercased()
      return words.allSatisfy { surface.contains($0) }
    }
    return found.sorted {
      ($0.surface.utf8.count, $0.surface) < ($1.surface.utf8.count, $1.surface)
    }
    .prefix(20).map { ($0.surface, id($0.entity)) }
  }
}

extension Alias {
  fileprivate func column(in entity: GazetteerEntity) -> String {
    surface == entity.name ? "name" : "aliases"
  }
}

extension RoleBound {
  fileprivate var order: Int {
    if case .known(let date) = self { date.firstDay } else { .min }
  }
}
